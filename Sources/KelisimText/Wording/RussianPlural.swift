/// The choice between the three Russian forms of a counted noun.
public enum RussianPlural {
    /// The form that agrees with a number: 1 день, 2 дня, 5 дней, 11 дней, 21 день, 112 дней.
    ///
    /// The last digit decides, except that 11…14 at the end always take the third form.
    public static func form<Form>(_ count: Int, one: Form, few: Form, many: Form) -> Form {
        switch (count.magnitude % 100, count.magnitude % 10) {
        case (11...14, _): many
        case (_, 1): one
        case (_, 2...4): few
        default: many
        }
    }
}

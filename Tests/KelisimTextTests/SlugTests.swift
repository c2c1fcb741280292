import Testing

@testable import KelisimText

struct SlugTests {
    @Test(arguments: [
        ("Жалпы ережелер", "zhalpy-erezheler"),
        ("ҚҰПИЯЛЫЛЫҚ — САЯСАТЫ №2", "qupiialylyq-saiasaty-2"),
        ("Й и и\u{306}: Ё", "i-i-i-e"),
        ("Über § 5 Straße", "ber-5-stra-e"),
        ("…", "section"),
        ("a\u{301}b", "b"),
        (String(repeating: "щ", count: 40), String(repeating: "shch", count: 15)),
    ])
    func transliterates(_ heading: String, _ slug: String) { #expect(Slug.make(heading) == slug) }

    /// Other texts take another way; both must give the same.
    @Test func combiningMarksChangeNothingElsewhere() {
        let heading = "Дербес деректерді өңдеу, ХРАНЕНИЕ и Ұлы Һ І Щука ьъ 42"
        let plain = Slug.make(heading)
        #expect(Slug.make("e\u{301}\u{302} " + heading) == "" + plain)
    }
}

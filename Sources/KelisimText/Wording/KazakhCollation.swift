/// The order of the Kazakh alphabet, for lists; it suits Russian lists too.
///
/// а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я. First
/// letters are compared without regard to case, digits before Latin before Cyrillic before other
/// scripts, a space before all of them (word by word), punctuation and symbols not at all; then
/// lowercase before uppercase; then code points. So different strings never compare equal, and a
/// list has one order only. Digits are compared one by one, not as numbers.
public enum KazakhCollation {
    /// The key to sort a string by; make it once for each string of a long list.
    public static func key(_ text: String) -> KazakhCollationKey {
        KazakhCollationKey(text)
    }

    /// Whether the left string stands before the right one.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        key(left) < key(right)
    }

    /// The elements in the order of the text that each of them has.
    ///
    /// Elements with the same text keep their order.
    public static func sorted<Element>(
        _ elements: some Sequence<Element>,
        by text: (Element) -> String
    ) -> [Element] {
        elements
            .map { (key: key(text($0)), element: $0) }
            .sorted { $0.key < $1.key }
            .map(\.element)
    }
}

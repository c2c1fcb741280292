/// Something in a clause that a translation must not change: a number, a date, an address.
public struct Fact: Hashable, Sendable {
    /// What sort of thing it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A number, also one that stands inside a date or a range.
        case number
        /// A number of per cent.
        case percentage
        /// A sum of money.
        case sum
        /// A date or a part of one.
        case date
        /// An e-mail address.
        case email
        /// The address of a page.
        case url
        /// A telephone number.
        case phone
        /// The number of a legal act.
        case act
        /// A clause of the text itself.
        case reference
    }

    /// What sort of thing it is.
    public let kind: Kind
    /// The value in a form that does not depend on the language: `2026-09-01`, `1000000`, `94-V`.
    public let value: String
    /// The bytes of the block's plain text that hold it.
    package let range: Range<Int>

    /// What the fact says, wherever it stands.
    package var identity: String { "\(kind.rawValue) \(value)" }
}

extension Fact: CustomStringConvertible {
    /// The value, with a sign for per cent and money.
    public var description: String {
        switch kind {
        case .percentage: "\(value) %"
        case .sum: "\(value) ₸"
        default: value
        }
    }
}

/// Whose decision it is: an opaque identifier, never a name, an e-mail address, a phone number or
/// an IIN.
///
/// One to 128 of the characters `A-Z a-z 0-9 . _ ~ -`. The service that knows the person chooses it;
/// the registry never learns who it is.
public struct Subject: Hashable, Sendable {
    /// Why a text can't name a subject.
    public enum Flaw: String, Error, Hashable, Sendable, CaseIterable {
        /// It is empty.
        case empty
        /// It is longer than 128 characters.
        case tooLong = "too-long"
        /// It holds an `@`, as an e-mail address does.
        case address
        /// It is exactly 12 digits, as an IIN is.
        case iin
        /// It is 10 to 15 digits with a leading `+`, `7` or `8`, as a phone number is.
        case phone
        /// It holds some other character that is not allowed.
        case character
    }

    /// The identifier.
    public let id: String

    /// The subject named `id`.
    ///
    /// - Throws: the ``Flaw`` that makes it look like personal data, or unfit for an address.
    public init(_ id: String) throws(Flaw) {
        let bytes = Array(id.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard !bytes.contains(UInt8(ascii: "@")) else { throw .address }
        guard !Subject.isPhone(bytes) else { throw .phone }
        guard bytes.allSatisfy(Subject.isAllowed) else { throw .character }
        guard bytes.count <= 128 else { throw .tooLong }
        guard bytes.count != 12 || !bytes.allSatisfy(Subject.isDigit) else { throw .iin }
        self.id = id
    }

    private static func isPhone(_ bytes: [UInt8]) -> Bool {
        let hasPlus = bytes.first == UInt8(ascii: "+")
        let digits = hasPlus ? bytes.dropFirst() : bytes[...]
        guard digits.allSatisfy(isDigit), (10...15).contains(digits.count) else { return false }
        if hasPlus { return true }
        let isLocal = digits.first == UInt8(ascii: "7") || digits.first == UInt8(ascii: "8")
        // Twelve digits are an IIN whatever they begin with.
        return isLocal && digits.count != 12
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "-"): true
        default: isDigit(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Subject: Comparable {
    /// Orders by bytes.
    public static func < (left: Subject, right: Subject) -> Bool {
        left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
}

extension Subject: CustomStringConvertible {
    /// The identifier.
    public var description: String { id }
}

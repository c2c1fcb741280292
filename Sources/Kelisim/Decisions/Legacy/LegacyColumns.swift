/// Where the columns of a table of legacy acceptances stand, as its header says.
public struct LegacyColumns: Sendable {
    /// What a column holds.
    enum Column: String, CaseIterable {
        /// Whose acceptance it is.
        case subject
        /// The policy.
        case policy
        /// The number of the edition; empty where it isn't known.
        case edition
        /// The language of the text; empty where it isn't known.
        case language
        /// When it was made.
        case at
        /// How; empty for `imported`.
        case method
        /// Anything else to keep.
        case note
    }

    private static let needed: [Column] = [.subject, .policy, .at]

    /// How many fields a line has.
    let count: Int
    private let places: [Int?]

    /// Reads the header: names in any order; `subject`, `policy` and `at` must be among them.
    ///
    /// A name that isn't known is an error, since with it a misspelt column would be lost unnoticed.
    ///
    /// - Parameters:
    ///   - header: the fields of the header.
    ///   - place: where it is.
    /// - Throws: ``Failure/refused(_:)`` with everything wrong with it.
    public init(_ header: [String], at place: Place) throws(Failure) {
        let names = header.map { $0.trimmed }
        var findings: [Finding] = []
        for (index, name) in names.enumerated() {
            let facts = ["column": name.excerpt]
            if Column(rawValue: name) == nil {
                findings.append(Finding(.importColumnUnknown, at: place, facts))
            } else if names[..<index].contains(name) {
                findings.append(Finding(.importColumnTwice, at: place, facts))
            }
        }
        for column in LegacyColumns.needed where !names.contains(column.rawValue) {
            findings.append(
                Finding(.importColumnMissing, at: place, ["column": column.rawValue])
            )
        }
        guard findings.isEmpty else { throw .refused(findings) }
        count = header.count
        places = Column.allCases.map { names.firstIndex(of: $0.rawValue) }
    }

    /// The field in `column`, without the blanks around it; empty where there is no such column.
    func value(_ column: Column, of fields: [String]) -> String {
        let index = Column.allCases.firstIndex(of: column).flatMap { places[$0] }
        return index.map { fields[$0].trimmed } ?? ""
    }
}

extension String {
    /// The text without blanks and tabs at its ends.
    var trimmed: String {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else {
            return self
        }
        let bytes = Array(utf8)
        guard let start = bytes.firstIndex(where: { !isBlank($0) }),
            let end = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: bytes[start...end], as: UTF8.self)
    }

    /// The beginning of a text of others, fit to be shown.
    var excerpt: String {
        let shown = unicodeScalars.prefix(40)
            .map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator:
                    "\u{FFFD}" as Unicode.Scalar
                default: scalar
                }
            }
        return String(String.UnicodeScalarView(shown)) + (unicodeScalars.count > 40 ? "…" : "")
    }
}

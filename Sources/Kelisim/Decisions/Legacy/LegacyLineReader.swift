/// Reads the fields of a line, and collects what is wrong with them.
struct LegacyLineReader {
    /// How an acceptance was made.
    struct Method {
        /// As the table says.
        let given: String
        /// As it is recorded.
        let recorded: DecisionMethod
    }

    private(set) var findings: [Finding] = []
    private let fields: [String]
    private let columns: LegacyColumns
    private let place: Place

    init(_ fields: [String], _ columns: LegacyColumns, at place: Place) {
        self.fields = fields
        self.columns = columns
        self.place = place
    }

    mutating func subject() -> Subject? {
        do throws(Subject.Flaw) {
            return try Subject(value(.subject))
        } catch {
            return refuse(.subjectNotOpaque, words: ["reason": error.sentence])
        }
    }

    mutating func policy() -> PolicyID? {
        PolicyID(value(.policy)) ?? refuse(.unknownPolicy, ["policy": value(.policy).excerpt])
    }

    mutating func edition() -> Int? {
        let text = value(.edition)
        guard !text.isEmpty else { return nil }
        let isNumber = text.utf8.count <= 6 && text.utf8.allSatisfy { (48...57).contains($0) }
        return isNumber ? Int(text) : refuse(.importEdition, ["value": text.excerpt])
    }

    mutating func language() -> Language? {
        let text = value(.language)
        guard !text.isEmpty else { return nil }
        return Language(text) ?? refuse(.importLanguage, ["value": text.excerpt])
    }

    mutating func instant(in zone: TimeZoneRules?) -> Instant? {
        let text = value(.at)
        guard !text.isEmpty else { return refuse(.importTimeMissing) }
        do throws(LegacyTime.Flaw) {
            return try LegacyTime.instant(text, in: zone)
        } catch {
            let facts = ["value": text.excerpt, "zone": zone?.identifier ?? "—"]
            switch error {
            case .unreadable: return refuse(.importTime, facts)
            case .offsetMissing: return refuse(.importTimeOffset, facts)
            case .skipped: return refuse(.importTimeSkipped, facts)
            case .twice: return refuse(.importTimeTwice, facts)
            }
        }
    }

    mutating func method(isTextKnown: Bool) -> Method? {
        let given = value(.method)
        switch given.isEmpty ? .imported : DecisionMethod(rawValue: given) {
        case .imported, .click, .signature: return Method(given: given, recorded: .imported)
        case .paper: return Method(given: given, recorded: isTextKnown ? .paper : .imported)
        case .implied where !isTextKnown: return Method(given: given, recorded: .imported)
        // Recorded as imported it would rank with a click, which it was not.
        case .implied: return refuse(.importImplied)
        case .screen, .email, .sms, .letter, nil:
            return refuse(.importMethod, ["value": given.excerpt])
        }
    }

    /// The note, with the other system's word for the method where that is not the one recorded.
    func note(_ method: Method) -> String? {
        let note = value(.note)
        let isOther = !method.given.isEmpty && method.given != method.recorded.rawValue
        let words = [isOther ? "[\(method.given)]" : "", note].filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func value(_ column: LegacyColumns.Column) -> String {
        columns.value(column, of: fields)
    }

    private mutating func refuse<Value>(
        _ code: FindingCode,
        _ facts: [String: String] = [:],
        words: [String: Sentence] = [:]
    ) -> Value? {
        findings.append(Finding(code, at: place, facts, words: words))
        return nil
    }
}

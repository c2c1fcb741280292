/// Values taken out of a ``YAMLValue``, with a finding for each that is not as it should be.
///
/// A method that returns nil has said why in ``findings``; the caller goes on with the rest, so
/// that all problems are named at once.
package struct YAMLReader {
    /// What was wrong so far.
    package var findings: [Finding] = []

    private let dialect: YAMLDialect

    /// Makes a reader for values of a file in `dialect`.
    package init(_ dialect: YAMLDialect = .yaml) {
        self.dialect = dialect
    }

    /// The values of a mapping by key.
    ///
    /// A key that is neither required nor optional, and a required
    /// key that is missing, is a finding; nil only when `value` is no mapping.
    package mutating func fields(
        _ value: YAMLValue,
        required: [String],
        optional: [String] = []
    ) -> [String: YAMLValue]? {
        guard let members = members(value) else { return nil }
        let known = required + optional
        var meant: Set<String> = []
        for member in members where !known.contains(member.key) {
            let nearest = Spelling.nearest(to: member.key, among: known)
            let arguments = ["key": member.key, "known": known.joined(separator: ", ")]
            if let nearest { meant.insert(nearest) }
            report(
                nearest == nil ? .unknownKey : .misspelledKey,
                member.place,
                arguments.merging(["nearest": nearest ?? ""]) { old, _ in old }
            )
        }
        let fields = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
        for key in required where fields[key] == nil && !meant.contains(key) {
            let path = value.path.isEmpty ? key : "\(value.path).\(key)"
            report(.missingKey, value.place, ["key": path])
        }
        return fields
    }

    /// The members of a mapping with whatever keys, in order.
    package mutating func members(_ value: YAMLValue) -> [YAMLValue.Member]? {
        guard case .mapping(let members) = value.content else {
            return refuse(.expectedMapping, value)
        }
        return members
    }

    /// The items of a list.
    package mutating func items(_ value: YAMLValue) -> [YAMLValue]? {
        guard case .sequence(let items) = value.content else {
            return refuse(.expectedList, value)
        }
        return items
    }

    /// The strings of a flat mapping, by key.
    package mutating func strings(_ value: YAMLValue) -> [String: String]? {
        guard let members = members(value) else { return nil }
        var strings: [String: String] = [:]
        for member in members {
            strings[member.key] = string(member.value)
        }
        return strings
    }

    /// A text that is not empty.
    ///
    /// Whatever it looks like, it is text: `no` is the word "no".
    package mutating func string(_ value: YAMLValue) -> String? {
        guard case .scalar(let text, let isPlain) = value.content else {
            return refuse(.expectedText, value)
        }
        let trimmed = dialect == .yaml ? Spelling.trimmed(text) : text
        guard !isAbsent(value), !trimmed.isEmpty else { return refuse(.emptyValue, value) }
        guard isPlain || isClean(trimmed, at: value) else { return nil }
        return trimmed
    }

    /// `true` or `false`.
    package mutating func boolean(_ value: YAMLValue) -> Bool? {
        switch value.content {
        case .scalar("true", isPlain: true): true
        case .scalar("false", isPlain: true): false
        default: refuse(.expectedBoolean, value)
        }
    }

    /// A whole number in `range`, in digits without leading zeros.
    package mutating func integer(_ value: YAMLValue, in range: ClosedRange<Int>) -> Int? {
        guard case .scalar(let text, isPlain: true) = value.content, let number = Int(text),
            String(number) == text, range.contains(number)
        else {
            report(
                .expectedNumber,
                value.place,
                [
                    "key": value.path, "least": String(range.lowerBound),
                    "most": String(range.upperBound),
                ]
            )
            return nil
        }
        return number
    }

    /// One of the words that `Choice` is made of.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ value: YAMLValue,
        of _: Choice.Type = Choice.self
    ) -> Choice? {
        guard let text = string(value) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue)
        report(
            .valueNotAllowed,
            value.place,
            ["key": value.path, "value": text, "allowed": allowed.joined(separator: ", ")]
        )
        return nil
    }

    /// A text that `Parsed` can be read from; `code` says what it should be.
    package mutating func parsed<Parsed: LosslessStringConvertible>(
        _ value: YAMLValue,
        as _: Parsed.Type = Parsed.self,
        orReport code: FindingCode
    ) -> Parsed? {
        guard let text = string(value) else { return nil }
        if let parsed = Parsed(text) { return parsed }
        report(code, value.place, ["key": value.path, "value": text])
        return nil
    }

    /// Whether there is no value: `null` without quotes.
    package func isAbsent(_ value: YAMLValue) -> Bool {
        switch value.content {
        case .scalar("null", isPlain: true): true
        case .scalar("~", isPlain: true): dialect == .yaml
        default: false
        }
    }

    /// Adds a finding.
    package mutating func report(
        _ code: FindingCode,
        _ place: Place,
        _ arguments: [String: String] = [:]
    ) {
        findings.append(Finding(code, at: place, arguments))
    }

    private mutating func refuse<Value>(_ code: FindingCode, _ value: YAMLValue) -> Value? {
        report(code, value.place, ["key": value.path])
        return nil
    }

    /// Whether escapes in quotes bring in nothing that the file itself could not hold.
    private mutating func isClean(_ text: String, at value: YAMLValue) -> Bool {
        for scalar in text.unicodeScalars {
            if let code = TextInspection.forbidden(scalar) {
                report(code, value.place, ["character": scalar.codePoint])
                return false
            }
        }
        return true
    }
}

internal import Foundation

/// Values that several of the policy's files hold.
extension YAMLReader {
    /// A wording in each of `languages`, in their order; in whatever languages when that is nil.
    mutating func localized(_ value: YAMLValue, in languages: [Language]?) -> LocalizedText? {
        guard let members = members(value) else { return nil }
        var entries: [LocalizedText.Entry] = []
        var isComplete = true
        for member in members {
            guard let language = language(member.key, at: member.place, among: languages),
                let text = string(member.value)
            else {
                isComplete = false
                continue
            }
            entries.append(LocalizedText.Entry(language, text))
        }
        let given = Set(members.map(\.key))
        let missing = (languages ?? []).filter { !given.contains($0.tag) }
        if !missing.isEmpty {
            isComplete = false
            let tags = missing.map(\.tag).joined(separator: ", ")
            report(.missingTranslation, value.place, ["key": value.path, "languages": tags])
        }
        guard isComplete, !entries.isEmpty else { return nil }
        return LocalizedText(ordered(entries, by: languages))
    }

    /// The language that `tag` names, which is to be one of `languages`.
    mutating func language(
        _ tag: String,
        at place: Place,
        among languages: [Language]?
    ) -> Language? {
        guard let language = Language(tag) else {
            report(.invalidLanguage, place, Language.advice(tag))
            return nil
        }
        guard languages?.contains(language) ?? true else {
            let known = (languages ?? []).map(\.tag).joined(separator: ", ")
            report(.languageNotListed, place, ["language": tag, "languages": known])
            return nil
        }
        return language
    }

    /// A list of different languages, each one of `known`.
    package mutating func languages(_ value: YAMLValue, among known: [Language]?) -> [Language]? {
        guard let items = items(value) else { return nil }
        var languages: [Language] = []
        for item in items {
            guard let tag = string(item),
                let language = language(tag, at: item.place, among: known)
            else { continue }
            if languages.contains(language) {
                report(.duplicateLanguage, item.place, ["language": tag])
            }
            languages.append(language)
        }
        return languages.count == items.count ? languages : nil
    }

    /// Who a policy belongs to.
    mutating func policyOperator(_ value: YAMLValue, in languages: [Language]?) -> Operator? {
        guard let fields = fields(value, required: ["name", "site"]) else { return nil }
        let name = fields["name"].flatMap { localized($0, in: languages) }
        let site = fields["site"].flatMap { address($0) }
        guard let name, let site else { return nil }
        return Operator(name: name, site: site)
    }

    /// What acceptance takes.
    mutating func acceptance(_ value: YAMLValue) -> Acceptance? {
        let keys = ["mandatory", "minimumMethod"]
        guard let fields = fields(value, required: keys, optional: ["guardianUnder"]) else {
            return nil
        }
        let mandatory = fields["mandatory"].flatMap { boolean($0) }
        let method = fields["minimumMethod"].flatMap { choice($0, of: Acceptance.Method.self) }
        let limit = fields["guardianUnder"].map { isAbsent($0) ? nil : $0 } ?? nil
        let age = limit.flatMap { integer($0, in: 1...99) }
        guard let mandatory, let method, limit == nil || age != nil else { return nil }
        return Acceptance(mandatory: mandatory, minimumMethod: method, guardianUnder: age)
    }

    /// Which text prevails.
    mutating func authority(_ value: YAMLValue, in languages: [Language]?) -> Authority? {
        guard let text = string(value) else { return nil }
        if text == Authority.equal.description { return .equal }
        return language(text, at: value.place, among: languages).map { .language($0) }
    }

    /// A time zone of the IANA database.
    mutating func timeZone(_ value: YAMLValue) -> TimeZoneRules? {
        guard let name = string(value) else { return nil }
        if let zone = TimeZoneRules(identifier: name) { return zone }
        report(.invalidTimeZone, value.place, ["value": name])
        return nil
    }

    private mutating func address(_ value: YAMLValue) -> String? {
        guard let text = string(value) else { return nil }
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            ["http", "https"].contains(parts.scheme), text.utf8.allSatisfy({ $0 > 0x20 })
        else {
            report(.invalidAddress, value.place, ["value": text])
            return nil
        }
        return text
    }

    private func ordered(
        _ entries: [LocalizedText.Entry],
        by languages: [Language]?
    ) -> [LocalizedText.Entry] {
        guard let languages else { return entries }
        return languages.compactMap { language in entries.first { $0.language == language } }
    }
}

extension Language {
    /// The arguments of `invalid-language`.
    static func advice(_ tag: String) -> [String: String] {
        ["value": tag, "suggestion": canonicalSpelling(of: tag) ?? "kk, ru, kk-Latn"]
    }
}

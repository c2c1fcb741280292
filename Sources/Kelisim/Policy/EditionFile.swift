internal import KelisimLog

/// The contents of an `edition.yaml`.
struct EditionFile {
    /// What it says, or nil when anything is wrong.
    private(set) var settings: EditionSettings?
    /// What is wrong.
    var findings: [Finding] { documentFindings + reader.findings }

    private let documentFindings: [Finding]
    private let number: Int
    private let context: Context
    private var reader = YAMLReader()

    /// What the policy says that an edition's metadata must agree with, as far as it is known.
    struct Context {
        var languages: [Language]?
        var authoritative: Authority?
        var timeZone: TimeZoneRules?
    }

    private static let keys = [
        "effective", "change", "acceptWithin", "basedOn", "summary", "editorialReason",
        "unofficial",
        "approvedBy", "source",
    ]

    /// Reads `bytes`, which are those of `file`, the metadata of edition `number`, of which there
    /// are also `numbers`.
    init(
        _ bytes: [UInt8],
        of file: String,
        number: Int,
        among numbers: Set<Int>,
        context: Context
    ) {
        let document = YAMLDocument.read(bytes, of: file)
        documentFindings = document.findings
        self.number = number
        self.context = context
        guard let value = document.value,
            let fields = reader.fields(value, required: [], optional: EditionFile.keys)
        else { return }
        let effective = readEffective(fields["effective"])
        let change = readChange(fields["change"], otherwise: value.place)
        let acceptWithin = fields["acceptWithin"]
            .map {
                reader.parsed($0, as: DayCount.self, orReport: .invalidDayCount)
            }
        let basedOn = readBasis(fields["basedOn"], among: numbers)
        let summary = readSummary(fields["summary"], otherwise: value.place)
        let editorialReason = fields["editorialReason"]
            .flatMap {
                readEditorialReason($0, change)
            }
        let unofficial = readUnofficial(fields["unofficial"])
        let approvedBy = fields["approvedBy"].map { reader.string($0) }
        let source = fields["source"].map { readSource($0) }
        guard findings.allSatisfy({ $0.code.severity == .warning }), let effective, let change
        else {
            return
        }
        settings = EditionSettings(
            effective: effective,
            change: change,
            acceptWithin: acceptWithin ?? nil,
            basedOn: basedOn,
            summary: summary,
            editorialReason: editorialReason,
            unofficial: unofficial,
            approvedBy: approvedBy ?? nil,
            source: source ?? nil,
            places: fields.mapValues(\.place)
        )
    }

    private mutating func readEffective(_ value: YAMLValue?) -> EffectiveRule? {
        guard let value else { return .onPublication }
        guard
            let rule = reader.parsed(
                value,
                as: EffectiveRule.self,
                orReport: .invalidEffectiveRule
            )
        else { return nil }
        if case .date(let day) = rule, let zone = context.timeZone {
            do {
                _ = try zone.startOfDay(day)
            } catch {
                reader.findings.append(error.finding(at: value.place))
                return nil
            }
        }
        return rule
    }

    private mutating func readChange(_ value: YAMLValue?, otherwise place: Place) -> ChangeKind? {
        guard let value else {
            if number == 1 { return .reconsent }
            reader.report(.missingKey, place, ["key": "change"])
            return nil
        }
        guard let change = reader.choice(value, of: ChangeKind.self) else { return nil }
        if number == 1, change != .reconsent {
            reader.report(.firstEditionReconsent, value.place, ["value": change.rawValue])
        }
        return change
    }

    private mutating func readBasis(_ value: YAMLValue?, among numbers: Set<Int>) -> Int? {
        guard let value else { return number == 1 ? nil : number - 1 }
        guard number > 1 else {
            reader.report(.firstEditionBasis, value.place)
            return nil
        }
        guard let basis = reader.integer(value, in: 1...(number - 1)) else { return nil }
        if !numbers.contains(basis) {
            reader.report(.unknownBasis, value.place, ["edition": String(basis)])
        }
        return basis
    }

    private mutating func readSummary(
        _ value: YAMLValue?,
        otherwise place: Place
    ) -> LocalizedText? {
        let languages = context.languages
        var missing = languages ?? []
        if let value {
            guard let members = reader.members(value) else { return nil }
            let filled = members.filter { !EditionFile.isBlank($0.value) }
            missing.removeAll { language in filled.contains { $0.key == language.tag } }
            if missing.isEmpty { return reader.localized(value, in: languages) }
        } else if number == 1 {
            return nil
        }
        if value == nil || !missing.isEmpty {
            let tags = missing.map(\.tag).joined(separator: ", ")
            reader.report(.missingSummary, value?.place ?? place, ["languages": tags])
        }
        return nil
    }

    private mutating func readEditorialReason(
        _ value: YAMLValue,
        _ change: ChangeKind?
    ) -> LocalizedText? {
        if let change, change != .editorial {
            reader.report(.editorialReasonMisplaced, value.place, ["value": change.rawValue])
        }
        return reader.localized(value, in: context.languages)
    }

    private static func isBlank(_ value: YAMLValue) -> Bool {
        guard case .scalar(let text, _) = value.content else { return false }
        return Spelling.trimmed(text).isEmpty
    }

    private mutating func readUnofficial(_ value: YAMLValue?) -> [Language] {
        guard let value,
            let languages = reader.languages(value, among: context.languages)
        else { return [] }
        if case .language(let language) = context.authoritative, languages.contains(language) {
            reader.report(.unofficialAuthoritative, value.place, ["language": language.tag])
        } else if let all = context.languages, Set(all).isSubset(of: languages) {
            reader.report(.unofficialAll, value.place)
        }
        guard let all = context.languages else { return languages }
        return all.filter(languages.contains)
    }

    private mutating func readSource(_ value: YAMLValue) -> EditionSource? {
        guard let fields = reader.fields(value, required: ["file", "sha256"]) else { return nil }
        let file = fields["file"].flatMap { reader.string($0) }
        let hex = fields["sha256"].flatMap { reader.string($0) }
        guard let file, let hex, let place = fields["sha256"]?.place else { return nil }
        guard let digest = Digest(hex: hex) else {
            reader.report(.invalidDigest, place, ["value": hex])
            return nil
        }
        return EditionSource(file: file, digest: digest)
    }
}

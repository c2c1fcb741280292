internal import Foundation
internal import Kelisim
internal import KelisimLog
internal import KelisimText

extension FindingReport {
    /// The findings as a SARIF 2.1.0 log, as code scanning and editors read it.
    ///
    /// Addresses are relative to `%SRCROOT%`, the working folder, or absolute outside of it.
    /// Columns count Unicode scalars. The rules are those that were broken.
    public var sarif: String {
        let rules = Set(findings.map(\.code)).sorted { $0.name < $1.name }
        let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
        var fingerprints = Fingerprints()
        let results = findings.map { finding in
            SARIFLog.Result(
                ruleId: finding.code.name,
                ruleIndex: indices[finding.code] ?? 0,
                level: finding.severity.rawValue,
                message: SARIFLog.Text(
                    text: Self.escaped(
                        "\(finding.message(in: language)) \(finding.help(in: language))"
                    )
                ),
                locations: [Self.location(finding.place)],
                relatedLocations: finding.related.isEmpty
                    ? nil
                    : finding.related.enumerated().map { Self.location($1, id: $0 + 1) },
                partialFingerprints: ["findingInLine/v1": fingerprints.next(finding)]
            )
        }
        let run = SARIFLog.Run(
            tool: SARIFLog.Tool(
                driver: SARIFLog.Driver(version: Application.version, rules: rules.map(rule))
            ),
            language: language.rawValue,
            originalUriBaseIds: [
                Self.root: SARIFLog.BaseFolder(
                    description: SARIFLog.Text(text: Messages.workingFolder.text(in: language))
                )
            ],
            results: results
        )
        return JSONText.make(SARIFLog(runs: [run]))
    }

    private static let root = "%SRCROOT%"

    private func rule(_ code: FindingCode) -> SARIFLog.Rule {
        SARIFLog.Rule(
            id: code.name,
            shortDescription: SARIFLog.Text(text: general(code.message)),
            help: SARIFLog.Text(text: general(code.help)),
            defaultConfiguration: SARIFLog.Configuration(level: code.severity.rawValue)
        )
    }

    /// The sentence of a code without a case: an ellipsis stands for each fact.
    private func general(_ sentence: Sentence) -> String {
        sentence.text(in: language).replacing(/\{[A-Za-z]+\}/, with: "…")
    }

    /// In messages braces enclose placeholders, and are doubled to stand for themselves
    /// (SARIF 2.1.0 §3.11.5).
    private static func escaped(_ message: String) -> String {
        message.escaped(["{": "{{", "}": "}}"])
    }

    private static func location(_ place: Place, id: Int? = nil) -> SARIFLog.Location {
        let path = ReportPath(place.file)
        return SARIFLog.Location(
            id: id,
            physicalLocation: SARIFLog.PhysicalLocation(
                artifactLocation: SARIFLog.ArtifactLocation(
                    uri: path.uri,
                    uriBaseId: path.isRelative ? root : nil
                ),
                region: place.line.map {
                    SARIFLog.Region(startLine: $0, startColumn: place.column)
                }
            )
        )
    }

    /// Makes what recognises a finding again in a later run, when lines above it have changed.
    ///
    /// That is its code and the wording of its line or, without a line, its facts. Equal ones in a
    /// file are counted.
    private struct Fingerprints {
        private struct Key: Hashable {
            let file: String
            let digest: Digest
        }

        private var sources = SourceExcerpts()
        private var seen: [Key: Int] = [:]

        mutating func next(_ finding: Finding) -> String {
            let place = finding.place
            let line = place.line.flatMap { sources.line($0, of: place.file) }
            let facts = finding.arguments.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
            let words = [finding.code.name] + (line.map { [String($0)] } ?? facts)
            let digest = Digest(of: Array(words.joined(separator: "\u{0}").utf8))
            let count = seen[Key(file: place.file, digest: digest), default: 0] + 1
            seen[Key(file: place.file, digest: digest)] = count
            return "\(digest.hex):\(count)"
        }
    }
}

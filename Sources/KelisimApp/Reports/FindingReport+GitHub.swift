internal import Foundation
internal import Kelisim

extension FindingReport {
    /// The findings as workflow commands of GitHub Actions, which become annotations; then a count.
    ///
    /// GitHub shows ten errors and ten warnings of a step, so errors come first. Paths are relative
    /// to the working folder, which has to be the root of the checkout.
    public var github: String {
        let ordered =
            findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
        return ordered.map(command).joined() + summary + "\n"
    }

    private func command(_ finding: Finding) -> String {
        let place = finding.place
        let properties = [
            ("file", ReportPath(place.file).path), ("line", place.line.map(String.init)),
            ("col", place.column.map(String.init)), ("title", finding.code.name),
        ]
        .compactMap { name, value in value.map { "\(name)=\(Self.escaped(property: $0))" } }
        let lines =
            [finding.message(in: language)] + finding.related.map { "  \($0.description)" }
            + ["→ \(finding.help(in: language))"]
        return "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::"
            + Self.escaped(message: lines.joined(separator: "\n")) + "\n"
    }

    /// A message may hold anything but what ends a line; `%` begins an escape.
    private static func escaped(message: String) -> String {
        message.escaped(["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    /// Colons and commas end a property.
    private static func escaped(property: String) -> String {
        escaped(message: property).escaped([":": "%3A", ",": "%2C"])
    }
}

extension String {
    /// The text with some scalars written in another way, also where they are part of a letter.
    func escaped(_ escapes: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let escape = escapes[scalar] {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

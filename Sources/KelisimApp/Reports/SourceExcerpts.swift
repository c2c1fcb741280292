internal import Kelisim

/// The lines that findings point at, each file read once.
struct SourceExcerpts {
    /// A clause is one long line; this much of it is shown.
    private static let width = 96

    private var files: [String: [Substring]] = [:]
    /// The line shown last; findings come in the order of the text, often many to a line.
    private var last: (file: String, number: Int, scalars: [Unicode.Scalar])?

    /// The line at `place` and a mark below the column; nothing when it can't be shown.
    mutating func excerpt(_ place: Place) -> [String] {
        guard let number = place.line, let scalars = scalars(number, of: place.file) else {
            return []
        }
        let column = min(max((place.column ?? 1) - 1, 0), scalars.count)
        let start = max(0, min(column - Self.width / 2, scalars.count - Self.width))
        let end = min(scalars.count, start + Self.width)
        let front = start > 0 ? "…" : ""
        let back = end < scalars.count ? "…" : ""
        let gutter = "  \(number) | "
        let shown = String(String.UnicodeScalarView(scalars[start..<end].map(Self.visible)))
        let indent = String(repeating: " ", count: "\(number)".count)
        let offset = String(repeating: " ", count: front.count + column - start)
        return [gutter + front + shown + back, "  \(indent) | \(offset)^"]
    }

    private mutating func scalars(_ number: Int, of file: String) -> [Unicode.Scalar]? {
        if let last, last.file == file, last.number == number { return last.scalars }
        guard let scalars = line(number, of: file).map({ Array($0.unicodeScalars) }) else {
            return nil
        }
        last = (file, number, scalars)
        return scalars
    }

    /// The line with `number`, counted from 1; nil when there is none or the file can't be read.
    mutating func line(_ number: Int, of file: String) -> Substring? {
        if files[file] == nil {
            let bytes = (try? DurableFile.read(file, limit: 8 << 20)) ?? []
            files[file] = String(decoding: bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        }
        guard let lines = files[file], lines.indices.contains(number - 1) else { return nil }
        return lines[number - 1]
    }

    /// Control characters and those that turn a line around must not reach a terminal.
    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: scalar
        }
    }
}

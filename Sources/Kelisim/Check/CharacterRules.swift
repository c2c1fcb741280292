internal import KelisimText

/// Characters that look right and are not, and quotation marks that do not pair.
enum CharacterRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        invisible(text)
            + text.clauses.indices.flatMap { position -> [Finding] in
                let kind = text.content.document.nodes[text.clauses[position].node].kind
                guard kind == .paragraph || kind == .heading else { return [] }
                let block = text.block(position)
                let plain = block.string
                return escaped(plain, block, text) + mixedScripts(plain, block, text)
                    + quotes(plain, block, text.name(position), text)
            }
    }

    /// The same characters in the summary of a draft, which will be published for ever.
    static func findings(in edition: Edition) -> [Finding] {
        guard let settings = edition.settings, let summary = settings.summary,
            let place = settings.places["summary"]
        else { return [] }
        return summary.entries.flatMap { entry -> [Finding] in
            let hidden = entry.text.unicodeScalars.filter(invisible.contains)
                .map { scalar in
                    Finding(.invisibleCharacter, at: place, ["character": scalar.codePoint])
                }
            let words = entry.text.unicodeScalars.split { !$0.properties.isAlphabetic }
            return hidden
                + words.compactMap { mixture(Array($0)) }
                .map { Finding(.mixedScripts, at: place, $0) }
        }
    }

    // MARK: - Invisible characters

    /// Characters without width, which no reader can see and every comparison does.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{34F}", "\u{115F}", "\u{1160}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}",
        "\u{2060}", "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}", "\u{3164}", "\u{FE0E}",
        "\u{FE0F}", "\u{FEFF}",
    ]

    private static func invisible(_ text: ReviewedText) -> [Finding] {
        var offset = 0
        return (text.text.string ?? "").unicodeScalars
            .compactMap { scalar in
                defer { offset += UTF8.width(scalar) }
                // A byte order mark is reported as one.
                guard scalar.value >= 0xAD, invisible.contains(scalar), offset > 0 else {
                    return nil
                }
                let facts = ["character": scalar.codePoint]
                return Finding(.invisibleCharacter, at: text.place(offset), facts)
            }
    }

    /// Characters that no text may hold, written as character references such as `&#x202E;`.
    private static func escaped(
        _ plain: String,
        _ block: BlockText,
        _ text: ReviewedText
    ) -> [Finding] {
        guard text.text.bytes.contains(UInt8(ascii: "&")) else { return [] }
        var offset = 0
        return plain.unicodeScalars.compactMap { scalar in
            defer { offset += UTF8.width(scalar) }
            let code =
                invisible.contains(scalar)
                ? FindingCode.invisibleCharacter : TextInspection.forbidden(scalar)
            guard let code else { return nil }
            let source = block.sourceOffset(offset, in: text.content.document)
            // One that stands in the source itself has been reported already.
            guard text.text.bytes[source] == UInt8(ascii: "&") else { return nil }
            return Finding(code, at: text.place(source), ["character": scalar.codePoint])
        }
    }

    // MARK: - Scripts

    private enum Script {
        case latin
        case cyrillic
        case greek

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
            case 0x400...0x52F: self = .cyrillic
            case 0x370...0x3FF: self = .greek
            default: return nil
            }
        }
    }

    private typealias Twin = (
        latin: Unicode.Scalar, cyrillic: Unicode.Scalar, greek: Unicode.Scalar?
    )

    /// Letters that look alike in two or three alphabets.
    private static let twins: [Twin] = [
        ("a", "а", "α"), ("c", "с", nil), ("e", "е", "ε"), ("h", "һ", nil), ("i", "і", "ι"),
        ("o", "о", "ο"), ("p", "р", "ρ"), ("x", "х", "χ"), ("y", "у", "υ"), ("A", "А", "Α"),
        ("B", "В", "Β"), ("C", "С", nil), ("E", "Е", "Ε"), ("H", "Н", "Η"), ("I", "І", "Ι"),
        ("K", "К", "Κ"), ("M", "М", "Μ"), ("O", "О", "Ο"), ("P", "Р", "Ρ"), ("T", "Т", "Τ"),
        ("X", "Х", "Χ"), ("Y", "У", "Υ"), ("k", "к", "κ"), ("m", "м", nil), ("t", "т", "τ"),
    ]

    /// Words that mix Latin, Cyrillic or Greek letters.
    ///
    /// «Cookies-ті» and «94-V» are two words each.
    private static func mixedScripts(
        _ plain: String,
        _ block: BlockText,
        _ text: ReviewedText
    ) -> [Finding] {
        var found: [Finding] = []
        var word: [Unicode.Scalar] = []
        var start = 0
        var offset = 0
        for scalar in plain.unicodeScalars + [" "] {
            if scalar.properties.isAlphabetic {
                if word.isEmpty { start = offset }
                word.append(scalar)
            } else if !word.isEmpty {
                if let facts = mixture(word) {
                    let place = text.place(ofByte: start, in: block)
                    found.append(Finding(.mixedScripts, at: place, facts))
                }
                word = []
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    /// The facts about a word that mixes scripts: the odd letters and the spelling that is meant.
    static func mixture(_ word: [Unicode.Scalar]) -> [String: String]? {
        let counts = Dictionary(word.compactMap { Script($0).map { ($0, 1) } }, uniquingKeysWith: +)
        guard counts.count > 1 else { return nil }
        let isLatin = counts[.latin, default: 0] > counts[.cyrillic, default: 0]
        let meantScript: Script = isLatin ? .latin : .cyrillic
        var letters: [String] = []
        var meant = String.UnicodeScalarView()
        for scalar in word {
            guard let script = Script(scalar), script != meantScript else {
                meant.append(scalar)
                continue
            }
            let letter = "\(scalar) (\(scalar.codePoint))"
            if !letters.contains(letter) { letters.append(letter) }
            let twin = twins.first { [$0.latin, $0.cyrillic, $0.greek].contains(scalar) }
            meant.append(twin.map { isLatin ? $0.latin : $0.cyrillic } ?? "?")
        }
        return [
            "word": String(String.UnicodeScalarView(word)),
            "letters": letters.joined(separator: ", "),
            "meant": String(meant),
        ]
    }

    // MARK: - Quotation marks

    private static func quotes(
        _ plain: String,
        _ block: BlockText,
        _ clause: String,
        _ text: ReviewedText
    ) -> [Finding] {
        var open: [Int] = []
        var odd: [(offset: Int, mark: String)] = []
        var offset = 0
        for scalar in plain.unicodeScalars {
            if scalar == "«" {
                open.append(offset)
            } else if scalar == "»", open.popLast() == nil {
                odd.append((offset, "»"))
            }
            offset += UTF8.width(scalar)
        }
        odd += open.map { ($0, "«") }
        return odd.map { offset, mark in
            Finding(
                .unbalancedQuotes,
                at: text.place(ofByte: offset, in: block),
                ["mark": mark, "clause": clause]
            )
        }
    }
}

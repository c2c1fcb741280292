internal import KelisimText

/// Characters that look right and are not, and quotation marks that do not pair.
enum CharacterRules {
    static func findings(_ text: ReviewedText) -> [Finding] {
        invisible(text)
            + text.clauses.indices.flatMap { position -> [Finding] in
                let kind = text.content.document.nodes[text.clauses[position].node].kind
                guard kind == .paragraph || kind == .heading else { return [] }
                let plain = text.content.plainText(of: position)
                return mixedScripts(plain, position, text) + quotes(plain, position, text)
            }
    }

    // MARK: - Invisible characters

    /// Characters without width, which no reader can see and every comparison does.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    ]

    private static func invisible(_ text: ReviewedText) -> [Finding] {
        // All of them begin with one of three bytes, which ordinary text rarely holds.
        guard text.text.bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else {
            return []
        }
        var offset = 0
        return (text.text.string ?? "").unicodeScalars
            .compactMap { scalar in
                defer { offset += UTF8.width(scalar) }
                // A byte order mark is reported as one.
                guard invisible.contains(scalar), offset > 0 else { return nil }
                return Finding(
                    .invisibleCharacter,
                    at: text.place(offset),
                    ["character": name(scalar)]
                )
            }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }

    // MARK: - Scripts

    private enum Script {
        case latin
        case cyrillic

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
            case 0x400...0x52F: self = .cyrillic
            default: return nil
            }
        }
    }

    /// Latin letters and the Cyrillic ones that look like them.
    private static let twins: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
        ("a", "а"), ("c", "с"), ("e", "е"), ("h", "һ"), ("i", "і"), ("o", "о"), ("p", "р"),
        ("x", "х"), ("y", "у"), ("A", "А"), ("B", "В"), ("C", "С"), ("E", "Е"), ("H", "Н"),
        ("I", "І"), ("K", "К"), ("M", "М"), ("O", "О"), ("P", "Р"), ("T", "Т"), ("X", "Х"),
        ("Y", "У"), ("k", "к"), ("m", "м"), ("t", "т"),
    ]

    /// Words that mix Latin and Cyrillic letters.
    ///
    /// «Cookies-ті» and «94-V» are two words each.
    private static func mixedScripts(
        _ plain: String,
        _ position: Int,
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
                    let place = text.place(ofByte: start, inClause: position)
                    found.append(Finding(.mixedScripts, at: place, facts))
                }
                word = []
            }
            offset += UTF8.width(scalar)
        }
        return found
    }

    /// The facts about a word that mixes scripts: the odd letters and the spelling that is meant.
    private static func mixture(_ word: [Unicode.Scalar]) -> [String: String]? {
        let latin = word.count { Script($0) == .latin }
        let cyrillic = word.count { Script($0) == .cyrillic }
        guard latin > 0, cyrillic > 0 else { return nil }
        let odd: Script = cyrillic >= latin ? .latin : .cyrillic
        var letters: [String] = []
        var meant = String.UnicodeScalarView()
        for scalar in word {
            guard Script(scalar) == odd else {
                meant.append(scalar)
                continue
            }
            let letter = "\(scalar) (\(name(scalar)))"
            if !letters.contains(letter) { letters.append(letter) }
            let twin = twins.first { odd == .latin ? $0.latin == scalar : $0.cyrillic == scalar }
            meant.append(twin.map { odd == .latin ? $0.cyrillic : $0.latin } ?? "?")
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
        _ position: Int,
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
                at: text.place(ofByte: offset, inClause: position),
                ["mark": mark, "clause": text.name(position)]
            )
        }
    }
}

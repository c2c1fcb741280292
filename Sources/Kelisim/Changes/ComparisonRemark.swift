internal import KelisimText

/// What a row says about a unit besides its wordings.
enum ComparisonRemark {
    /// It has another number.
    case renumbered(from: UnitName, to: UnitName)
    /// It stands elsewhere; how it was cited before, empty where that is the same.
    case moved(from: [UnitName])
    /// It became several units.
    case split(into: [[UnitName]])
    /// It was made of several units.
    case merged(from: [[UnitName]])
    /// Only signs that mean the same were put in place of each other.
    case typographic([CharacterChange])
    /// Its words were compared in less detail than those of others.
    case cutShort
}

extension ComparisonRemark {
    /// The remark in `language`; about what is proposed it is an instruction, as bills have it
    /// («3.3-тармақ 3.4-тармақ болып саналсын», «пункт 3.3 считать пунктом 3.4»), and else a report.
    func text(about noun: UnitNoun, isProposed: Bool, in language: WordingLanguage) -> String {
        switch self {
        case .renumbered(let old, let new):
            Self.renumbered(old, new, isProposed, language)
        case .moved(let place):
            Self.moved(noun, isProposed, language)
                + (place.isEmpty
                    ? "" : "; \(Self.formerPlace(language)): \(Self.list([place], language))")
        case .split(let parts):
            "\(Self.split(noun, isProposed, language)): \(Self.list(parts, language))"
        case .merged(let parts):
            "\(Self.merged(isProposed, language)): \(Self.list(parts, language))"
        case .typographic(let characters): Self.typographic(characters, language)
        case .cutShort:
            switch language {
            case .kk: "сөздер ірілендіріп салыстырылды"
            case .ru: "слова сопоставлены укрупнённо"
            case .en: "words were compared coarsely"
            }
        }
    }

    private static func renumbered(
        _ old: UnitName,
        _ new: UnitName,
        _ isProposed: Bool,
        _ language: WordingLanguage
    ) -> String {
        let (before, after) = (old.text(in: language), new.text(in: language))
        return switch (language, isProposed) {
        case (.kk, true): "\(before) \(after) болып саналсын"
        case (.ru, true): "\(before) считать \(new.instrumental)"
        case (.en, true): "\(before) to be renumbered \(after)"
        case (.kk, false): "бұрын: \(before)"
        case (.ru, false): "прежде: \(before)"
        case (.en, false): "formerly: \(before)"
        }
    }

    private static func moved(
        _ noun: UnitNoun,
        _ isProposed: Bool,
        _ language: WordingLanguage
    ) -> String {
        switch (language, isProposed) {
        case (.kk, true): "орны ауыстырылсын"
        case (.kk, false): "орны ауыстырылды"
        case (.ru, true): "переместить"
        case (.ru, false): noun.agreeing("перемещён", "перемещена", "перемещено")
        case (.en, true): "to be moved"
        case (.en, false): "moved"
        }
    }

    private static func formerPlace(_ language: WordingLanguage) -> String {
        switch language {
        case .kk: "бұрынғы орны"
        case .ru: "прежнее место"
        case .en: "former place"
        }
    }

    private static func split(
        _ noun: UnitNoun,
        _ isProposed: Bool,
        _ language: WordingLanguage
    ) -> String {
        switch (language, isProposed) {
        case (.kk, true): "бөлінсін"
        case (.kk, false): "бөлінді"
        case (.ru, true): "разделить"
        case (.ru, false): noun.agreeing("разделён", "разделена", "разделено")
        case (.en, true): "to be split"
        case (.en, false): "split"
        }
    }

    private static func merged(_ isProposed: Bool, _ language: WordingLanguage) -> String {
        switch (language, isProposed) {
        case (.kk, true): "біріктірілсін"
        case (.kk, false): "біріктірілді"
        case (.ru, true): "объединить"
        case (.ru, false): "объединены"
        case (.en, true): "to be merged"
        case (.en, false): "merged"
        }
    }

    private static func typographic(
        _ characters: [CharacterChange],
        _ language: WordingLanguage
    ) -> String {
        let remark =
            switch language {
            case .kk: "тек таңбалар өзгерді"
            case .ru: "изменены только знаки"
            case .en: "only characters changed"
            }
        var seen: Set<String> = []
        let pairs = characters.flatMap(replacements).filter { seen.insert($0).inserted }
        guard !pairs.isEmpty else { return remark }
        return remark + ": " + pairs.prefix(mostCharacters).joined(separator: "; ")
            + (pairs.count > mostCharacters ? "; …" : "")
    }

    /// How many pairs of characters one remark names.
    private static let mostCharacters = 6

    /// Which characters were put in the place of which.
    ///
    /// Each has its code point, since many look alike, and spaces are not seen at all. Of capitals and
    /// small letters there is no need to say more.
    private static func replacements(_ change: CharacterChange) -> [String] {
        let (old, new) = (Array(change.old.unicodeScalars), Array(change.new.unicodeScalars))
        guard old.count == new.count else {
            return ["\(named(change.old)) → \(named(change.new))"]
        }
        return zip(old, new).filter { $0 != $1 }
            .map { old, new in
                old.properties.lowercaseMapping == new.properties.lowercaseMapping
                    ? "\(old) → \(new)" : "\(named(String(old))) → \(named(String(new)))"
            }
    }

    private static func named(_ text: String) -> String {
        guard !text.isEmpty else { return "—" }
        let points = CharacterChange.codePoints(of: text)
        let isVisible = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .format
                && $0.properties.generalCategory != .control
        }
        return isVisible ? "\(text) (\(points))" : points
    }

    private static func list(_ units: [[UnitName]], _ language: WordingLanguage) -> String {
        if units.count > 2, case .indention(let first) = units[0].last,
            units.enumerated().allSatisfy({ $1 == [.indention(first + $0)] })
        {
            let ends = [units[0], units[units.count - 1]]
            return ends.flatMap { $0.map { $0.text(in: language) } }.joined(separator: " – ")
        }
        return units.map { $0.map { $0.brief.text(in: language) }.joined(separator: ", ") }
            .joined(separator: "; ")
    }
}

extension UnitNoun {
    /// The form of a Russian participle that agrees with the noun.
    func agreeing(_ masculine: String, _ feminine: String, _ neuter: String) -> String {
        switch gender {
        case .masculine: masculine
        case .feminine: feminine
        case .neuter: neuter
        }
    }
}

extension UnitName {
    /// The Russian name in the instrumental: «пунктом 3.4».
    fileprivate var instrumental: String {
        guard case .numbered(let noun, let number, _) = self else { return text(in: .ru) }
        return "\(noun.russianInstrumental) \(number)"
    }
}

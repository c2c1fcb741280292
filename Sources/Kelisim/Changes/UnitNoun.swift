internal import KelisimText

/// What a part of a document is called in a comparison table.
enum UnitNoun: CaseIterable {
    case title
    case heading
    case preamble
    case section
    case subsection
    case chapter
    case paragraph
    case article
    case part
    case appendix
    case clause
    case subclause
    case indention

    /// The grammatical gender of a Russian noun, which participles agree with.
    enum Gender {
        case masculine
        case feminine
        case neuter
    }

    /// The name in the nominative.
    func name(in language: WordingLanguage) -> String {
        switch language {
        case .kk: forms.kk
        case .ru: forms.ru
        case .en: forms.en
        }
    }

    /// The gender of the Russian name.
    var gender: Gender { forms.gender }

    /// The Russian name in the instrumental: «считать пунктом».
    var russianInstrumental: String { forms.instrumental }

    private struct Forms {
        let kk: String
        let ru: String
        let instrumental: String
        let gender: Gender
        let en: String

        init(_ kk: String, _ ru: String, _ instrumental: String, _ gender: Gender, _ en: String) {
            (self.kk, self.ru, self.instrumental, self.gender, self.en) = (
                kk, ru, instrumental, gender, en
            )
        }
    }

    /// Source: the names of structural elements in Kazakhstan's Law on legal acts (2016), and those of
    /// domain.md.
    private var forms: Forms {
        switch self {
        case .title:
            Forms(
                "құжаттың тақырыбы",
                "заголовок документа",
                "заголовком документа",
                .masculine,
                "title"
            )
        case .heading: Forms("тақырып", "заголовок", "заголовком", .masculine, "heading")
        case .preamble: Forms("кіріспе", "преамбула", "преамбулой", .feminine, "preamble")
        case .section: Forms("бөлім", "раздел", "разделом", .masculine, "section")
        case .subsection: Forms("кіші бөлім", "подраздел", "подразделом", .masculine, "subsection")
        case .chapter: Forms("тарау", "глава", "главой", .feminine, "chapter")
        case .paragraph: Forms("параграф", "параграф", "параграфом", .masculine, "§")
        case .article: Forms("бап", "статья", "статьёй", .feminine, "article")
        case .part: Forms("бөлік", "часть", "частью", .feminine, "part")
        case .appendix: Forms("қосымша", "приложение", "приложением", .neuter, "annex")
        case .clause: Forms("тармақ", "пункт", "пунктом", .masculine, "clause")
        case .subclause: Forms("тармақша", "подпункт", "подпунктом", .masculine, "sub-clause")
        case .indention: Forms("абзац", "абзац", "абзацем", .masculine, "paragraph")
        }
    }
}

extension UnitNoun {
    /// The noun that a numbered part is printed with, as in «Статья 5».
    init(_ noun: ClauseNoun) {
        self =
            switch noun {
            case .indention: .indention
            case .subclause: .subclause
            case .part: .part
            case .clause: .clause
            case .article: .article
            case .paragraph: .paragraph
            case .chapter: .chapter
            case .section: .section
            case .appendix: .appendix
            }
    }
}

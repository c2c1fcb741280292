public import KelisimText

/// What an erasure destroyed and what remains, as programs are told of it.
public struct ErasureDocument: Encodable, Sendable {
    /// Something that an erasure leaves.
    public enum Retained: String, Sendable, CaseIterable {
        /// The leaves of the log.
        case logLeaves = "log-leaves"
        /// Records of others in which the subject is named as their guardian.
        case guardianOfOthers = "guardian-of-others"
        /// Copies that were made before.
        case copies

        /// What remains after `count` records were destroyed.
        ///
        /// - Parameters:
        ///   - count: how many.
        ///   - isGuardian: whether the subject is a guardian of others.
        /// - Returns: the list.
        public static func after(erasing count: Int, isGuardian: Bool) -> [Retained] {
            let own: [Retained] = count > 0 ? [.logLeaves, .copies] : []
            return isGuardian ? own.prefix(1) + [.guardianOfOthers] + own.dropFirst() : own
        }

        /// Why it remains.
        public var why: Sentence {
            switch self {
            case .logLeaves:
                Sentence(
                    en: "Each destroyed record has a leaf in the log. It holds no personal data, "
                        + "and every other proof rests on it.",
                    kk: "Жойылған әр жазбаның журналда жапырағы бар. Онда дербес деректер жоқ, "
                        + "ал басқа барлық дәлел соған сүйенеді.",
                    ru: "У каждой уничтоженной записи есть лист в журнале. Персональных данных в "
                        + "нём нет, а на нём держатся все остальные доказательства."
                )
            case .guardianOfOthers:
                Sentence(
                    en: "The subject is named in records of the children for whom it acted; they "
                        + "are erased with the child's.",
                    kk: "Субъект өзі өкілдік еткен балалардың жазбаларында аталады; олар баланың "
                        + "деректерімен бірге өшіріледі.",
                    ru: "Субъект назван в записях детей, которых представлял; они удаляются "
                        + "вместе с данными ребёнка."
                )
            case .copies:
                Sentence(
                    en: "Backups made before hold the records until they are deleted; restoring "
                        + "one erases them again.",
                    kk: "Бұрын жасалған сақтық көшірмелер жойылғанша жазбалар соларда қалады; "
                        + "көшірмені қалпына келтіргенде олар қайта өшіріледі.",
                    ru: "В резервных копиях, сделанных раньше, записи остаются, пока копии не "
                        + "удалят; при восстановлении копии они удаляются снова."
                )
            }
        }
    }

    private struct Row: Encodable {
        let what: String
        let why: String
    }

    private let erased: Int
    private let retained: [Row]

    /// The document about an erasure.
    ///
    /// - Parameters:
    ///   - erased: how many records were destroyed.
    ///   - retained: what remains.
    ///   - language: the language of the reasons.
    public init(erased: Int, retained: [Retained], in language: WordingLanguage) {
        self.erased = erased
        self.retained = retained.map {
            Row(what: $0.rawValue, why: $0.why.text(in: language))
        }
    }

    /// The document as text, with a final newline.
    public var json: String { JSONText.make(self) + "\n" }
}

internal import Foundation
internal import Kelisim
internal import KelisimSite
internal import KelisimText

extension Diff {
    /// The redline as one HTML file; `fallback` names editions where Kelisim does not speak the
    /// language of the texts.
    func redline(_ fallback: WordingLanguage) -> [UInt8] {
        let words = language.flatMap { WordingLanguage(tag: $0) } ?? fallback
        let titles = to.edition?.terms?.title.entries ?? []
        let title = (titles.first { $0.language.tag == language } ?? titles.first)?.text
        return RedlineDocument.html(
            comparison,
            language: language,
            title: title ?? to.text.title ?? URL(fileURLWithPath: to.file).lastPathComponent,
            oldName: name(of: from, in: words),
            newName: name(of: to, in: words),
            oneSided: oneSided
        )
    }

    /// What changed in one of the editions' languages only.
    private var oneSided: OneSidedNotes {
        guard let old = from.edition, let new = to.edition,
            let language = language.flatMap({ Language($0) })
        else { return OneSidedNotes() }
        let comparisons = new.texts.compactMap { text -> (Language, TextComparison)? in
            if text.language == language { return (language, comparison) }
            guard let before = old.text(in: text.language),
                let first = try? ComparedText(before.bytes),
                let second = try? ComparedText(text.bytes)
            else { return nil }
            return (text.language, TextComparison(first, second))
        }
        let changes = OneSidedChange.all(
            in: comparisons.map { (language: $0.0, comparison: $0.1) }
        )
        return OneSidedNotes(changes, seenFrom: language) { $0.tag }
    }

    private func name(of side: Side, in language: WordingLanguage) -> String {
        side.edition.map { EditionWording.name($0.number, in: language) } ?? side.file
    }
}

extension ComparedText {
    /// What the heading says that opens the text, or nil.
    fileprivate var title: String? {
        tree.clauses.firstIndex { $0.kind == .title }
            .map { String(decoding: plainText(of: $0), as: UTF8.self) }
    }
}

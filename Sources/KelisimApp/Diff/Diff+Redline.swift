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
            oneSided: oneSided { $0.tag }
        )
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

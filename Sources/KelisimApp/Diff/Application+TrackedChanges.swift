internal import Kelisim
internal import KelisimDocument
internal import KelisimText

extension Application {
    /// The comparison as a document with tracked changes, in DOCX.
    func trackedChanges(_ diff: Diff, _ options: DiffOptions) throws(Failure) -> [UInt8] {
        let words = diff.language.flatMap { WordingLanguage(tag: $0) }
        let document = TrackedDocument(
            diff.comparison,
            author: options.author,
            at: options.instant ?? diff.to.edition?.publication?.publishedAt ?? now,
            language: diff.language,
            words: words ?? language
        )
        return try document.docx()
    }
}

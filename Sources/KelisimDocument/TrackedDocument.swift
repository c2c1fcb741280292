public import Kelisim
public import KelisimText

/// Two texts as one document with tracked changes, for people who live in a word processor.
///
/// To reject all changes gives the words of the old text, to accept them those of the new one; blocks of
/// which nothing is left stay behind empty, since pandoc tracks no paragraph marks. What was moved, split
/// or merged is deleted where it was and inserted where it is, with a comment that says so. Emphasis,
/// links and lists are those of the text that has the words, and of the new one where both do. HTML is
/// left out, as it is on pages, and pictures are their alternative text.
public struct TrackedDocument: Sendable {
    private let comparison: TextComparison
    private let author: String
    private let instant: Instant
    private let language: String?
    private let words: WordingLanguage

    /// Makes a document.
    ///
    /// - Parameters:
    ///   - comparison: the texts.
    ///   - author: who made the changes.
    ///   - instant: when.
    ///   - language: the tag of the language of the texts, if it is known.
    ///   - words: the language of comments.
    public init(
        _ comparison: TextComparison,
        author: String,
        at instant: Instant,
        language: String?,
        words: WordingLanguage
    ) {
        self.comparison = comparison
        self.author = author
        self.instant = instant
        self.language = language
        self.words = words
    }

    /// The document in DOCX; the same one gives the same bytes.
    ///
    /// - Throws: ``Failure/impossible(_:)`` when pandoc is not installed or fails.
    public func docx() throws(Failure) -> [UInt8] {
        var writer = TrackedWriter(
            comparison,
            marks: TrackedMarks(author: author, instant: instant),
            words: words
        )
        let document = PandocDocument(language: language, blocks: writer.write())
        return try Pandoc.docx(document, at: instant)
    }
}

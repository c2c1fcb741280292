internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// The texts read last, so that files made one after the other read each text once.
///
/// One shelf serves one thread.
final class TextShelf {
    /// Both languages of an edition and of the one that it replaced.
    private static let capacity = 8

    private var readings: [(digest: Digest, text: PolicyText)] = []

    /// What changed between two texts, by their digests.
    private struct Comparing {
        let old: Digest
        let new: Digest
        let comparison: TextComparison
    }

    private var comparisons: [Comparing] = []
    /// How much changed between texts, for all shelves of a build.
    private let counts: CountMemo

    /// A shelf that shares `counts` with others.
    init(counts: CountMemo = CountMemo()) { self.counts = counts }

    /// The text of `item` in `language`, read.
    ///
    /// - Throws: ``Failure/refused(_:)`` when the text is missing, is not the published one, or is
    ///   beyond the limits of what can be read.
    func text(
        of item: PolicyOutline.Item,
        in language: Language
    ) throws(Failure) -> PolicyText {
        guard let published = item.published(in: language),
            let text = item.edition.text(in: language)
        else {
            let place = Place("\(item.edition.folder)/\(language).md")
            let facts = ["edition": String(item.number), "language": language.tag]
            throw .refused([Finding(.siteTextMissing, at: place, facts)])
        }
        guard text.digest == published.digest else {
            let facts = [
                "expected": published.digest.description, "actual": text.digest.description,
            ]
            throw .refused([Finding(.siteTextChanged, at: Place(text.file), facts)])
        }
        return try read(text)
    }

    /// What `item` changed in the text of `before`.
    ///
    /// - Throws: ``Failure/refused(_:)`` as ``text(of:in:)`` does.
    func comparison(
        of item: PolicyOutline.Item,
        since before: PolicyOutline.Item,
        in language: Language
    ) throws(Failure) -> TextComparison {
        let texts = (try text(of: before, in: language), try text(of: item, in: language))
        guard let old = before.published(in: language)?.digest,
            let new = item.published(in: language)?.digest
        else { return TextComparison(ComparedText(texts.0), ComparedText(texts.1)) }
        if let known = comparisons.first(where: { $0.old == old && $0.new == new }) {
            return known.comparison
        }
        let comparison = TextComparison(ComparedText(texts.0), ComparedText(texts.1))
        if comparisons.count == TextShelf.capacity { comparisons.removeFirst() }
        comparisons.append(Comparing(old: old, new: new, comparison: comparison))
        counts.add(CountMemo.Pair(old: old, new: new), ChangeCounts(comparison))
        return comparison
    }

    /// How much `item` changed in the text of `before`.
    ///
    /// - Throws: ``Failure/refused(_:)`` as ``text(of:in:)`` does.
    func counts(
        of item: PolicyOutline.Item,
        since before: PolicyOutline.Item,
        in language: Language
    ) throws(Failure) -> ChangeCounts {
        if let old = before.published(in: language)?.digest,
            let new = item.published(in: language)?.digest,
            let known = counts.counts(CountMemo.Pair(old: old, new: new))
        {
            return known
        }
        return ChangeCounts(try comparison(of: item, since: before, in: language))
    }

    private func read(_ text: Text) throws(Failure) -> PolicyText {
        if let position = readings.firstIndex(where: { $0.digest == text.digest }) {
            return readings[position].text
        }
        do throws(MarkdownLimits.Violation) {
            let reading = try PolicyText(text.bytes)
            if readings.count == TextShelf.capacity { readings.removeFirst() }
            readings.append((text.digest, reading))
            return reading
        } catch {
            let facts = ["found": String(error.found), "limit": String(error.limit)]
            throw .refused([Finding(.siteTextLimit, at: Place(text.file), facts)])
        }
    }
}

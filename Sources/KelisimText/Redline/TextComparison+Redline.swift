extension TextComparison {
    /// The redline as an HTML fragment: both texts in one, what was removed in `del` and what was
    /// inserted in `ins`.
    ///
    /// An element that only one of the texts has bears `data-redline`, `old` or `new`. Rejecting all
    /// changes gives what ``PolicyText/html(language:)`` makes of the old text, without its reference
    /// links and marks of defined terms, and accepting them that of the new one: see
    /// Documentation/redline.md.
    ///
    /// - Parameter language: the BCP 47 tag for `lang`, or nil to leave it out.
    /// - Returns: the fragment in UTF-8.
    public func redlineHTML(language: String?) -> [UInt8] {
        var renderer = RedlineRenderer(self, NoApparatus())
        return renderer.render(language: language, context: nil)
    }

    /// The same with what `apparatus` adds.
    ///
    /// - Parameters:
    ///   - language: the BCP 47 tag for `lang`, or nil to leave it out.
    ///   - context: how many unchanged blocks stay unfolded beside a change.
    ///   - shift: how many levels of headings the page has above the title.
    ///   - apparatus: writes around changes and around folded blocks.
    /// - Returns: the fragment in UTF-8.
    package func redlineHTML(
        language: String?,
        context: Int,
        shift: Int,
        _ apparatus: any RedlineApparatus
    ) -> [UInt8] {
        var renderer = RedlineRenderer(self, apparatus, shift: shift)
        return renderer.render(language: language, context: context)
    }

    /// How many words of `change` were removed and inserted, as few as can be.
    package func wordCounts(of change: BlockChange) -> (removed: Int, inserted: Int) {
        let (old, new) = (oldPassage(of: change), newPassage(of: change))
        var (removed, inserted) = (0, 0)
        for edit in change.words {
            switch edit.operation {
            case .equal: break
            case .delete: removed += Self.wordCount(old.bytes[edit.old])
            case .insert: inserted += Self.wordCount(new.bytes[edit.new])
            }
        }
        return (removed, inserted)
    }

    private static func wordCount(_ text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBufferPointer { WordTokenizer.tokens(in: $0).count(where: \.isWord) }
    }
}

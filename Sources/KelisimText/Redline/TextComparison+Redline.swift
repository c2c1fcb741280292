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
        return renderer.render(language: language, context: nil).html
    }

    /// The same with what `apparatus` adds.
    ///
    /// - Parameters:
    ///   - language: the BCP 47 tag for `lang`, or nil to leave it out.
    ///   - context: how many unchanged blocks stay unfolded beside a change.
    ///   - apparatus: writes around changes and around folded blocks, and is kept.
    /// - Returns: the fragment in UTF-8.
    package func redlineHTML<Apparatus: RedlineApparatus>(
        language: String?,
        context: Int,
        _ apparatus: inout Apparatus
    ) -> [UInt8] {
        var renderer = RedlineRenderer(self, apparatus)
        let (html, used) = renderer.render(language: language, context: context)
        if let used = used as? Apparatus { apparatus = used }
        return html
    }
}

public import KelisimText

/// A redline as a single HTML file, to read, print or keep: it asks for nothing from elsewhere, and
/// its own security policy makes sure of that.
public enum RedlineDocument {
    /// Makes the file.
    ///
    /// - Parameters:
    ///   - comparison: what is shown.
    ///   - language: the BCP 47 tag of the texts' language, or nil; the file is in that language if
    ///     Kelisim speaks it, else in English.
    ///   - title: what is compared.
    ///   - oldName: what the old text is called.
    ///   - newName: what the new text is called.
    ///   - oneSided: what changed in one language only.
    /// - Returns: the file in UTF-8.
    public static func html(
        _ comparison: TextComparison,
        language: String?,
        title: String,
        oldName: String,
        newName: String,
        oneSided: OneSidedNotes = OneSidedNotes()
    ) -> [UInt8] {
        let words = RedlineWords.words(in: language)
        var html = HTMLBuffer(capacity: comparison.new.document.source.count * 2 + 32768)
        html.append("<h1>")
        html.escape(title)
        html.append("</h1>\n<p class=\"subtitle\">")
        html.escape("\(oldName) → \(newName)")
        html.append("</p>\n")
        let section = RedlineSection(
            comparison,
            language: language,
            words: words,
            oneSided: oneSided
        )
        html.append(section.html()[...])
        return StandalonePage(
            title: "\(title): \(oldName) → \(newName)",
            language: words.tag,
            css: PackageResources.redline_css,
            body: html.bytes
        )
        .html
    }
}

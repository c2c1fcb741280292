internal import Foundation
internal import KelisimLog
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
        html.append("<!doctype html>\n<html lang=\"")
        html.escape(words.tag)
        html.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        style(&html)
        html.append("<title>")
        html.escape("\(title): \(oldName) → \(newName)")
        html.append("</title>\n</head>\n<body>\n<main>\n<h1>")
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
        html.append("</main>\n</body>\n</html>\n")
        return html.bytes
    }

    private static let css = PackageResources.document_css + PackageResources.redline_css

    /// The style and a security policy that allows nothing but it and pictures in the text itself.
    private static func style(_ html: inout HTMLBuffer) {
        let hash = Data(Digest(of: css).bytes).base64EncodedString()
        let rules = [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "base-uri 'none'",
            "form-action 'none'",
        ]
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        html.escape(rules.joined(separator: "; "))
        html.append("\">\n<style>")
        html.append(css[...])
        html.append("</style>\n")
    }
}

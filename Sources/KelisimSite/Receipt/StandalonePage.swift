internal import Foundation
internal import KelisimLog
internal import KelisimText

/// A page in a single file, which asks for nothing from elsewhere; its own security policy makes sure of
/// that.
struct StandalonePage {
    let title: String
    /// The BCP 47 tag of the page's language.
    let language: String
    /// A style of its own, beside that of all such pages.
    var css: [UInt8] = []
    /// What stands in `main`.
    let body: [UInt8]

    /// The file in UTF-8.
    var html: [UInt8] {
        let style = PackageResources.document_css + css
        let hash = Data(Digest(of: style).bytes).base64EncodedString()
        let rules = [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "base-uri 'none'",
            "form-action 'none'",
        ]
        var html = HTMLBuffer(capacity: body.count + style.count + 1024)
        html.append("<!doctype html>\n<html lang=\"")
        html.escape(language)
        html.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        html.escape(rules.joined(separator: "; "))
        html.append("\">\n<style>")
        html.append(style[...])
        html.append("</style>\n<title>")
        html.escape(title)
        html.append("</title>\n</head>\n<body>\n<main>\n")
        html.append(body[...])
        html.append("</main>\n</body>\n</html>\n")
        return html.bytes
    }
}

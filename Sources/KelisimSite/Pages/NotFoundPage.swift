internal import Kelisim

/// `404.html`, which a server shows in the place of any page that is not there.
///
/// It says so in every language, and since it may appear at any depth its links are paths from the
/// root of the host.
struct NotFoundPage: Sendable {
    /// The path of the file.
    static let path = "404.html"

    let model: SiteModel

    /// The file.
    var file: SiteFile {
        SiteFile(NotFoundPage.path, key: model.key) { _ in bytes() }
    }

    private func bytes() -> [UInt8] {
        let messages = model.languages.map { language in
            let index = SitePath.index(language, first: model.first)
            let context: TemplateContext = [
                "lang": .text(language.tag), "home": .text(model.baseURL.path + index),
                "isFirst": .flag(language == model.first),
            ]
            let html = model.render(.notFoundMessage, language, context)
            return String(decoding: html, as: UTF8.self)
        }
        let frame = model.frame(
            "",
            model.first,
            at: "",
            alternates: model.languages.map { ($0, SitePath.index($0, first: model.first)) },
            isListed: false,
            isAnywhere: true
        )
        let context = frame.merging(["messages": .markup(messages.joined())])
        return model.render(.notFound, model.first, context)
    }
}

internal import Foundation
internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// An edition as a single file, to print or to keep.
///
/// It says only what stays true: nothing about whether the edition binds at present, which its
/// page says, whose address is in it. It asks for nothing from elsewhere, and its own security
/// policy makes sure of that: of a picture that a text names, its alternative text remains.
struct KeptFile {
    let model: SiteModel
    let item: PolicyOutline.Item
    let policy: PolicyID
    let language: Language

    /// What the files of an edition follow from.
    static func key(
        _ model: SiteModel,
        _ item: PolicyOutline.Item,
        _ policy: PolicyID
    ) -> ContentKey {
        model.key.with(
            policy.slug,
            item.record.description,
            item.cancellation?.digest.description
        )
    }

    /// The bytes of the file.
    func bytes(_ contexts: PolicyContexts, _ shelf: TextShelf) throws(Failure) -> [UInt8] {
        let text = try shelf.text(of: item, in: language)
        let article = text.html(language: language.tag)
        let terms = item.publication.terms
        let title = terms.title.wording(language)?.text ?? policy.slug
        let published = item.published(in: language)
        let isOfficial = published?.official ?? false
        let context: TemplateContext = [
            "lang": .text(language.tag),
            "title": .text(title),
            "address": .text(address(language)),
            "heading": .optional(text.tree.title == nil ? title : nil),
            "digest": .optional(published?.digest.hex),
            "notices": .markup(
                isOfficial
                    ? ""
                    : model.notices(
                        language,
                        about: language,
                        item.officialLanguages,
                        href: address
                    )
            ),
            "prevailing": .optional(item.prevailing(over: language).map(model.theme.name(of:))),
            "operator": .optional(terms.operator.name.wording(language)?.text),
            "operatorSite": .text(terms.operator.site),
            "article": .block(TemplateBlock(number: 0, bytes: article)),
            "style": .markup(style(title, published?.digest, contexts)),
        ]
        return model.render(.kept, language, context.merging(contexts.lastingFacts(of: item)))
    }

    private func address(_ language: Language) -> String {
        model.baseURL.address(of: SitePath.edition(item.number, policy, language))
    }

    /// The style and a security policy that allows nothing but it.
    private func style(_ title: String, _ digest: Digest?, _ contexts: PolicyContexts) -> String {
        func quoted(_ text: String) -> TemplateValue { .markup(CSSEscape.text(text)) }
        let publication = item.publication
        let zone = publication.terms.timeZone
        let context: TemplateContext = [
            "title": quoted(title),
            "name": quoted(contexts.name(of: item.number)),
            "effective": quoted(contexts.words(publication.effectiveAt, in: zone)),
            "digest": quoted(digest?.hex ?? ""),
            "cancelled": quoted(
                item.cancellation.map { contexts.words($0.cancelledAt, in: zone) } ?? ""
            ),
        ]
        // Browsers hash what the parser hands them: line ends are newlines, and no end tag inside.
        var css = String(decoding: model.render(.keptStyle, language, context), as: UTF8.self)
        if css.utf8.contains(UInt8(ascii: "\r")) {
            css = css.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        }
        if css.utf8.contains(UInt8(ascii: "<")) { css = css.replacing("</", with: "<\\/") }
        let hash = Data(Digest(of: css.utf8).bytes).base64EncodedString()
        let rules = [
            "default-src 'none'", "style-src 'sha256-\(hash)'",
            "base-uri 'none'", "form-action 'none'",
        ]
        let allowed = rules.joined(separator: "; ")
        return """
            <meta http-equiv="Content-Security-Policy" content="\(allowed)">
            <style>\(css)</style>
            """
    }
}

internal import Kelisim
internal import KelisimLog

/// What an edition's text is, in JSON-LD for programs: a `DigitalDocument` of schema.org.
///
/// schema.org has no word for "takes the place of"; that is said with `replaces` of the DCMI
/// Metadata Terms. An edition that never binds has no `temporalCoverage` and replaces nothing.
/// With equal force neither text is the translation of the other.
struct StructuredData {
    let model: SiteModel
    let item: PolicyOutline.Item
    let policy: PolicyID

    /// JSON for the text in `language` that may stand inside a `script` element, or nil when there
    /// is no such text.
    func text(_ language: Language) -> String? {
        guard let published = item.published(in: language) else { return nil }
        let terms = item.publication.terms
        let page = address(SitePath.edition(item.number, policy, language))
        var members: [(key: String, value: JSONValue)] = [
            ("@context", StructuredData.context),
            ("@type", .string("DigitalDocument")),
            ("@id", .string(page)),
            ("url", .string(page)),
            ("name", .string(terms.title.wording(language)?.text ?? policy.slug)),
            ("inLanguage", .string(language.tag)),
            ("version", .string(String(item.number))),
            ("creativeWorkStatus", .string(item.state.rawValue)),
            ("datePublished", .string(item.publication.publishedAt.description)),
            ("identifier", .string(published.digest.description)),
            (
                "encoding",
                .object([
                    ("@type", .string("MediaObject")),
                    ("encodingFormat", .string("text/markdown")),
                    (
                        "contentUrl",
                        .string(address(SitePath.markdown(item.number, policy, language)))
                    ),
                    ("sha256", .string(published.digest.hex)),
                ])
            ),
            (
                "publisher",
                .object([
                    ("@type", .string("Organization")),
                    ("name", .string(terms.operator.name.wording(language)?.text ?? "")),
                    ("url", .string(terms.operator.site)),
                ])
            ),
        ]
        members += coverage(language)
        members += translations(language)
        // A "<" could end the element.
        return JSONText.make(JSONValue.object(members), isPretty: false)
            .replacing("<", with: "\\u003c")
    }

    private static let context = JSONValue.list([
        .string("https://schema.org"), .object([("dcterms", .string("http://purl.org/dc/terms/"))]),
    ])

    private func address(_ path: String) -> String { model.baseURL.address(of: path) }

    /// When it binds, and what it takes the place of.
    private func coverage(_ language: Language) -> [(key: String, value: JSONValue)] {
        let start = item.publication.effectiveAt
        guard item.cancellation == nil, item.end.map({ start < $0 }) ?? true else { return [] }
        let end = item.end?.description ?? ".."
        var members: [(key: String, value: JSONValue)] = [
            ("temporalCoverage", .string("\(start)/\(end)"))
        ]
        if let replaced = item.predecessor {
            let home = replaced.languages.contains(language) ? language : replaced.languages[0]
            let page = SitePath.edition(replaced.number, policy, home)
            members.append(("dcterms:replaces", reference(page)))
        }
        return members
    }

    /// The same edition in other languages.
    private func translations(_ language: Language) -> [(key: String, value: JSONValue)] {
        guard case .language(let original) = item.publication.terms.authoritative,
            item.languages.contains(original)
        else { return [] }
        let page = { SitePath.edition(item.number, policy, $0) }
        guard language == original else {
            return [("translationOfWork", reference(page(original)))]
        }
        let others = item.languages.filter { $0 != original }
        guard !others.isEmpty else { return [] }
        return [("workTranslation", .list(others.map { reference(page($0)) }))]
    }

    private func reference(_ path: String) -> JSONValue {
        .object([("@id", .string(address(path)))])
    }
}

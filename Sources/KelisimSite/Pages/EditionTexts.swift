internal import Kelisim
internal import KelisimLog
internal import KelisimText

/// The texts of a published edition, read, in all of its languages.
struct EditionTexts: Sendable {
    /// A text in one language.
    struct Reading: Sendable {
        let language: Language
        let published: PublishedText
        let bytes: [UInt8]
        let text: PolicyText
    }

    let readings: [Reading]

    /// Reads the texts of `item`.
    ///
    /// - Throws: ``Failure/refused(_:)`` when a text is missing, is not the published one, or is
    ///   beyond the limits of what can be read.
    init(_ item: PolicyOutline.Item) throws(Failure) {
        var readings: [Reading] = []
        for published in item.publication.texts {
            let language = published.language
            guard let text = item.edition.text(in: language) else {
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
            do throws(MarkdownLimits.Violation) {
                readings.append(
                    Reading(
                        language: language,
                        published: published,
                        bytes: text.bytes,
                        text: try PolicyText(text.bytes)
                    )
                )
            } catch {
                let facts = ["found": String(error.found), "limit": String(error.limit)]
                throw .refused([Finding(.siteTextLimit, at: Place(text.file), facts)])
            }
        }
        self.readings = readings
    }

    /// The text in `language`.
    func reading(_ language: Language) -> Reading? { readings.first { $0.language == language } }
}

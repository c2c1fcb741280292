public import Kelisim
internal import KelisimLog
internal import KelisimText

/// A receipt as a single HTML file, to read, print or keep.
public enum ReceiptPage {
    /// Makes the file.
    ///
    /// - Parameters:
    ///   - receipt: what is shown.
    ///   - language: the BCP 47 tag of the language to show it in; English when Kelisim doesn't speak it.
    ///   - baseURL: the address of the site, which ends in a slash; nil when it isn't known.
    /// - Returns: the file in UTF-8.
    public static func html(_ receipt: Receipt, language: String?, baseURL: String?) -> [UInt8] {
        let words = ReceiptWords.words(in: language)
        let wording = WordingLanguage(tag: words.tag)
        var html = HTMLBuffer(capacity: 8192)
        html.append("<h1>")
        html.escape(words.title)
        html.append("</h1>\n<dl class=\"facts\">\n")
        for (name, value) in facts(receipt, words, wording) {
            html.append("<dt>")
            html.escape(name)
            html.append("</dt><dd>")
            html.escape(value)
            html.append("</dd>\n")
        }
        if let address = receipt.address(on: baseURL) {
            html.append("<dt>")
            html.escape(words.address)
            html.append("</dt><dd><a href=\"")
            html.escape(address)
            html.append("\">")
            html.escape(address)
            html.append("</a></dd>\n")
        }
        html.append("</dl>\n<h2>")
        html.escape(words.remarks)
        html.append("</h2>\n<ul>\n")
        for remark in ReceiptRemark.all(of: receipt.decision, under: receipt.publication) {
            html.append("<li>")
            html.escape(remark.sentence.text(in: wording ?? .en))
            html.append("</li>\n")
        }
        html.append("</ul>\n<h2>")
        html.escape(words.proof)
        html.append("</h2>\n")
        proof(receipt, words, &html)
        return StandalonePage(title: words.title, language: words.tag, body: html.bytes).html
    }

    private static func proof(
        _ receipt: Receipt,
        _ words: ReceiptWords,
        _ html: inout HTMLBuffer
    ) {
        guard let proof = receipt.row.proof,
            let checkpoint = Checkpoint(body: proof.checkpoint.text)
        else {
            html.append("<p>")
            html.escape(words.pending)
            html.append("</p>\n")
            return
        }
        html.append("<p>")
        html.escape(words.place(proof.index, checkpoint.size))
        html.append("</p>\n<p>")
        html.escape(words.checkpoint)
        html.append(":</p>\n<pre>")
        html.escape(proof.checkpoint.description)
        html.append("</pre>\n<p>")
        html.escape(words.verify)
        html.append("</p>\n")
    }

    private static func facts(
        _ receipt: Receipt,
        _ words: ReceiptWords,
        _ wording: WordingLanguage?
    ) -> [(String, String)] {
        let decision = receipt.decision
        let publication = receipt.publication
        let clock = LocalClock(publication?.terms.timeZone ?? .utc)
        let title = publication.flatMap { publication in
            publication.terms.title.entries.first { $0.language.tag == words.tag }?.text
                ?? publication.terms.title.entries.first?.text
        }
        let edition = decision.edition.map { number in
            wording.map { EditionWording.name(number, in: $0) } ?? String(number)
        }
        let evidence = decision.evidence.map { evidence in
            [evidence.type, evidence.reference, evidence.digest?.description]
                .compactMap(\.self).joined(separator: ", ")
        }
        let facts: [(String, String?)] = [
            (words.act, words.acts[decision.act]),
            (words.subject, decision.subject.id),
            (words.actor, decision.actor?.id.id),
            (words.policy, title ?? decision.policy.slug),
            (words.edition, edition ?? words.unknownEdition),
            (words.language, decision.language?.tag),
            (words.text, decision.textDigest?.description),
            (words.occurred, clock.words(decision.occurredAt, in: wording)),
            (words.recorded, clock.words(decision.recordedAt, in: wording)),
            (words.method, words.methods[decision.method]),
            (words.statement, decision.context.statement),
            (words.button, decision.context.button),
            (words.evidence, evidence),
            (words.published, publication.map { clock.words($0.publishedAt, in: wording) }),
            (words.inForce, publication.map { clock.words($0.effectiveAt, in: wording) }),
        ]
        return facts.compactMap { name, value in value.map { (name, $0) } }
    }
}

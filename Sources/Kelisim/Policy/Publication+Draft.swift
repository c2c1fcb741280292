internal import KelisimText

extension Publication {
    /// What the record of a draft would say if the draft were published at `instant` as it is; for
    /// showing it to its authors, never for writing it down.
    ///
    /// Nil when its settings have errors or it has no text.
    package init?(asIf draft: Edition, publishedAt instant: Instant) {
        guard let terms = draft.terms, !draft.texts.isEmpty else { return nil }
        let resolved = Result { () throws(LocalDayError) in
            try terms.effective.resolved(publishedAt: instant, in: terms.timeZone)
        }
        let effectiveAt = (try? resolved.get()) ?? instant
        self.init(
            policy: draft.policy,
            edition: draft.number,
            publishedAt: instant,
            effectiveAt: max(effectiveAt, instant),
            tzdata: TimeZoneRules.dataVersion,
            terms: terms,
            texts: draft.texts.map { text in
                PublishedText(
                    language: text.language,
                    digest: text.digest,
                    // Nobody compares the HTML of a draft with anything.
                    html: text.digest,
                    official: terms.isOfficial(text.language)
                )
            },
            renderer: MarkdownDocument.renderer,
            previous: nil,
            backdated: nil
        )
    }
}

internal import KelisimLog
internal import KelisimText

extension Repository {
    /// ``findings`` and what depends on the time: drafts are judged as if published at `instant`.
    ///
    /// What takes rendering and what the wording says are not among them; see
    /// ``renderingFindings()`` and ``Review``.
    public func findings(at instant: Instant) -> [Finding] {
        let timely = policies.flatMap { TimelineReview.findings(of: $0, at: instant) }
        return (findings + timely).sorted()
    }

    /// Published texts whose HTML is no longer what was published.
    ///
    /// An error while the renderer is the recorded one, a warning when it is another version.
    public func renderingFindings() -> [Finding] {
        let editions = policies.flatMap(\.editions)
        return Parallel.map(editions.count) { editions[$0].renderingFindings }.flatMap(\.self)
            .sorted()
    }

    /// The errors that put what was published in doubt: all but those in drafts and in the metadata
    /// that has no say about published editions.
    ///
    /// As long as there are any, nothing may be shown or recorded as published.
    public var historyErrors: [Finding] {
        let drafts = policies.flatMap(\.editions).filter { $0.publicationFile == nil }
        return findings.filter { finding in
            finding.severity == .error
                && !finding.place.file.hasSuffix("/policy.yaml")
                && !finding.place.file.hasSuffix("/edition.yaml")
                && !finding.place.file.hasSuffix("/accepted.yaml")
                && !finding.place.file.hasSuffix("/justifications.yaml")
                && !drafts.contains { finding.place.isInside($0.folder) }
        }
    }
}

extension Edition {
    /// Published texts whose HTML is no longer what was published.
    fileprivate var renderingFindings: [Finding] {
        guard let publication else { return [] }
        return publication.texts.compactMap { published in
            guard let text = text(in: published.language), text.digest == published.digest else {
                return nil
            }
            do throws(MarkdownLimits.Violation) {
                let html = Digest(of: try MarkdownDocument(text.bytes).plainHTML())
                guard html != published.html else { return nil }
                let isSame = publication.renderer == MarkdownDocument.renderer
                return Finding(
                    isSame ? .htmlChanged : .rendererDiffers,
                    at: Place(text.file),
                    [
                        "expected": published.html.description, "actual": html.description,
                        "recorded": publication.renderer, "now": MarkdownDocument.renderer,
                    ]
                )
            } catch {
                return error.finding(in: text.bytes, of: text.file)
            }
        }
    }
}

extension Place {
    /// Whether it is `folder` or something in it.
    func isInside(_ folder: String) -> Bool {
        file == folder || file.hasPrefix(folder + "/")
    }
}

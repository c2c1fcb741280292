internal import Kelisim
internal import KelisimText

extension Diff {
    /// What the text of `new` in `language` has of that of `old`; everything is added where that is nil.
    ///
    /// - Throws: ``Failure/refused(_:)`` when an edition has no such text.
    init(
        _ old: Edition?,
        _ new: Edition,
        of policy: Policy,
        in language: Language
    ) throws(Failure) {
        let to = try new.text(tagged: language.tag)
        let from = try old?.text(tagged: language.tag)
        self.init(
            Side(file: from?.file ?? "", edition: old, text: try ComparedText(published: from)),
            Side(file: to.file, edition: new, text: try ComparedText(published: to)),
            of: policy,
            language: language.tag
        )
    }
}

extension ComparedText {
    fileprivate init(published text: Text?) throws(Failure) {
        let bytes = text?.bytes ?? []
        do throws(MarkdownLimits.Violation) {
            self = try ComparedText(bytes)
        } catch {
            throw .refused([error.finding(in: bytes, of: text?.file ?? "")])
        }
    }
}

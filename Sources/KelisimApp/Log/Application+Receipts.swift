public import Kelisim
internal import KelisimLog
internal import KelisimSite
internal import KelisimText

extension Application {
    /// The forms in which a receipt is given.
    public enum ReceiptFormat: String, CaseIterable, Sendable {
        /// What `verify` reads.
        case json
        /// A page to keep, in the language of messages.
        case html
    }

    /// The receipt of the decision named `name`.
    ///
    /// - Parameters:
    ///   - name: the decision.
    ///   - format: in which form.
    ///   - language: the language of the page; nil for that of the text.
    /// - Returns: the file.
    /// - Throws: ``Failure/refused(_:)`` when there is no such decision.
    public func receipt(
        of name: String,
        as format: ReceiptFormat,
        language: String? = nil
    ) async throws(Failure) -> [UInt8] {
        let unknown = Failure.refused([
            Finding(.unknownDecision, at: Place(settings.database.name), ["decision": name])
        ])
        guard let id = DecisionID(name) else { throw unknown }
        let receipt = try await withLog { desk async throws(LogTrouble) in
            try await Receipt.make(of: id, from: desk.registry, publishedIn: desk.store)
        }
        guard let receipt, let document = ReceiptDocument(receipt, baseURL: baseAddress) else {
            throw unknown
        }
        switch format {
        case .json: return Array(document.json.utf8)
        case .html:
            let tag = language ?? receipt.decision.language?.tag ?? self.language.rawValue
            return ReceiptPage.html(receipt, language: tag, baseURL: baseAddress)
        }
    }

    /// The address of the site with a slash at its end; nil when it isn't set.
    private var baseAddress: String? {
        settings.baseURL.map { $0.hasSuffix("/") ? $0 : "\($0)/" }
    }
}

extension DecisionRequest {
    /// Why it would be refused at `now`; nil when it would be recorded.
    ///
    /// - Parameters:
    ///   - shelf: what was published.
    ///   - history: what is held of its subject.
    ///   - now: when.
    /// - Returns: the refusal.
    public func refusal(
        on shelf: Shelf,
        history: SubjectHistory,
        at now: Instant
    ) -> Refusal? {
        // The mark has no say in it.
        let zeros = [UInt8](repeating: 0, count: 16)
        guard let mark = Idempotency(key: zeros, fingerprint: zeros) else { return nil }
        do throws(Refusal) {
            let ruling = DecisionRuling(self, shelf: shelf, history: history)
            var random = RandomPool()
            _ = try ruling.decision(under: mark, at: now, using: &random)
            return nil
        } catch {
            return error
        }
    }

    /// Whether it can depend on the guardians of its subject whether it is refused.
    public func dependsOnGuardians(on shelf: Shelf) -> Bool {
        shelf.policy(policy)?.editions
            .contains { $0.publication.terms.acceptance.guardianUnder != nil } ?? false
    }
}

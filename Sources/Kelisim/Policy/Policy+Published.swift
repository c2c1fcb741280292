extension Policy {
    /// The policy as the public knows it at `now`: without drafts, and without what is to be published,
    /// or ended, later; nil when that is nothing.
    public func published(by now: Instant) -> Policy? {
        let known = editions.filter { timeline.state(of: $0.number, at: now) != .draft }
        guard !known.isEmpty else { return nil }
        guard known.count < editions.count || repeal.map({ now < $0.repealedAt }) ?? false else {
            return self
        }
        let repeal = repeal.flatMap { $0.repealedAt <= now ? $0 : nil }
        return Policy(
            id: id,
            folder: folder,
            settings: settings,
            editions: known,
            repeal: repeal,
            timeline: Timeline(known, repeal: repeal)
        )
    }
}

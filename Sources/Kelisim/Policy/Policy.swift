/// One named document of an operator with all of its editions.
public struct Policy: Hashable, Sendable {
    /// The name.
    public let id: PolicyID
    /// The path of its folder, as the reader would open it.
    public let folder: String
    /// What `policy.yaml` says now, or nil when it is missing or has errors.
    public let settings: PolicySettings?
    /// The editions whose folders could be read, by number.
    public let editions: [Edition]
    /// The record of its end.
    public let repeal: Repeal?
    /// Which edition binds when.
    public let timeline: Timeline

    /// The edition with `number`.
    public func edition(_ number: Int) -> Edition? {
        editions.first { $0.number == number }
    }

    /// The edition in force at `instant`: F(T).
    public func inForce(at instant: Instant) -> Edition? {
        timeline.inForce(at: instant).flatMap(edition)
    }

    /// The name of the document at `instant`: of the edition in force, else of the next upcoming,
    /// else of the last published, else of the current settings.
    public func title(at instant: Instant) -> LocalizedText? {
        let number =
            timeline.inForce(at: instant)
            ?? timeline.upcoming(at: instant).first
            ?? timeline.published(at: instant).last
        return number.flatMap(edition)?.terms?.title ?? settings?.title
    }

    /// The languages at `instant`, found as ``title(at:)`` finds the title.
    public func languages(at instant: Instant) -> [Language] {
        let number =
            timeline.inForce(at: instant)
            ?? timeline.upcoming(at: instant).first
            ?? timeline.published(at: instant).last
        return number.flatMap(edition)?.terms?.languages ?? settings?.languages ?? []
    }
}

extension Policy {
    /// The edition that the changes of `edition` are told against: the one before it on the timeline.
    ///
    /// A draft is on no timeline yet, nor is a cancelled edition: they are compared with the edition
    /// that they were made from. (`check` warns when a draft would replace another one.) Nil where there
    /// is none, as for a first edition.
    public func replaced(by edition: Edition) -> Edition? {
        let isOnTimeline = timeline.order.contains { $0.number == edition.number }
        guard !isOnTimeline else {
            return timeline.replaced(by: edition.number).flatMap(self.edition)
        }
        guard let number = edition.terms?.basedOn ?? edition.settings?.basedOn,
            number != edition.number
        else { return nil }
        return self.edition(number)
    }
}

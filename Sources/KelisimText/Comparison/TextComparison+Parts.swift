extension TextComparison {
    /// Puts a comparison together of its parts, which must fit each other.
    init(
        _ old: ComparedText,
        _ new: ComparedText,
        changes: [BlockChange],
        rows: [Row],
        unchanged: Int
    ) {
        (self.old, self.new, self.changes, self.rows, self.unchanged) = (
            old, new, changes, rows, unchanged
        )
    }
}

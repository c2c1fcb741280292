internal import KelisimText

extension ReviewedText {
    /// The position of the clause to which `place` belongs: the last one that begins at or before
    /// it.
    ///
    /// Nil for a place without a line, in another file, or before the first clause. A finding that
    /// is shown beside its clause finds it so.
    package func position(of place: Place) -> Int? {
        guard place.file == text.file, let line = place.line else { return nil }
        let wanted = (line, place.column ?? Int.max)
        var range = clauses.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let start = self.place(ofClause: middle)
            if (start.line ?? 0, start.column ?? 0) <= wanted {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound > 0 ? range.lowerBound - 1 : nil
    }

    /// The id of the clause to which `place` belongs, as anchors have it; nil where there is none.
    package func clauseID(at place: Place) -> String? {
        position(of: place).map { clauses[$0].id }
    }
}

internal import Synchronization

/// Rows that are committed while the finders don't find them yet, by where they will be found.
final class RecentRows: Sendable {
    /// The rows at each mark of a finder, as distances from ``start``.
    private struct Marks {
        var first: [Int64: UInt32] = [:]
        // Nearly every mark has one row only, which needs no array.
        var others: [Int64: [UInt32]] = [:]

        func distances(at mark: Int64) -> [UInt32] {
            guard let first = first[mark] else { return [] }
            return [first] + (others[mark] ?? [])
        }
    }

    /// The row of the log from which on they are.
    let start: UInt64

    private let finders = Mutex(Finder.allCases.map { _ in Marks() })

    /// None yet, from the row `start` on.
    init(start: UInt64) { self.start = start }

    /// At how many places they will be found.
    var count: Int { finders.withLock { $0.reduce(0) { $0 + $1.first.count } } }

    /// Adds rows behind all others.
    func add(_ found: [FoundRow]) {
        finders.withLock { finders in
            for row in found {
                let (finder, mark) = (row.place.finder.rawValue, row.place.mark)
                let distance = UInt32(clamping: row.position - start)
                if finders[finder].first[mark] == nil {
                    finders[finder].first[mark] = distance
                } else {
                    finders[finder].others[mark, default: []].append(distance)
                }
            }
        }
    }

    /// The rows at `place`, in order.
    func positions(at place: Place) -> [UInt64] {
        let distances = finders.withLock { $0[place.finder.rawValue].distances(at: place.mark) }
        return distances.map { start + UInt64($0) }
    }

    /// All of them, in the order of the finders.
    func sorted() -> [FoundRow] {
        var rows: [FoundRow] = []
        for (finder, marks) in zip(Finder.allCases, finders.withLock { $0 }) {
            for mark in marks.first.keys.sorted() {
                let place = Place(finder: finder, mark: mark)
                for distance in marks.distances(at: mark) {
                    rows.append(FoundRow(place: place, position: start + UInt64(distance)))
                }
            }
        }
        return rows
    }
}

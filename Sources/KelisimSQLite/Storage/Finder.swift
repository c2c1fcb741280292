internal import Kelisim

/// A table that finds rows of `entry`: each row is a ``Mark`` and a position.
enum Finder: Int, CaseIterable {
    /// By subject: the look-up that standing is computed from.
    case held
    /// By the name of a decision.
    case decision
    /// By the name of a guardianship.
    case guardianship
    /// By the guardian of a guardianship.
    case guardian
    /// By idempotency key; stays when the record is destroyed.
    case remembered
}

/// A place in a finder, at which rows may be found.
struct Place: Hashable {
    let finder: Finder
    let mark: Int64
}

/// A row that is found at a place.
struct FoundRow {
    let place: Place
    let position: UInt64
}

extension Mark {
    /// Where `record` is found as long as it exists; by its idempotency key even longer.
    func places(of record: Kelisim.Record) -> [Place] {
        var places: [Place] = []
        if let subject = record.subject {
            places.append(Place(finder: .held, mark: of(.subject, subject.id)))
        }
        switch record {
        case .decision(let decision):
            places.append(Place(finder: .decision, mark: Mark.of(decision.id)))
            places.append(Place(finder: .remembered, mark: Mark.of(key: decision.idempotency.key)))
        case .guardianship(let guardianship, _):
            let (name, guardian) = (guardianship.id.name, guardianship.guardian.id)
            places.append(Place(finder: .guardianship, mark: of(.guardianship, name)))
            places.append(Place(finder: .guardian, mark: of(.guardian, guardian)))
        case .published, .hold, .erasure, .key: break
        }
        return places
    }
}

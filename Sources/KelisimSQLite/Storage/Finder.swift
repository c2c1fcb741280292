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

extension Mark {
    /// Where and by which marks `record` is found as long as it exists.
    func places(of record: Kelisim.Record) -> [(finder: Finder, mark: Int64)] {
        var places: [(finder: Finder, mark: Int64)] = []
        if let subject = record.subject { places.append((.held, of(.subject, subject.id))) }
        switch record {
        case .decision(let decision): places.append((.decision, Mark.of(decision.id)))
        case .guardianship(let guardianship, _):
            places.append((.guardianship, of(.guardianship, guardianship.id.name)))
            places.append((.guardian, of(.guardian, guardianship.guardian.id)))
        case .published, .hold, .erasure, .key: break
        }
        return places
    }
}

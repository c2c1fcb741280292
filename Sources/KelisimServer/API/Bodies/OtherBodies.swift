internal import Foundation
internal import Kelisim
internal import KelisimText

/// The body of POST /v1/presentations.
struct PresentationBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case policy, edition, language
    }

    let policy: PolicyID
    let edition: Int?
    let language: Language

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        policy = try fields.policy(.policy)
        guard let language = try fields.language(.language) else {
            throw fields.problem(.language, .missing)
        }
        self.language = language
        edition = try fields.optional(.edition)
        if let edition, !(1...Edition.greatest ~= edition) {
            throw fields.problem(.edition, .numberNeeded(1...Edition.greatest))
        }
    }
}

/// The body of POST /v1/standings.
struct StandingsBody: Decodable {
    /// How many subjects can be asked about at once.
    static let limit = 1000

    private enum Key: String, CodingKey, CaseIterable {
        case policy, subjects
    }

    /// A subject in a list.
    private struct Item: Decodable {
        let subject: Subject

        init(from decoder: any Decoder) throws {
            let id = try decoder.singleValueContainer().decode(String.self)
            do throws(Subject.Flaw) {
                subject = try Subject(id)
            } catch {
                throw Problem(error, pointer: JSONBody.pointer(decoder.codingPath))
            }
        }
    }

    let policy: PolicyID
    let subjects: [Subject]

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        policy = try fields.policy(.policy)
        subjects = try fields.needed(.subjects, [Item].self).map(\.subject)
        guard 1...StandingsBody.limit ~= subjects.count else {
            throw fields.problem(.subjects, .countNeeded(1...StandingsBody.limit))
        }
    }
}

/// The body of PUT and DELETE /v1/subjects/{s}/hold.
struct HoldBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case reason
    }

    let reason: String

    init(from decoder: any Decoder) throws {
        reason = try BodyFields(decoder, by: Key.self).reason(.reason)
    }
}

/// The body of POST /v1/subjects/{s}/erasure.
struct ErasureBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case ground
    }

    let ground: String

    init(from decoder: any Decoder) throws {
        ground = try BodyFields(decoder, by: Key.self).reason(.ground)
    }
}

/// The body of PUT /v1/guardianships/{id}.
struct GuardianshipBody: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case guardian, ward, basis, from, until, wardReaches, evidence, verifiedBy
    }

    private let guardian: Subject
    private let ward: Subject
    private let basis: Guardianship.Basis
    private let from: Instant
    private let until: Instant?
    private let wardReaches: [Int: LocalDate]
    private let evidence: String?
    private let verifiedBy: String?

    init(from decoder: any Decoder) throws {
        let fields = try BodyFields(decoder, by: Key.self)
        guardian = try fields.subject(.guardian)
        ward = try fields.subject(.ward)
        basis = try fields.word(.basis)
        guard let from = try fields.instant(.from) else { throw fields.problem(.from, .missing) }
        self.from = from
        until = try fields.instant(.until)
        var days: [Int: LocalDate] = [:]
        for (age, day) in try fields.needed(.wardReaches, [String: String].self) {
            guard let years = Int(age), 1...150 ~= years, String(years) == age else {
                throw fields.problem(.wardReaches, .ageNeeded)
            }
            guard let date = LocalDate(iso: day) else {
                throw fields.problem(.wardReaches, .dateNeeded)
            }
            days[years] = date
        }
        wardReaches = days
        evidence = try fields.text(.evidence, atMost: 1024)
        verifiedBy = try fields.text(.verifiedBy, atMost: 1024)
    }

    /// The guardianship named `id`.
    func guardianship(_ id: GuardianshipID) -> Guardianship {
        Guardianship(
            id: id,
            guardian: guardian,
            ward: ward,
            basis: basis,
            from: from,
            until: until,
            wardReaches: wardReaches,
            evidence: evidence,
            verifiedBy: verifiedBy
        )
    }
}

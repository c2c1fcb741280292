internal import KelisimLog

extension RegistryError {
    /// What to tell a person: `refused` where the rules forbid it, else `impossible`.
    ///
    /// - Parameters:
    ///   - place: what was asked about, such as the subject or the line of a file.
    ///   - database: the database, as people may see it.
    ///   - shelf: what was published, to name what there is.
    /// - Returns: the failure.
    package func failure(at place: Place, database: String, shelf: Shelf = Shelf()) -> Failure {
        let store = Place(database)
        return switch self {
        case .refused(let refusal): .refused([refusal.finding(at: place, shelf: shelf)])
        case .busy: .impossible([Finding(.busy, at: store)])
        case .unavailable(let reason):
            .impossible([Finding(.unavailable, at: store, ["reason": reason])])
        case .damaged(let reason):
            .impossible([Finding(.registryDamaged, at: store, ["reason": reason])])
        }
    }
}

extension Refusal {
    /// What to tell a person.
    ///
    /// - Parameters:
    ///   - place: what was asked about, such as the subject or the line of a file.
    ///   - shelf: what was published, to name what there is.
    /// - Returns: the finding; the name of its code is ``code``.
    package func finding(at place: Place, shelf: Shelf = Shelf()) -> Finding {
        switch self {
        case .unknownPolicy(let policy):
            Finding(.unknownPolicy, at: place, ["policy": policy.slug])
        case .unknownEdition(_, let edition):
            Finding(.unknownEdition, at: place, ["edition": edition.map(String.init) ?? "—"])
        case .unknownLanguage(let policy, let edition, let language):
            Finding(
                .unknownTextLanguage,
                at: place,
                [
                    "language": language?.tag ?? "—",
                    "languages": Refusal.languages(shelf.policy(policy)?.edition(edition)),
                ]
            )
        case .editionNotAcceptable(let policy, let edition, let state, let instant):
            Finding(
                .editionNotAcceptable,
                at: place,
                [
                    "policy": policy.slug, "edition": String(edition),
                    "instant": instant.description,
                ],
                words: ["reason": state.obstacle]
            )
        case .textMismatch(let expected):
            Finding(.textMismatch, at: place, ["expected": expected.description])
        case .textNotOfficial(let language):
            Finding(.textNotOfficial, at: place, ["language": language.tag])
        case .presentationExpired(let instant):
            Finding(.presentationExpired, at: place, ["instant": instant.description])
        case .presentationInvalid: Finding(.presentationInvalid, at: place)
        case .wardCannotDecide: Finding(.wardCannotDecide, at: place)
        case .guardianshipNotValid(let flaw):
            Finding(.guardianshipNotValid, at: place, words: ["reason": flaw.sentence])
        case .occurredAtNotAllowed(let flaw):
            Finding(.occurredAtNotAllowed, at: place, words: ["reason": flaw.sentence])
        case .evidenceMissing: Finding(.evidenceMissing, at: place)
        case .methodNotPossible(let act, let method):
            Finding(
                .methodNotPossible,
                at: place,
                ["act": act.rawValue, "method": method.rawValue]
            )
        case .idempotencyKeyReused: Finding(.idempotencyKeyReused, at: place)
        case .gone: Finding(.gone, at: place)
        case .subjectOnHold(let reason):
            Finding(.subjectOnHold, at: place, ["reason": Refusal.closed(reason)])
        case .guardianshipFixed(let id):
            Finding(.guardianshipFixed, at: place, ["guardianship": id.name])
        case .unknownGuardianship(let id):
            Finding(.unknownGuardianship, at: place, ["guardianship": id.name])
        case .publicationContradicted(_, _, let kind, let index):
            Finding(
                .publicationContradicted,
                at: place,
                ["kind": kind.rawValue, "index": String(index)]
            )
        case .publicationOutOfOrder(_, _, let kind):
            Finding(.publicationOutOfOrder, at: place, ["kind": kind.rawValue])
        }
    }

    private static func languages(_ edition: ShelvedEdition?) -> String {
        edition?.publication.texts.map(\.language.tag).joined(separator: ", ") ?? "—"
    }

    /// A reason in the words of others, as a sentence.
    private static func closed(_ reason: String) -> String {
        reason.last.map { ".!?…".contains($0) } ?? false ? reason : "\(reason)."
    }
}

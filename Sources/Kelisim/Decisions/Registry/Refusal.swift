public import KelisimLog

/// Why the registry does not do what was asked.
///
/// Nothing was changed, and nothing is remembered of it.
public enum Refusal: Error, Codable, Hashable, Sendable {
    /// There is no such policy.
    case unknownPolicy(PolicyID)
    /// The policy has no such edition, or it is a draft.
    case unknownEdition(PolicyID, Int?)
    /// The edition has no text in the language, or none was named.
    case unknownLanguage(PolicyID, Int, Language?)
    /// The edition can't be decided on: it was cancelled, or was no longer in force at that time, or not
    /// yet published.
    case editionNotAcceptable(PolicyID, Int, EditionState, at: Instant)
    /// The digest is not that of the text, which is `expected`.
    case textMismatch(expected: Digest)
    /// The text is a translation for reading only.
    case textNotOfficial(Language)
    /// The presentation was valid until this instant.
    case presentationExpired(Instant)
    /// The presentation is forged or changed, or of a text that the registry does not know.
    case presentationInvalid
    /// The subject is a ward under the age at which it decides alone.
    case wardCannotDecide
    /// The guardianship does not allow the act.
    case guardianshipNotValid(GuardianshipFlaw)
    /// The time of the act can't be given with this method, or is not a possible one.
    case occurredAtNotAllowed(OccurredAtFlaw)
    /// A signature needs evidence.
    case evidenceMissing
    /// The act can't be done by the method.
    case methodNotPossible(Act, DecisionMethod)
    /// The key was used for another request.
    case idempotencyKeyReused
    /// The key was used for a decision that has been erased.
    case gone
    /// The subject is on legal hold for this reason.
    case subjectOnHold(String)
    /// Of a guardianship only the end can be changed.
    case guardianshipFixed(GuardianshipID)
    /// There is no such guardianship.
    case unknownGuardianship(GuardianshipID)
    /// The log holds another file for this policy and edition.
    case publicationContradicted(PolicyID, Int?, PublishedFile.Kind, index: UInt64)
    /// A publication on which others rest is not in the log, and not among those given.
    case publicationOutOfOrder(PolicyID, Int?, PublishedFile.Kind)

    /// Why a guardianship does not allow an act.
    public enum GuardianshipFlaw: String, Codable, Hashable, Sendable, CaseIterable {
        /// There is none of that name.
        case unknown
        /// It is about another guardian or another ward.
        case otherPersons = "other-persons"
        /// The act lies outside of its interval.
        case outsideInterval = "outside-interval"
        /// The ward had reached the age at which it decides alone.
        case wardOfAge = "ward-of-age"
        /// It does not say when the ward reaches that age.
        case ageUnknown = "age-unknown"
        /// There can be no such one: ``Guardianship/isPossible``.
        case impossible
    }

    /// Why the time of an act is not accepted.
    public enum OccurredAtFlaw: String, Codable, Hashable, Sendable, CaseIterable {
        /// The method doesn't allow to give one.
        case method
        /// It lies in the future.
        case future
        /// It lies outside of the time of the presentation.
        case presentation
    }

    /// The stable name, for programs.
    public var code: String {
        switch self {
        case .unknownPolicy: "unknown-policy"
        case .unknownEdition: "unknown-edition"
        case .unknownLanguage: "unknown-language"
        case .editionNotAcceptable: "edition-not-acceptable"
        case .textMismatch: "text-mismatch"
        case .textNotOfficial: "text-not-official"
        case .presentationExpired: "presentation-expired"
        case .presentationInvalid: "presentation-invalid"
        case .wardCannotDecide: "ward-cannot-decide"
        case .guardianshipNotValid: "guardianship-not-valid"
        case .occurredAtNotAllowed: "occurred-at-not-allowed"
        case .evidenceMissing: "evidence-missing"
        case .methodNotPossible: "invalid"
        case .idempotencyKeyReused: "idempotency-key-reused"
        case .gone: "gone"
        case .subjectOnHold: "subject-on-hold"
        case .guardianshipFixed: "guardianship-fixed"
        case .unknownGuardianship: "unknown-guardianship"
        case .publicationContradicted: "publication-contradicted"
        case .publicationOutOfOrder: "publication-out-of-order"
        }
    }
}

public import KelisimText

/// That one subject may decide for another for a while.
///
/// Versions are kept; only ``until`` may change from one to the next.
public struct Guardianship: Codable, Hashable, Sendable {
    /// On what ground the guardian represents the ward.
    public enum Basis: String, Codable, Hashable, Sendable, CaseIterable {
        /// A parent (ата-ана / родитель).
        case parent
        /// An adoptive parent (бала асырап алушы / усыновитель).
        case adoptiveParent = "adoptive-parent"
        /// A guardian of a child under 14 (қорғаншы / опекун).
        case guardian
        /// A custodian of a child of 14 and more (қамқоршы / попечитель).
        case custodian
    }

    /// Its name.
    public let id: GuardianshipID
    /// Who may decide.
    public let guardian: Subject
    /// For whom.
    public let ward: Subject
    /// On what ground.
    public let basis: Basis
    /// From when on.
    public let from: Instant
    /// Until when, that instant not included; nil while no end is known.
    public let until: Instant?
    /// On which day the ward reaches an age in years, such as 14 and 18; said by the backend and
    /// never derived from an IIN.
    public let wardReaches: [Int: LocalDate]
    /// Where the evidence can be found, such as a number in an archive; no scans.
    public let evidence: String?
    /// Who verified it.
    public let verifiedBy: String?

    /// Makes a guardianship of its facts.
    public init(
        id: GuardianshipID,
        guardian: Subject,
        ward: Subject,
        basis: Basis,
        from: Instant,
        until: Instant? = nil,
        wardReaches: [Int: LocalDate],
        evidence: String? = nil,
        verifiedBy: String? = nil
    ) {
        self.id = id
        self.guardian = guardian
        self.ward = ward
        self.basis = basis
        self.from = from
        self.until = until
        self.wardReaches = wardReaches
        self.evidence = evidence
        self.verifiedBy = verifiedBy
    }

    /// Whether there can be such a one: guardian and ward are two, the interval is not empty, and the
    /// ward reaches each age, from 1 on, later than those below it.
    public var isPossible: Bool {
        let ages = wardReaches.sorted { $0.key < $1.key }
        return guardian != ward && until.map { from < $0 } ?? true
            && ages.first.map { $0.key >= 1 } ?? true
            && zip(ages, ages.dropFirst()).allSatisfy { $0.value < $1.value }
    }

    /// Whether it allows acting at `instant`.
    public func covers(_ instant: Instant) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }

    /// The day on which the ward is `age` years old: as stated, or else that of the next higher age
    /// stated, so that a missing day never makes anyone older than they are.
    public func day(wardReaches age: Int) -> LocalDate? {
        wardReaches.filter { $0.key >= age }.min { $0.key < $1.key }?.value
    }
}

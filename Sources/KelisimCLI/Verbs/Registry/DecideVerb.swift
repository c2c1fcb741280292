internal import ArgumentParser
internal import Kelisim
internal import KelisimApp
internal import KelisimLog

struct DecideVerb: AsyncVerb {
    static let configuration = CommandConfiguration(
        verb: "decide",
        abstract: "Records what a subject decided about an edition.",
        discussion: """
            It is recorded once, and never changed. Exit status 1 says that the rules forbid it, and why. \
            Subjects are opaque identifiers, never names, addresses, phone numbers or IINs.
            """,
        examples: [
            Example(
                "a press of the button under the Kazakh text",
                "kelisim decide u-8f3 terms --act accepted --method click "
                    + "\\\n    --edition 1 --language kk --screen signup-3 --button 'I agree'"
            ),
            Example(
                "taken back; the edition is that of the agreement",
                "kelisim decide u-8f3 terms --act withdrawn --method click"
            ),
            Example(
                "a form that was signed on paper last week",
                "kelisim decide u-41 terms --act accepted --method paper "
                    + "\\\n    --edition 1 --language ru "
                    + "--occurred-at \"$(date -u -d '-1 week' +%FT%TZ)\" "
                    + "\\\n    --evidence-type form --evidence-reference 2026/117"
            ),
        ]
    )

    @OptionGroup var options: CommonOptions
    @Argument(help: "The subject: an opaque identifier of your own.")
    var subject: String
    @Argument(help: "The policy.", completion: .policy)
    var policy: PolicyID
    @Option(help: "What the subject did.")
    var act: Act
    @Option(help: "How.")
    var method: DecisionMethod
    @Option(
        help: "The number of the edition; a withdrawal takes back what was accepted.",
        completion: .edition
    )
    var edition: Int?
    @Option(help: "The language of the text that was shown, such as kk.", completion: .language)
    var language: Language?
    @Option(help: "The digest of that text, to make sure: sha256:...")
    var textDigest: Digest?
    @Option(help: "The guardian who acted for the subject.")
    var actor: String?
    @Option(help: "The guardianship under which the guardian acted.")
    var guardianship: GuardianshipID?
    @Option(help: "When it was done; only for paper and imported decisions.")
    var occurredAt: Instant?
    @OptionGroup var evidence: EvidenceOptions
    @Option(help: "The screen or flow, such as signup-3.")
    var screen: String?
    @Option(help: "The exact wording that was agreed to.")
    var statement: String?
    @Option(help: "The exact wording of the button.")
    var button: String?
    @Option(help: "Anything else to keep with it.")
    var note: String?
    @Option(help: "Makes a repeat of the same command harmless; without it a new key is taken.")
    var idempotencyKey: String?
    @Option(help: "How to answer.")
    var format: ReportFormat = .text

    func validate() throws {
        let isImported = method == .imported
        if edition == nil, act != .withdrawn, !isImported {
            throw ValidationError("--edition is needed, except with --act withdrawn.")
        }
        if language == nil, textDigest == nil, act == .accepted || act == .declined, !isImported {
            throw ValidationError("--language is needed: which text was shown?")
        }
        if (actor == nil) != (guardianship == nil) {
            throw ValidationError("--actor and --guardianship belong together.")
        }
        if let idempotencyKey {
            let isVisible = idempotencyKey.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            guard isVisible, (1...128).contains(idempotencyKey.utf8.count) else {
                throw ValidationError("--idempotency-key takes 1 to 128 visible ASCII characters.")
            }
        }
    }

    func run(_ application: Application) async throws(Failure) {
        let request = try request(application)
        let key = idempotencyKey ?? Application.newKey()
        let decided: Application.Decided
        do throws(Failure) {
            decided = try await application.decide(request, key: key)
        } catch {
            // Perhaps it was recorded all the same.
            if case .impossible = error { sayKey(key, application) }
            throw error
        }
        sayKey(key, application)
        switch format {
        case .text: try Console.write(application.describe(decided))
        case .json: try Console.write(DecisionAnswer(decided.recorded).json)
        }
    }

    private func sayKey(_ key: String, _ application: Application) {
        if idempotencyKey == nil { Console.say(application.describe(key: key)) }
    }

    private func request(_ application: Application) throws(Failure) -> DecisionRequest {
        var representative: Actor?
        if let actor, let guardianship {
            representative = Actor(
                id: try application.subject(actor, givenAs: "--actor"),
                guardianship: guardianship
            )
        }
        return DecisionRequest(
            subject: try application.subject(subject),
            act: act,
            method: method,
            target: .edition(policy, edition, language, textDigest),
            actor: representative,
            occurredAt: occurredAt,
            evidence: evidence.value,
            context: DecisionContext(
                screen: screen,
                statement: statement,
                button: button,
                note: note
            )
        )
    }
}

/// What shows an act.
struct EvidenceOptions: ParsableArguments {
    @Option(help: "What shows it, such as cms or form; needed for a signature.")
    var evidenceType: String?
    @Option(help: "The digest of that file: sha256:...")
    var evidenceDigest: Digest?
    @Option(help: "Where that is kept, such as a number in an archive.")
    var evidenceReference: String?

    func validate() throws {
        guard evidenceType == nil, evidenceDigest != nil || evidenceReference != nil else { return }
        throw ValidationError("--evidence-type is needed: what kind of evidence is it?")
    }

    var value: Evidence? {
        evidenceType.map {
            Evidence(type: $0, digest: evidenceDigest, reference: evidenceReference)
        }
    }
}

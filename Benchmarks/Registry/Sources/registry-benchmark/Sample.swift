import Kelisim
import KelisimLog

/// A decision as a sign-up form makes it.
enum Sample {
    static let screen = "signup-3"
    static let statement = "Құпиялылық саясатымен таныстым және келісемін"
    static let button = "Келісемін"

    /// Spread over the index, as random names are.
    static func subject(_ number: Int) -> String {
        "u-" + String((UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 16, radix: 36)
    }

    static func request(_ number: Int, _ publication: Publication) throws -> DecisionRequest {
        let text = publication.texts[0]
        let shown = Presentation(
            policy: publication.policy,
            edition: publication.edition,
            language: text.language,
            textDigest: text.digest,
            htmlDigest: text.html,
            issuedAt: .now
        )
        return DecisionRequest(
            subject: try Subject(subject(number)),
            act: .accepted,
            method: .click,
            target: .presentation(shown),
            context: DecisionContext(screen: screen, statement: statement, button: button),
            recordedBy: "site-1"
        )
    }
}

import Foundation
import Kelisim
import KelisimTesting
import Testing

/// The policies that a service is tried with.
enum ServiceRepository {
    /// Makes them: the real privacy policy, and `terms`, whose edition 1 is in force and whose edition 2
    /// comes into force in two hours.
    static func make(in folder: TemporaryFolder) throws {
        try folder.copy("\(Project.root)/policies", to: "policies")
        let hours = Int64(2 * 3_600_000)
        let next = Instant(milliseconds: Instant.now.milliseconds + hours)
        let files = [
            "policy.yaml": policy, "1/edition.yaml": "effective: on publication\n",
            "1/kk.md": text(days: 30),
        ]
        for (name, content) in files { try folder.write("policies/terms/\(name)", content) }
        try publish(1, in: folder)
        let edition = """
            effective: \(next)
            change: reconsent
            summary: {kk: Мерзім қысқарды.}

            """
        try folder.write("policies/terms/2/edition.yaml", edition)
        try folder.write("policies/terms/2/kk.md", text(days: 15))
        try publish(2, in: folder)
    }

    private static let policy = """
        title: {kk: Пайдалану шарттары}
        operator: {name: {kk: «Үлгі» қоры}, site: https://example.kz/}
        languages: [kk]
        authoritative: kk
        timeZone: Asia/Almaty
        acceptance: {mandatory: true, minimumMethod: click}

        """

    private static func text(days: Int) -> String {
        """
        # Пайдалану шарттары

        ## 1. Жалпы ережелер

        1.1. Бұл шарттар сайтты пайдалану тәртібін белгілейді.

        1.2. Өтініш \(days) күн ішінде қаралады.

        """
    }

    private static func publish(_ edition: Int, in folder: TemporaryFolder) throws {
        let command = try Command.run(
            Project.binary,
            ["publish", "terms", String(edition)],
            in: folder.path
        )
        try #require(command.status == 0, "\(command.output)\(command.errors)")
    }
}

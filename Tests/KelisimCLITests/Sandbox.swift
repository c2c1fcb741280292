import Foundation
import KelisimTesting
import Testing

/// A folder with a small valid repository, in which the real binary is run.
struct Sandbox {
    let folder: TemporaryFolder

    /// Makes the repository: one policy in Kazakh and Russian, edition 1 a draft without errors.
    init() throws {
        folder = try TemporaryFolder()
        try folder.write("policies/terms/policy.yaml", Self.policy)
        try folder.write("policies/terms/1/edition.yaml", Self.edition)
        try folder.write("policies/terms/1/kk.md", Self.kazakh)
        try folder.write("policies/terms/1/ru.md", Self.russian)
    }

    static let policy = """
        title: {kk: Пайдалану шарттары, ru: Условия использования}
        operator: {name: {kk: «Үлгі» қоры, ru: Фонд «Үлгі»}, site: https://example.kz/}
        languages: [kk, ru]
        authoritative: kk
        timeZone: Asia/Almaty
        acceptance: {mandatory: true, minimumMethod: click}

        """

    static let edition = """
        effective: on publication
        change: reconsent

        """

    static let kazakh = """
        # Пайдалану шарттары

        ## 1. Жалпы ережелер

        1.1. Бұл шарттар сайтты пайдалану тәртібін белгілейді.

        1.2. Өтініш 30 күн ішінде қаралады.

        """

    static let russian = """
        # Условия использования

        ## 1. Общие положения

        1.1. Эти условия устанавливают порядок использования сайта.

        1.2. Заявление рассматривается в течение 30 дней.

        """

    /// Runs `kelisim` here.
    @discardableResult
    func kelisim(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
        try Command.run(
            Project.binary,
            arguments,
            in: folder.path,
            environment: environment
        )
    }

    /// Runs `kelisim`, which must refuse with `status` and leave every file as it was.
    func refused(_ arguments: String..., status: Int32 = 1) throws -> String {
        let before = try folder.snapshot()
        let command = try Command.run(Project.binary, arguments, in: folder.path)
        #expect(command.status == status, "\(command.output)\(command.errors)")
        #expect(try folder.snapshot() == before, "something on the disk has changed")
        return command.output + command.errors
    }
}

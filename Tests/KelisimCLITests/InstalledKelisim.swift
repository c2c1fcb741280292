import Foundation
import KelisimTesting
import Testing

/// Kelisim as `scripts/install` puts it into a folder, with the binary that the tests were built with.
struct InstalledKelisim {
    let folder: TemporaryFolder
    /// The prefix below the folder; it has a space, as prefixes may.
    let prefix: String

    /// Installs below a new folder.
    ///
    /// - Parameters:
    ///   - prefix: the prefix.
    ///   - isStaged: whether the folder is the DESTDIR of the prefix and no part of it.
    /// - Throws: when something that it needs is missing, or the script fails.
    init(prefix: String = "/my tools", isStaged: Bool = false) throws {
        folder = try TemporaryFolder()
        self.prefix = folder.path + prefix
        let built = URL(fileURLWithPath: Project.binary).deletingLastPathComponent().path
        try #require(
            FileManager.default.isExecutableFile(atPath: "\(built)/generate-manual"),
            "generate-manual is not built: run swift build --product generate-manual, as scripts/test"
        )
        let command = try Command.run(
            "\(Project.root)/scripts/install",
            [isStaged ? prefix : self.prefix],
            in: folder.path,
            environment: isStaged ? ["BUILT": built, "DESTDIR": folder.path] : ["BUILT": built]
        )
        try #require(command.status == 0, "\(command.output)\(command.errors)")
    }
}

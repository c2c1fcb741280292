internal import Foundation

/// Where the project and what it has built stand.
public enum Project {
    /// The folder of the package.
    public static let root: String = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !exists(folder.appendingPathComponent("Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }()

    /// The binary `kelisim`, built beside the tests.
    public static let binary: String = {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        return tests.deletingLastPathComponent().appendingPathComponent("kelisim").path
    }()

    /// A file of the design material beside the checkout, or nil where there is none.
    public static func shared(_ name: String) -> String? {
        let path = "\(root)/../shared/\(name)"
        return exists(path) ? path : nil
    }

    private static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}

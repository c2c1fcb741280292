internal import Foundation
public import Kelisim

extension Application {
    /// The comparison in a format.
    public func show(
        _ diff: Diff,
        as format: DiffFormat,
        _ options: DiffOptions
    ) throws(Failure) -> [UInt8] {
        try format.make(diff, options, self)
    }

    /// Writes a result to the file at `path`, in one step.
    ///
    /// - Throws: ``Failure/refused(_:)`` when that would overwrite one of the texts of `diff` or
    ///   anything in the policy repository, ``Failure/impossible(_:)`` when it can't be written.
    public func write(_ bytes: [UInt8], to path: String, of diff: Diff) throws(Failure) {
        guard !isInRepository(path), !diff.files.map(Self.resolved).contains(Self.resolved(path))
        else { throw .refused([Finding(.outputOverTexts, at: Place(path))]) }
        do throws(SystemError) {
            try DurableFile.write(bytes, to: path, existing: .replaced)
        } catch {
            throw .impossible([error.finding])
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}

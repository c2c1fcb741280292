internal import Kelisim
internal import KelisimText

extension Application {
    /// The bytes of a text that need not be in the repository.
    static func readText(_ path: String) throws(Failure) -> [UInt8] {
        let limit = MarkdownLimits.maximumBytes
        do throws(SystemError) {
            let bytes = try DurableFile.read(path, limit: limit)
            if bytes.count <= limit { return bytes }
        } catch {
            throw .impossible([error.finding])
        }
        throw .refused([Finding(.fileTooLarge, at: Place(path), ["limit": String(limit)])])
    }
}

internal import Foundation
internal import Kelisim
internal import KelisimApp
internal import KelisimText

/// Standard output and standard error.
enum Console {
    /// Writes a result.
    static func write(_ text: String) throws(Failure) {
        try write(Array(text.utf8))
    }

    /// Writes a result.
    static func write(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let reason = ["reason": String(cString: strerror(errno))]
                throw .impossible([Finding(.cannotPrint, at: Place("standard output"), reason)])
            }
        }
    }

    /// Writes a message for a person.
    static func say(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Says why something was not done, or what to look at all the same.
    static func report(_ findings: [Finding], in language: WordingLanguage) {
        let report = FindingReport(findings, in: language)
        say(report.details(style: style(of: STDERR_FILENO)))
    }

    /// Says why something was not done.
    static func report(_ failure: Failure, in language: WordingLanguage) {
        switch failure {
        case .refused(let findings), .impossible(let findings): report(findings, in: language)
        }
    }

    /// Colours only for a person at a terminal who has not declined them (no-color.org).
    static func style(of descriptor: Int32) -> TerminalStyle {
        let declined = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return TerminalStyle(isColoured: isatty(descriptor) == 1 && !declined)
    }
}

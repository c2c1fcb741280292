internal import Foundation

/// Why the operating system did not do something with a file or folder.
package struct SystemError: Error, Hashable, Sendable {
    /// What was tried.
    package enum Operation: Hashable, Sendable {
        /// Reading a file or listing a folder.
        case read
        /// Writing, creating or removing.
        case write
    }

    /// What was tried.
    package let operation: Operation
    /// The path, as the reader would open it.
    package let path: String
    /// The value of `errno`.
    package let code: Int32

    /// Makes an error of its facts.
    package init(operation: Operation, path: String, code: Int32) {
        (self.operation, self.path, self.code) = (operation, path, code)
    }

    /// The error that `errno` stands for now.
    static func last(_ operation: Operation, _ path: String) -> SystemError {
        SystemError(operation: operation, path: path, code: errno)
    }

    /// What to tell a person.
    package var finding: Finding {
        let reason = ["reason": String(cString: strerror(code))]
        return switch (operation, code) {
        case (.read, _): Finding(.cannotRead, at: Place(path), reason)
        case (.write, ENOSPC), (.write, EDQUOT): Finding(.diskFull, at: Place(path), reason)
        case (.write, _): Finding(.cannotWrite, at: Place(path), reason)
        }
    }
}

package import KelisimLog

/// What a process asks of the registry of another one: a method of ``Registry`` or ``AccessKeys`` with its
/// arguments.
///
/// It travels as JSON, and the answer is a ``RegistryReply`` of what the method gives. Both sides are of
/// one version, so the form is nobody's interface.
package enum RegistryCall: Codable, Sendable {
    /// ``Registry/submit(_:)``.
    case submit(Submission)
    /// ``Registry/shelf()``; the reply has its items.
    case shelf
    /// ``Registry/head()``.
    case head
    /// ``Registry/history(of:)``.
    case history(Subject)
    /// ``Registry/histories(of:)``.
    case historiesOf([Subject])
    /// ``Registry/histories(after:limit:)``.
    case histories(after: Subject?, limit: Int)
    /// ``Registry/entries(of:from:limit:)``.
    case entriesOf(Subject, from: UInt64, limit: Int)
    /// ``Registry/entries(in:)``.
    case entriesIn(Range<UInt64>)
    /// ``Registry/entry(of:)``.
    case entryOf(DecisionID)
    /// ``Registry/versions(of:)``.
    case versions(GuardianshipID)
    /// ``Registry/guardianships(by:)``.
    case guardianships(Subject)
    /// ``Registry/secret(_:)``.
    case secret(SecretName)
    /// ``AccessKeys/add(_:)``; what gives nothing is replied to with ``Done``.
    case addKey(AccessKey)
    /// ``AccessKeys/accessKeys()``.
    case keys
    /// ``AccessKeys/accessKey(digest:)``.
    case key(Digest)
    /// ``AccessKeys/revokeAccessKey(_:at:)``.
    case revokeKey(String, at: Instant)
    /// ``AccessKeys/noteUse(of:)``.
    case noteUse([String: Instant])
    /// ``CopyableRegistry/backup(to:)``, with an absolute path.
    case backup(String)
    /// The log is published as far as the registry has grown, before the reply.
    case publishLog
}

extension RegistryCall {
    /// Where calls are posted to.
    package static let path = "/registry"

    /// The path of the socket beside the database at `path`.
    package static func socket(of path: String) -> String { "\(path).socket" }
}

/// How large the files of a repository may be, in bytes.
package enum FileLimits {
    /// A text: 4 MiB.
    package static let text = 4 << 20
    /// A metadata file: 64 KiB.
    static let metadata = 64 << 10
    /// The reasons for the changes of an edition, of which there may be hundreds: 1 MiB.
    static let justifications = 1 << 20
}

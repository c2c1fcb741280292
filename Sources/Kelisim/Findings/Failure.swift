/// Why something asked for was not done.
///
/// The command line turns `refused` into exit status 1 and `impossible` into 2.
public enum Failure: Error, Hashable, Sendable {
    /// The input or the rules forbid it; nothing was changed.
    case refused([Finding])
    /// It could not be tried or finished: a path cannot be read, the disk is full.
    case impossible([Finding])

    /// What to tell a person.
    package var findings: [Finding] {
        switch self {
        case .refused(let findings), .impossible(let findings): findings
        }
    }
}

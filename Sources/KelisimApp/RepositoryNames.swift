internal import Foundation
internal import Kelisim

/// What there is in a policy repository by the names of its folders and files alone.
///
/// No file is opened, so it is fast, and a mistake in a file hides nothing.
public struct RepositoryNames: Sendable {
    private let root: String

    /// Looks at the repository in the folder `root`, which need not exist.
    public init(root: String) {
        self.root = root
    }

    /// The slugs of the policies, in order.
    public var policies: [String] {
        names(in: root).filter { PolicyID($0) != nil }.sorted()
    }

    /// The numbers of the editions of `policy`, or of all policies, in order.
    public func editions(of policy: String?) -> [String] {
        let found = (policy.map { [$0] } ?? policies)
            .flatMap { names(in: "\(root)/\($0)") }.compactMap(Int.init)
        return Set(found).sorted().map(String.init)
    }

    /// The tags of the languages that there are texts in, in order.
    public var languages: [String] {
        let files = policies.flatMap { policy in
            editions(of: policy).flatMap { names(in: "\(root)/\(policy)/\($0)") }
        }
        let tags = files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
        return Set(tags.filter { Language($0) != nil }).sorted()
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}

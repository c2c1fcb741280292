package import Kelisim
internal import KelisimText
internal import Synchronization

/// What was published, as the service shows it, at one moment of the policy repository.
package struct Library: Sendable {
    /// The policy repository, proved unchanged.
    package let repository: Repository
    /// The pages of the site, ready to be sent as far as they were asked for.
    let pages: PageShelf

    /// Makes a library of its parts.
    package init(repository: Repository, site: SitePages) {
        self.repository = repository
        pages = PageShelf(site, repository.policies)
    }
}

/// The library that holds now; another takes its place without a request noticing.
package final class LibraryShelf: Sendable {
    private let library: Mutex<Library>

    /// Begins with `library`.
    package init(_ library: Library) {
        self.library = Mutex(library)
    }

    /// The library that holds now.
    package var current: Library {
        get { library.withLock { $0 } }
        set {
            newValue.pages.take(from: pages)
            library.withLock { $0 = newValue }
        }
    }

    /// The pages of the library that holds now.
    var pages: PageShelf { library.withLock { $0.pages } }
}

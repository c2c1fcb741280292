internal import HTTPTypes
internal import Hummingbird
internal import Kelisim
internal import NIOCore

/// Answers with the pages of the site.
struct PageResponder: Sendable {
    private let library: LibraryShelf

    init(_ library: LibraryShelf) {
        self.library = library
    }

    /// The answer to `request`, when it is for a page that there is.
    func answer(_ request: Request) -> Response? {
        guard request.method == .get || request.method == .head else { return nil }
        return nil
    }

    /// The page that says that there is none; nil for who does not read pages.
    func missing(_ request: Request) -> Response? { nil }
}

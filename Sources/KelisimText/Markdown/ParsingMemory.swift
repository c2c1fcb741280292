#if canImport(Glibc)
private import Glibc
#endif

/// Memory for libcmark's tree of a long text, in a few large pages.
///
/// The tree is made of small pieces, for which malloc would ask the system page by page: for a text
/// of 1 MB that takes as long as parsing it.
enum ParsingMemory {
    /// Texts that have fewer bytes are read quickly anyway.
    private static let long = 1 << 18
    /// About how many bytes of the tree there are for each of the text.
    private static let ratio = 14
    /// malloc takes larger pieces from the system, and gives them back at once.
    private static let most = 24 << 20

    /// Makes malloc keep memory for a text of `count` bytes on this thread.
    static func reserve(for count: Int) {
        #if canImport(Glibc)
        guard count >= long else { return }
        let size = min(count * ratio, most)
        // Having freed a piece, malloc keeps smaller ones that follow.
        free(malloc(size + 4096))
        guard let piece = malloc(size) else { return }
        let page = 1 << 21
        let start = (Int(bitPattern: piece) + page - 1) & -page
        let end = (Int(bitPattern: piece) + size) & -page
        if start < end {
            // Where the system has no large pages, nothing is lost.
            _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
        }
        free(piece)
        #endif
    }
}

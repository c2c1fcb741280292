internal import Foundation
internal import Kelisim

/// Work on a long list, done by all cores at once.
enum Stretches {
    /// Gives `work` the elements of `all`, `size` neighbours at a time, and `receive` what it makes
    /// of them, in any order.
    ///
    /// - Throws: what `work` throws; other stretches that had begun are finished, no new one begins.
    static func each<Element: Sendable, Product: Sendable>(
        _ all: [Element],
        of size: Int,
        _ work: @escaping @Sendable (ArraySlice<Element>) throws(Failure) -> Product,
        receive: (Product) -> Void
    ) async throws(Failure) {
        var starts = stride(from: 0, to: all.count, by: size).makeIterator()
        let width = ProcessInfo.processInfo.activeProcessorCount
        let failure = await withTaskGroup(of: Result<Product, Failure>.self) { group in
            func begin() {
                guard let start = starts.next() else { return }
                let slice = all[start..<min(start + size, all.count)]
                group.addTask { Result { () throws(Failure) in try work(slice) } }
            }
            for _ in 0..<width { begin() }
            var failure: Failure?
            for await result in group {
                switch result {
                case .success(let product):
                    receive(product)
                    if failure == nil { begin() }
                case .failure(let error): failure = failure ?? error
                }
            }
            return failure
        }
        if let failure { throw failure }
    }
}

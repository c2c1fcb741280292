internal import Foundation

/// Independent work done by all cores at once.
enum Parallel {
    /// What `make` makes of each number below `count`, in that order.
    static func map<Product: Sendable>(
        _ count: Int,
        _ make: @Sendable (Int) -> Product
    ) -> [Product] {
        [Product](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each place is written once, by one thread, and read after all of them are done.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                places.initializeElement(at: index, to: make(index))
            }
            initialized = count
        }
    }
}

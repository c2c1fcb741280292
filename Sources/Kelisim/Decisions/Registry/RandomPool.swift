internal import Foundation

/// Random numbers of the operating system, asked for many at a time: a decision takes six, and six calls
/// would cost more than its hash.
struct RandomPool: RandomNumberGenerator {
    // As many bytes as getentropy(3) gives at once.
    private static let size = 32
    private var words: [UInt64] = []

    /// The next number, which is given only once.
    mutating func next() -> UInt64 {
        if let word = words.popLast() { return word }
        words = [UInt64](repeating: 0, count: RandomPool.size)
        let result = words.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        guard result == 0, let word = words.popLast() else {
            words = []
            var source = SystemRandomNumberGenerator()
            return source.next()
        }
        return word
    }
}

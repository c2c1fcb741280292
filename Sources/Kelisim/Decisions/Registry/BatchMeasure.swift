/// What a registry tells of each batch that it begins with, to be measured.
public struct BatchMeasure: Hashable, Sendable {
    /// How many submissions it has.
    public let size: Int
    /// How many wait for a later one.
    public let waiting: Int

    /// Makes a measure of its parts.
    public init(size: Int, waiting: Int) {
        self.size = size
        self.waiting = waiting
    }
}

internal import KelisimText

extension [Fact] {
    /// The facts that `other` does not have as often.
    func difference(from other: [Fact]) -> [Fact] {
        var rest = Dictionary(other.map { ($0.identity, 1) }, uniquingKeysWith: +)
        return filter { fact in
            guard let count = rest[fact.identity], count > 0 else { return true }
            rest[fact.identity] = count - 1
            return false
        }
    }

    /// The facts for a message; a dash where there are none.
    var listed: String {
        isEmpty ? "—" : map(\.description).joined(separator: ", ")
    }
}

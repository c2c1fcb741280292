extension RandomAccessCollection {
    /// The first index whose element satisfies `test`, when all that do stand at the end.
    func partitioningIndex(where test: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if test(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}

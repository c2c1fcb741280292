/// Text of which only the ends are shown.
enum ElidedText {
    /// How many words must be saved for an ellipsis to be worth it.
    private static let least = 6

    /// The first and the last words of `text`, or all of it when it is not much longer.
    static func make(_ text: String, first: Int, last: Int) -> String {
        let bytes = text[...].utf8
        guard let start = gap(after: first, bytes, bytes.indices),
            gap(after: last + least, bytes, bytes[start...].indices) != nil
        else { return text }
        guard last > 0, let end = gap(after: last, bytes, bytes[start...].indices.reversed()) else {
            return text[..<start] + " …"
        }
        return text[..<start] + " …" + text[end...]
    }

    /// The white space behind the first `count` words, in the order of `indices`, if any follows.
    private static func gap(
        after count: Int,
        _ bytes: Substring.UTF8View,
        _ indices: some Sequence<String.Index>
    ) -> String.Index? {
        var words = 0
        var isInWord = false
        for index in indices {
            let isSpace = bytes[index] == 0x20 || bytes[index] == 0x0A
            if isSpace, isInWord { words += 1 }
            if isSpace, words >= count { return index }
            isInWord = !isSpace
        }
        return nil
    }
}

/// A word, a number or a sign of a plain text: what a comparison of words never takes apart.
struct WordToken {
    /// The bytes of the plain text that hold it.
    let range: Range<Int>
    /// Whether it has a letter or a digit.
    let isWord: Bool
}

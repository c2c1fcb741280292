/// A mark that may be typed in more than one way, where it stands in a clause.
package struct TypographicMark: Hashable, Sendable {
    /// What sort of mark it is.
    package enum Kind: Hashable, Sendable {
        /// A dash between words, with a space on either side: `-`, `–` or `—`.
        case dash(String)
        /// A quotation outside of any other, by the mark that opens it and the one that closes it.
        case quotation(String)
        /// A hyphen behind a number with a space behind it: «7.2- тармақтарын».
        case strayHyphen(typed: String, meant: String)
        /// An apostrophe at the end of a word that ends no quotation: «Oqu'».
        case strayApostrophe(word: String)
    }

    /// What sort of mark it is.
    package let kind: Kind
    /// Where it stands in the block's plain text.
    package let offset: Int
}

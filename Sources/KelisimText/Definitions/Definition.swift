/// A term that a text defines: «Пайдаланушы» - …, or (бұдан әрі – Сайт).
public struct Definition: Hashable, Sendable {
    /// The term, without quotation marks.
    public let term: String
    /// The position of the clause that defines it.
    public let clause: Int
    /// Whether it is defined in passing, «(далее – Сайт)».
    public let isInline: Bool
    /// The bytes of the source that hold the term.
    public let source: Range<Int>
    /// The bytes of the block's plain text that hold the term.
    package let range: Range<Int>
}

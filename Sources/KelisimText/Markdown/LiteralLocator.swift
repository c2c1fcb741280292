#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

/// Finds the places in the source of the literals that libcmark reports.
///
/// libcmark's own columns are right on the first line of a block. On later lines they are off by
/// the marks and white space at the start of the line, and in the cells of tables they are of no
/// use; the literals of a block, however, stand in its source one after another.
struct LiteralLocator {
    let lines: SourceLines
    private let source: UnsafeBufferPointer<UInt8>
    /// The end of the last literal that was found.
    private var cursor = 0
    /// The end of the block.
    private var blockEnd = 0
    /// How far libcmark's columns are off on this line.
    private var shift = 0
    /// Where the content of the line begins, until the first hint on it tells how far it is off.
    private var lineStart: Int?

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        lines = SourceLines(source)
    }

    /// Begins with the literals of the block at `block`.
    mutating func enter(block: Range<Int>) {
        cursor = block.lowerBound
        blockEnd = block.upperBound
        shift = 0
        lineStart = nil
    }

    /// What is left of the block.
    var rest: Range<Int> { cursor..<max(cursor, blockEnd) }

    /// Passes on to the next line of the block.
    mutating func breakLine() {
        while cursor < blockEnd, source[cursor] != 0x0A, source[cursor] != 0x0D { cursor += 1 }
        cursor = min(source.skippingLineStart(from: cursor), blockEnd)
        lineStart = cursor
    }

    /// The place of an inline node that libcmark puts at `offset`.
    mutating func hint(_ offset: Int) -> Int {
        if let lineStart {
            shift = lineStart - offset
            self.lineStart = nil
        }
        return offset + shift
    }

    /// Where the content of a code span begins whose marks begin at `start`.
    func skippingTicks(from start: Int) -> Int {
        var index = max(start, 0)
        while index < blockEnd, source[index] == UInt8(ascii: "`") { index += 1 }
        if index < blockEnd, source[index] == 0x20 { index += 1 }
        return index
    }

    /// Whether `text` stands in the source at `start`.
    func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + text.count <= source.count else { return false }
        guard let base = text.baseAddress, let origin = source.baseAddress else { return true }
        return memcmp(origin + start, base, text.count) == 0
    }

    /// Finds `text` behind the literal before it, and whether the source holds it as it is.
    ///
    /// What cannot be found has an empty place there.
    mutating func locate(
        _ text: UnsafeBufferPointer<UInt8>,
        hint: Int
    ) -> (place: Range<Int>, isVerbatim: Bool) {
        if let found = verbatim(text, at: hint) ?? verbatim(text, at: cursor)
            ?? escaped(text, at: hint) ?? escaped(text, at: cursor) ?? ahead(text)
        {
            cursor = found.place.upperBound
            shift += found.place.lowerBound - hint
            return found
        }
        return (cursor..<cursor, false)
    }

    private typealias Found = (place: Range<Int>, isVerbatim: Bool)

    private func verbatim(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Found? {
        guard start >= cursor, start + text.count <= blockEnd, matches(text, at: start) else {
            return nil
        }
        return (start..<start + text.count, true)
    }

    private func escaped(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Found? {
        guard start >= cursor, start < blockEnd else { return nil }
        var steps = EscapedLiteral(text, in: source, from: start, to: blockEnd)
        while steps.next() != nil {}
        return steps.isComplete ? (start..<steps.sourceEnd, false) : nil
    }

    /// Looks for `text` a little ahead: behind a code span of several lines, for one.
    private func ahead(_ text: UnsafeBufferPointer<UInt8>) -> Found? {
        guard let base = source.baseAddress, let first = text.first else { return nil }
        let limit = min(blockEnd - text.count, cursor + 256)
        var start = cursor
        while start <= limit {
            guard let found = memchr(base + start, Int32(first), limit - start + 1) else { break }
            start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if matches(text, at: start) { return (start..<start + text.count, true) }
            start += 1
        }
        return nil
    }

    /// The lines of a paragraph without the marks of the blocks around it, or none where a line
    /// has no pipe.
    func tableLines(of paragraph: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = paragraph.lowerBound
        while start < paragraph.upperBound {
            var end = start
            var hasPipe = false
            while end < paragraph.upperBound, source[end] != 0x0A, source[end] != 0x0D {
                hasPipe = hasPipe || source[end] == UInt8(ascii: "|")
                end += 1
            }
            guard hasPipe else { return [] }
            let next = source.skippingLineStart(from: end)
            while end > start, source[end - 1] == 0x20 || source[end - 1] == 0x09 { end -= 1 }
            result.append(start..<end)
            start = next
        }
        return result
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the content of a line begins, given where the line before it ends.
    func skippingLineStart(from lineEnd: Int) -> Int {
        var index = lineEnd
        if index < count, self[index] == 0x0D { index += 1 }
        if index < count, self[index] == 0x0A { index += 1 }
        while index < count, self[index] == 0x20 || self[index] == 0x09 || self[index] == 0x3E {
            index += 1
        }
        return index
    }
}

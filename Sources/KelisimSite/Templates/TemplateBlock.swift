/// HTML that is put into a page after Mustache has made it.
///
/// Mustache copies what it is given once for each group around it; a whole text is better put in
/// last, into the place of a mark.
struct TemplateBlock: Sendable {
    /// What no text can hold, since texts hold no control characters.
    private static let frame: UInt8 = 0x01

    /// A number below ten that no other block of the page has.
    let number: UInt8
    /// The HTML.
    let bytes: [UInt8]

    /// What stands for the block until it is put in.
    var mark: String {
        guard !bytes.isEmpty else { return "" }
        let bytes = [TemplateBlock.frame, UInt8(ascii: "0") + number, TemplateBlock.frame]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `page` with each of `blocks` in the place of its mark.
    static func fill(_ page: String, with blocks: [TemplateBlock]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(page.utf8.count + blocks.reduce(0) { $0 + $1.bytes.count })
        var rest = Array(page.utf8)[...]
        while let start = rest.firstIndex(of: frame) {
            result += rest[..<start]
            let name = rest.dropFirst(start - rest.startIndex + 1).first
            let block = blocks.first { UInt8(ascii: "0") + $0.number == name }
            result += block?.bytes ?? []
            rest = rest[start...].dropFirst(block == nil ? 1 : 3)
        }
        return result + rest
    }
}

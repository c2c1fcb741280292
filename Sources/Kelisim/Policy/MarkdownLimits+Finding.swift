package import KelisimText

extension MarkdownLimits.Violation {
    /// What to tell a person about `bytes`, which are those of `file`.
    package func finding(in bytes: [UInt8], of file: String) -> Finding {
        let before = bytes.prefix(offset)
        let newline = UInt8(ascii: "\n")
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let place = Place(
            file,
            line: before.count { $0 == newline } + 1,
            column: before[start...].count { $0 & 0xC0 != 0x80 } + 1
        )
        return Finding(code, at: place, ["limit": String(limit), "found": String(found)])
    }

    private var code: FindingCode {
        switch kind {
        case .size: .fileTooLarge
        case .nesting: .nestingTooDeep
        case .brackets: .bracketsOpen
        case .work: .layoutTooCostly
        }
    }
}

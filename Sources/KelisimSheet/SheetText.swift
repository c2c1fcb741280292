/// Text as the XML of a workbook can hold it.
enum SheetText {
    /// `text` with what no XML can hold replaced by U+FFFD, and with the escapes of the format taken
    /// literally.
    ///
    /// In a workbook `_x0041_` means the letter A (ECMA-376 part 1, 22.9.2.19), so a text that holds
    /// these very signs has its underscore escaped.
    static func encoded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        let all = Array(text.unicodeScalars)
        for (index, scalar) in all.enumerated() {
            if isEscape(all[index...]) { scalars.append(contentsOf: "_x005F".unicodeScalars) }
            scalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
        }
        return String(scalars)
    }

    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = scalars.prefix(7)
        return start.count == 7 && start.first == "_" && start.last == "_"
            && start.dropFirst().first == "x"
            && start.dropFirst(2).dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    /// Source: XML 1.0, production 2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }
}

/// How much room a text takes, in whole pixels, whatever font the reader has.
///
/// A drawing is made before anybody knows the font, so the widths are those of wide ones (DejaVu
/// Sans, Verdana); in others there is some room to spare.
enum TextMeasure {
    private static let narrow = Set(" .,:;'|!()[]-il–·«»")
    private static let wide = Set("mwMWжмшщфыюәңұЖМШЩФЫЮҢ№@%—")

    /// The width of `text` in letters of `size` pixels.
    static func width(_ text: String, size: Int) -> Int {
        let thousandths = text.reduce(0) { sum, letter in
            if narrow.contains(letter) { return sum + 430 }
            if wide.contains(letter) { return sum + 960 }
            return sum + (letter.isUppercase ? 780 : 660)
        }
        return (thousandths * size + 999) / 1000
    }

    /// `text` in lines of at most `width` pixels, broken between words; a longer word stands alone.
    static func lines(_ text: String, size: Int, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            guard let last = lines.last,
                TextMeasure.width("\(last) \(word)", size: size) <= width
            else {
                lines.append(String(word))
                continue
            }
            lines[lines.count - 1] = "\(last) \(word)"
        }
        return lines
    }
}

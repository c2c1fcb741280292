/// A workbook of one sheet, before it is written.
struct Workbook {
    /// A column of the sheet.
    struct Column {
        /// How wide it is, in digits of the standard font.
        let width: Double
    }

    /// What the workbook is called in its properties, and on every printed page.
    let title: String
    /// What the sheet is called.
    let sheet: String
    /// The columns.
    let columns: [Column]
    /// The first row.
    let header: [SheetCell]
    /// The rows below it.
    let rows: [[SheetCell]]

    /// The name of the sheet as Excel allows it: at most 31 characters, none of `[]:*?/\`, no apostrophe
    /// at its ends.
    var sheetName: String {
        let allowed = sheet.unicodeScalars.filter { !"[]:*?/\\".unicodeScalars.contains($0) }
        let name = String(String.UnicodeScalarView(allowed.prefix(31)))
            .trimmingPrefix { $0 == "'" || $0 == " " }
        return name.last == "'" ? String(name.dropLast()) : String(name)
    }

    /// The line above every printed page: the title, in as much as fits (255 characters), with the sign
    /// that begins a command written twice.
    var pageHeader: String {
        "&C" + title.prefix(100).replacing("&", with: "&&")
    }
}

public import Kelisim

/// A comparison table as a file for spreadsheets, in the form of RFC 4180: commas, every field in
/// quotation marks, CRLF at the end of each row.
///
/// It is UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.
/// The lines of a cell are separated by line feeds. CSV knows no bold, so the words that changed are
/// not marked; the other forms mark them.
///
/// A text whose first character would make a spreadsheet take it for a formula (`=`, `+`, `-`, `@`,
/// their full-width forms, a tab or a carriage return) gets an apostrophe in front of it, as OWASP
/// advises: a text of law must not run on the machine of its reader. Nothing else is changed.
public enum ComparisonTableCSV {
    /// The bytes of the file.
    public static func bytes(of table: ComparisonTable) -> [UInt8] {
        let rows = [table.columns.map(\.heading)] + table.rows
        let lines = rows.map { row in row.map(field).joined(separator: ",") + "\r\n" }
        return Array("\u{FEFF}".utf8) + Array(lines.joined().utf8)
    }

    private static func field(_ cell: ComparisonTable.Cell) -> String {
        let text = cell.map(\.text).joined(separator: "\n")
        let isFormula = text.unicodeScalars.first.map(startsFormula) ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}

internal import CXLSXWriter
internal import Foundation
internal import Kelisim

/// The writing of a workbook by libxlsxwriter.
///
/// Nothing else knows the library; what it allocates is freed before this returns. The library writes files only, so it gets a folder of its own that goes away afterwards.
enum WorkbookWriter {
    /// The bytes of `workbook`.
    static func bytes(of workbook: Workbook) throws(SystemError) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("kelisim-\(UUID().uuidString)").path
        guard mkdir(folder, 0o700) == 0 else {
            throw SystemError(operation: .write, path: folder, code: errno)
        }
        let file = "\(folder)/table.xlsx"
        defer {
            unlink(file)
            rmdir(folder)
        }
        try write(workbook, to: file, in: folder)
        return try DurableFile.read(file, limit: Int.max - 1)
    }

    private static func write(
        _ workbook: Workbook,
        to file: String,
        in folder: String
    ) throws(SystemError) {
        // The library copies neither of the two before it is closed.
        let temporary = strdup(folder)
        defer { free(temporary) }
        var options = lxw_workbook_options(
            constant_memory: 0,
            tmpdir: temporary,
            use_zip64: 0
        )
        guard let book = workbook_new_opt(file, &options) else {
            throw SystemError(operation: .write, path: file, code: ENOMEM)
        }
        setProperties(of: book, workbook)
        var isWhole = false
        if let sheet = workbook_add_worksheet(book, workbook.sheetName) {
            arrange(sheet, workbook)
            isWhole = fill(sheet, of: book, workbook)
        }
        // This also frees the book.
        let error = workbook_close(book)
        guard isWhole, error == LXW_NO_ERROR else {
            throw SystemError(operation: .write, path: file, code: errno == 0 ? EIO : errno)
        }
    }

    private static func setProperties(
        of book: UnsafeMutablePointer<lxw_workbook>,
        _ workbook: Workbook
    ) {
        let title = strdup(workbook.title)
        defer { free(title) }
        var properties = lxw_doc_properties()
        properties.title = title
        // Without an instant the library takes the present one, and no two files would be the same.
        // 1980 is the first year that an archive can tell.
        properties.created = 315_532_800
        workbook_set_properties(book, &properties)
    }

    private static func arrange(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ workbook: Workbook
    ) {
        for (index, column) in workbook.columns.enumerated() {
            let number = lxw_col_t(index)
            worksheet_set_column(sheet, number, number, column.width, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        // As wide as one page, and as many pages long as it takes.
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_header(sheet, workbook.pageHeader)
        worksheet_set_footer(sheet, "&C&P / &N")
    }

    /// Writes the cells; false when the library refused one.
    private static func fill(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        of book: UnsafeMutablePointer<lxw_workbook>,
        _ workbook: Workbook
    ) -> Bool {
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        let plainCell = cellFormat(book)
        let boldCell = cellFormat(book)
        format_set_bold(boldCell)
        let headerCell = cellFormat(book)
        format_set_bold(headerCell)
        format_set_align(headerCell, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_bg_color(headerCell, 0xE8E8E8)
        for (column, cell) in workbook.header.enumerated() {
            let text = cell.runs.map(\.text).joined()
            guard
                worksheet_write_string(sheet, 0, lxw_col_t(column), text, headerCell)
                    == LXW_NO_ERROR
            else { return false }
        }
        for (index, row) in workbook.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                let isAllBold = cell.runs.first?.isBold ?? false
                let error = write(
                    cell,
                    to: sheet,
                    lxw_row_t(index + 1),
                    lxw_col_t(column),
                    bold: bold,
                    format: cell.runs.count == 1 && isAllBold ? boldCell : plainCell
                )
                guard error == LXW_NO_ERROR else { return false }
            }
        }
        return true
    }

    private static func cellFormat(
        _ book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(book)
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        return format
    }

    /// Writes one cell: rich where it has several runs, of which the library demands two at least.
    private static func write(
        _ cell: SheetCell,
        to sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: lxw_row_t,
        _ column: lxw_col_t,
        bold: UnsafeMutablePointer<lxw_format>?,
        format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        guard cell.runs.count > 1 else {
            guard let run = cell.runs.first else {
                return worksheet_write_blank(sheet, row, column, format)
            }
            return worksheet_write_string(sheet, row, column, run.text, format)
        }
        let texts = cell.runs.map { strdup($0.text) }
        defer { for text in texts { free(text) } }
        var fragments = zip(cell.runs, texts)
            .map { run, text in
                lxw_rich_string_tuple(format: run.isBold ? bold : nil, string: text)
            }
        return fragments.withUnsafeMutableBufferPointer { fragments in
            // The library reads the list up to the first nil.
            let list = fragments.indices.map { index in
                fragments.baseAddress.map { base in base + index }
            }
            var pointers = list + [nil]
            return worksheet_write_rich_string(sheet, row, column, &pointers, format)
        }
    }
}

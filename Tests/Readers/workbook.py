"""Says in JSON what openpyxl finds in a workbook: its sheet, its print set-up, and every cell as its runs."""

import json
import sys

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock


def runs(cell):
    value = cell.value
    if value is None:
        return []
    if isinstance(value, CellRichText):
        return [
            {"text": part.text, "bold": bool(part.font.b)} if isinstance(part, TextBlock) else {"text": part, "bold": False}
            for part in value
        ]
    if cell.data_type != "s":
        raise SystemExit(f"{cell.coordinate} is no text but {cell.data_type}")
    return [{"text": value, "bold": bool(cell.font.b)}]


with open(sys.argv[1], "rb") as file:
    book = load_workbook(file, rich_text=True)
(sheet,) = book.worksheets
cells = list(sheet.iter_rows())
json.dump(
    {
        "sheet": sheet.title,
        "title": book.properties.title,
        "created": book.properties.created.isoformat(),
        "frozen": sheet.freeze_panes,
        "repeated": sheet.print_title_rows,
        "orientation": sheet.page_setup.orientation,
        "paper": str(sheet.page_setup.paperSize),
        "fitsWidth": bool(sheet.sheet_properties.pageSetUpPr.fitToPage) and sheet.page_setup.fitToWidth in (None, 1),
        "fitsHeight": str(sheet.page_setup.fitToHeight),
        "header": sheet.oddHeader.center.text,
        "widths": [sheet.column_dimensions[cell.column_letter].width for cell in cells[0]],
        "wraps": all(cell.alignment.wrap_text for row in cells for cell in row),
        "rows": [[runs(cell) for cell in row] for row in cells],
    },
    sys.stdout,
    ensure_ascii=False,
)

"""Says in JSON which rows Python's csv module finds in a file."""

import csv
import json
import sys

with open(sys.argv[1], "rb") as file:
    data = file.read()
text = data.decode("utf-8-sig")
rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
json.dump(
    {
        "rows": rows,
        "hasMark": data.startswith(b"\xef\xbb\xbf"),
        "endsRows": text.endswith("\r\n") and text.count("\r") == text.count("\r\n") == len(rows),
        "dialect": csv.Sniffer().sniff(text).delimiter,
    },
    sys.stdout,
    ensure_ascii=False,
)

"""Says in JSON what an HTML5 parser finds in a document with one table, and what it has against it."""

import json
import sys

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
with open(sys.argv[1], "rb") as file:
    data = file.read()
parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
parts = parser.parse(data, transport_encoding="utf-8")
tables = list(parts.iter(HTML + "table"))


def text(element):
    return "".join(element.itertext())


def cell(element):
    lines = [child for child in element if child.tag == HTML + "span"]
    return {
        "element": element.tag.removeprefix(HTML),
        "scope": element.get("scope"),
        "lang": element.get("lang"),
        "lines": [text(line) for line in lines],
        "languages": [line.get("lang", element.get("lang")) for line in lines],
        "bold": [text(bold) for bold in element.iter(HTML + "b")],
    }


json.dump(
    {
        "errors": [f"{place}: {code} {facts}" for place, code, facts in parser.errors],
        "language": parts.get("lang"),
        "title": parts.findtext(f"{HTML}head/{HTML}title"),
        "caption": [text(line) for table in tables for line in table.find(HTML + "caption")],
        "head": [[cell(each) for each in row] for table in tables for row in table.find(HTML + "thead")],
        "body": [[cell(each) for each in row] for table in tables for row in table.find(HTML + "tbody")],
        "said": [text(each) for each in parts.iter(HTML + "p")],
        "addresses": [
            value
            for element in parts.iter()
            for name, value in element.attrib.items()
            if name in ("src", "href")
        ],
    },
    sys.stdout,
    ensure_ascii=False,
)

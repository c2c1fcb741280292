"""Judges redlines: prints one problem a line, and exits with 1 if there is any.

Usage: redline FILE…

A file holds triples: for each a line `LABEL OLD NEW REDLINE`, where the last three are the numbers
of bytes of the plain rendering of the old text, of that of the new one and of the redline, and then
these bytes.

A redline is faithful when rejecting all changes gives the old rendering and accepting them the new
one, as an HTML5 parser reads them: the same words with the same marks, in the same lists, tables,
quotations and headings. Documentation/redline.md says what accepting and rejecting do.
"""

import re
import sys
import unicodedata

import html5lib

CONTAINERS = {"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"}
BLOCKS = CONTAINERS | {"article", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
                       "hr", "th", "td", "details", "summary", "nav", "figure"}
MARKS = {"strong", "em", "code", "a"}
# What a comparison does not see: white space, soft hyphens and characters without a width.
SPACE = re.compile(r"[ \t\n\r\f]+")
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+")
WORD = re.compile(r"[^\W_]")


def parse(data):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(b"<!doctype html><title>x</title>" + data, transport_encoding="utf-8")
    return root.find("body"), {code for _, code, _ in parser.errors}


# MARK: Accepting and rejecting


def insert_before(parent, index, text):
    """Puts `text` behind the child before `index`."""
    if not text:
        return
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def drop(parent, index):
    child = parent[index]
    parent.remove(child)
    insert_before(parent, index, child.tail)


def unwrap(parent, index):
    child = parent[index]
    parent.remove(child)
    insert_before(parent, index, child.text)
    count = len(child)
    for offset, grandchild in enumerate(list(child)):
        parent.insert(index + offset, grandchild)
    insert_before(parent, index + count, child.tail)


def settle(element, side):
    """Leaves what the text `side`, `old` or `new`, has."""
    other = "new" if side == "old" else "old"
    gone, kept = ("ins", "del") if side == "old" else ("del", "ins")
    index = 0
    while index < len(element):
        child = element[index]
        sign = child.get("data-redline")
        if sign == "aid" or child.tag == gone or (sign == other and child.tag not in MARKS):
            drop(element, index)
        elif (sign in ("frame", other) or child.tag == kept
              or (sign == side and child.tag in ("div", "span") and len(child) + len(child.text or ""))
              or child.get("data-loose") == other):
            unwrap(element, index)
        else:
            if side == "old":
                reset(child)
            settle(child, side)
            if child.tag in CONTAINERS and not len(child) and not (child.text or "").strip():
                drop(element, index)
            else:
                index += 1


def reset(element):
    """Gives an element of both texts the attributes that the old one had."""
    for old, name in (("data-old-href", "href"), ("data-old-title", "title")):
        value = element.get(old)
        if value is not None:
            element.set(name, value)
    if element.get("data-old-level"):
        element.tag = "h" + element.get("data-old-level")
    if element.get("data-old-number") is not None:
        element.text = element.get("data-old-number")


def join(element, side):
    """Joins the neighbours that stand for one list, item or quotation."""
    name = "data-" + side
    index = 0
    while index + 1 < len(element):
        first, second = element[index], element[index + 1]
        if (first.tag == second.tag and first.get(name) and first.get(name) == second.get(name)
                and not (first.tail or "").strip()):
            insert_before(first, len(first), second.text)
            first.extend(list(second))
            first.tail = second.tail
            element.remove(second)
        else:
            index += 1
    for child in element:
        join(child, side)


# MARK: What is compared


def shape(body):
    """The text as a list of blocks, each with what it stands in and its characters with marks."""
    blocks = []

    def flush(path, run):
        text = []
        for character, marks in run:
            if character == " " and (not text or text[-1][0] in " \n"):
                continue
            if character == "\n" and text and text[-1][0] == " ":
                text.pop()
            text.append((character, marks))
        while text and text[-1][0] in " \n":
            text.pop()
        while text and text[0][0] in " \n":
            text.pop(0)
        if text:
            blocks.append((path, text))
        run.clear()

    def add(run, text, marks, is_pre):
        text = UNSEEN.sub("", unicodedata.normalize("NFC", text or ""))
        if is_pre:
            run.extend((character if character != "\n" else "¶", marks) for character in text)
        else:
            run.extend((character, marks) for character in SPACE.sub(" ", text))

    def walk(element, path, marks, run, is_pre):
        add(run, element.text, marks, is_pre)
        place = 0
        for child in element:
            tag = child.tag
            if tag in BLOCKS:
                flush(path, run)
                place += 1
                inner = []
                own = path if tag in ("article", "div") else path + ((tag, place if tag in CONTAINERS else 0),)
                if tag == "hr":
                    blocks.append((own, []))
                if tag in ("td", "th") and not "".join(child.itertext()).strip() and not child.findall(".//img"):
                    blocks.append((own + (child.get("colspan", ""),), []))
                walk(child, own, marks, inner, is_pre or tag == "pre")
                flush(own, inner)
            elif tag == "br":
                run.append(("\n", frozenset()))
            elif tag == "img":
                run.append((f"[{child.get('src')}|{child.get('alt')}|{child.get('title')}]", marks))
            else:
                walk(child, path, marks | mark(child), run, is_pre)
            add(run, child.tail, marks, is_pre)

    body_run = []
    walk(body, (), frozenset(), body_run, False)
    flush((), body_run)
    return renumbered(blocks)


def mark(element):
    tag = element.tag
    if tag == "a" and element.get("class") != "reference":
        return frozenset([("a", element.get("href"), element.get("title") or None)])
    return frozenset([tag]) if tag in ("strong", "em", "code") else frozenset()


def renumbered(blocks):
    """The blocks with their containers counted: an empty one counts for nothing."""
    counted = []
    before = ()
    numbers = []
    for path, text in blocks:
        common = 0
        while common < min(len(before), len(path)) and before[common] == path[common] and path[common][-1]:
            common += 1
        numbers = numbers[:common] + [len(counted)] * (len(path) - common)
        counted.append((tuple((step[0] if isinstance(step, tuple) else step, number)
                              for step, number in zip(path, numbers)), text))
        before = path
    return counted


def difference(expected, found):
    """Where two shapes differ, or None."""
    for one, other in zip(expected, found):
        if one != other:
            return f"{show(one)} became {show(other)}"
    if len(expected) != len(found):
        longer = max(expected, found, key=len)
        return f"{len(expected)} blocks became {len(found)}: {show(longer[min(len(expected), len(found))])}"
    return None


def show(block):
    path, text = block
    words = "".join(character for character, _ in text)[:300]
    marks = sorted({str(mark) for _, marks in text for mark in marks})
    return "/".join(step[0] if isinstance(step, tuple) else str(step) for step in path) + f" {words!r} {marks}" \
        + f" {[step[1] for step in path if isinstance(step, tuple)]}"


# MARK: The form of the redline


def form(body):
    """What no redline may have."""
    ids = {}
    for element in body.iter():
        name = element.get("id")
        if name is not None:
            if name in ids:
                yield f"id {name!r} stands twice"
            ids[name] = element
        if element.tag in ("ins", "del"):
            for inner in element.iter():
                if inner is not element and inner.tag not in ("br", "img"):
                    yield f"<{inner.tag}> inside <{element.tag}>"
            if not "".join(element.itertext()) and not len(element):
                yield f"an empty <{element.tag}>"
        if element.get("data-redline") == "aid":
            for inner in element.iter():
                if inner.tag in ("ins", "del"):
                    yield f"<{inner.tag}> inside an aid"


def cuts(body):
    """The words, graphemes and addresses that a change begins or ends in.

    A stretch is judged with what stands before and behind it in each text that has it.
    """
    runs = []

    def walk(element, operation, is_whole):
        if element.tag in BLOCKS or element.tag in ("br", "img"):
            runs.append(None)
        if element.get("data-redline") == "aid":
            return
        operation = element.tag if element.tag in ("ins", "del") else operation
        if element.text:
            runs.append((operation, element.text))
        for child in element:
            if not isinstance(child.tag, str):
                continue
            number = child.get("class") == "number"
            walk(child, operation, is_whole)
            if number and child.tail == " ":
                runs.append(None)
            if child.tail:
                runs.append((operation, child.tail))
        if element.tag in BLOCKS or element.tag in ("br", "img"):
            runs.append(None)

    walk(body, None, False)
    block = []
    for run in runs + [None]:
        if run is not None:
            block.append(run)
            continue
        for skipped in ("ins", "del"):
            text = [(operation, part) for operation, part in block if operation != skipped]
            yield from cuts_in(text)
        block = []


def cuts_in(runs):
    whole = "".join(part for _, part in runs)
    addresses = [match.span() for match in ADDRESS.finditer(whole)]
    place = 0
    before = None
    for operation, part in runs:
        if before is not None and before != operation and 0 < place < len(whole):
            left, right = whole[place - 1], whole[place]
            around = whole[max(0, place - 20):place] + "‖" + whole[place:place + 20]
            if WORD.match(left) and WORD.match(right):
                yield f"a change inside a word: {around!r}"
            elif unicodedata.combining(right):
                yield f"a change inside a grapheme: {around!r}"
            elif any(start < place < end for start, end in addresses):
                yield f"a change inside an address: {around!r}"
        before = operation
        place += len(part)


def problems(old, new, redline, judges_words):
    body, errors = parse(redline)
    plain = {}
    for name, data in (("old", old), ("new", new)):
        root, allowed = parse(data)
        errors -= allowed
        plain[name] = shape(root)
    yield from (f"parse error {error}" for error in sorted(errors))
    yield from form(body)
    if judges_words:
        yield from cuts(body)
    for side in ("old", "new"):
        body, _ = parse(redline)
        settle(body, side)
        join(body, side)
        found = difference(plain[side], shape(body))
        if found:
            yield f"{'reject' if side == 'old' else 'accept'}: {found}"


def triples(path):
    with open(path, "rb") as file:
        while line := file.readline():
            label, flag, *sizes = line.decode().split()
            yield label, flag, [file.read(int(size)) for size in sizes]


if len(sys.argv) < 2:
    sys.exit(__doc__)
count = failures = 0
for path in sys.argv[1:]:
    for label, flag, data in triples(path):
        count += 1
        for problem in list(problems(*data, judges_words=flag == "words"))[:3]:
            failures += 1
            print(f"{label} | {problem}")
print(f"{count} redlines, {failures} problems", file=sys.stderr)
sys.exit(1 if failures or not count else 0)

"""What only a browser can judge: axe, the content policy, reflow, the keyboard, print."""

import io
import re
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from pages import CLAUSE, Problem, sample
from server import serve

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPTS = (Path(__file__).parent / "probes.js").read_text()

WIDE, NARROW, SMALLEST = (1280, 800), (360, 740), (320, 640)
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in (WIDE, NARROW)]
# WCAG 1.4.12, and 1.4.4: text twice as large.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
LARGE = "html { font-size: 200% !important }"


@contextmanager
def context():
    """One context of one headless Chromium, with the probes in every page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        shared = browser.new_context(reduced_motion="reduce")
        shared.add_init_script(SCRIPTS)
        yield shared
        browser.close()


class Visit:
    """A page in the browser; it gathers what goes wrong while it is open."""

    def __init__(self, tab, page, origin):
        self.tab, self.page, self.origin, self.found = tab, page, origin, {}

    def report(self, rule, element, message="", look=""):
        """The same problem in several looks is reported once."""
        self.found.setdefault((rule, element, message), []).append(look)

    @property
    def problems(self):
        for (rule, element, message), looks in self.found.items():
            note = ", ".join(dict.fromkeys(filter(None, looks)))
            yield Problem(self.page.name, rule, element, f"{message} [{note}]" if note else message)

    def open(self, address, status=200):
        """Opens an address, and reports bad requests and what the browser complains of."""
        listeners = {
            "console": lambda m: self.complain(m.type, m.text, status),
            "pageerror": lambda e: self.report("script-error", str(e)),
            "request": lambda r: None if r.url.startswith(self.origin)
            else self.report("request", r.url, "leaves the site"),
            "response": lambda r: None if r.status in (200, 304, status)
            else self.report("request", r.url, f"answered {r.status}"),
            "requestfailed": lambda r: self.report("request", r.url, str(r.failure)),
        }
        for name, listener in listeners.items():
            self.tab.on(name, listener)
        answer = self.tab.goto(address, wait_until="load")
        if answer and answer.status != status:
            self.report("request", address, f"answered {answer.status}, not {status}")
        for violation in self.tab.evaluate("probes.violations"):
            self.report("content-policy", violation)
        for name, listener in listeners.items():
            self.tab.remove_listener(name, listener)

    def complain(self, kind, text, status):
        if kind in ("error", "warning") and not (status == 404 and "404" in text):
            self.report("console", kind, text)

    def look(self, scheme, size):
        self.tab.set_viewport_size({"width": size[0], "height": size[1]})
        self.tab.emulate_media(color_scheme=scheme)

    def ask(self, probe, *arguments):
        """Reports every `[rule, element, message]` that a probe returns."""
        for problem in self.tab.evaluate(f"a => probes.{probe}(...a)", list(arguments)):
            self.report(*problem)


# MARK: The checks of a page


def accessible(visit):
    visit.tab.evaluate(AXE)
    for scheme, size in LOOKS:
        visit.look(scheme, size)
        answer = visit.tab.evaluate("options => axe.run(options)", {
            "runOnly": TAGS, "rules": {"target-size": {"enabled": True}},
            "resultTypes": ["violations"]})
        for violation in answer["violations"]:
            for node in violation["nodes"]:
                visit.report(f"axe {violation['id']}", f"{node['target']} {node['html'][:120]}",
                             node["failureSummary"].split("\n")[1].strip(),
                             f"{scheme} {size[0]}")


def reflows(visit):
    """WCAG 1.4.10 at 320 px, 1.4.12 with spaced and 1.4.4 with enlarged text."""
    for size, style in [(SMALLEST, ""), (SMALLEST, SPACING), (WIDE, SPACING), (WIDE, LARGE)]:
        visit.look("light", size)
        name = {"": "plain", SPACING: "spaced text", LARGE: "200 % text"}[style]
        visit.ask("overflow", style, f"{size[0]} px, {name}")


def keyboard(visit):
    """Tab goes through every stop in order, each seen; the skip link and the folds work.

    Every kind of page comes in several languages: one is walked wide, the others narrow.
    """
    size = WIDE if visit.page.language == "kk" else NARROW
    visit.look("light", size)
    expected = visit.tab.evaluate("probes.startWalk()")
    for _ in range(expected + 10):
        visit.tab.keyboard.press("Tab")
        if not visit.tab.evaluate("probes.step()"):
            break
    else:
        visit.report("keyboard", "Tab", "the walk does not end", f"{size[0]} px")
    visit.ask("endWalk", f"{size[0]} px")
    skips(visit)
    folds(visit)


def skips(visit):
    if visit.page.is_self_contained:
        return
    visit.tab.evaluate("probes.startWalk()")
    visit.tab.keyboard.press("Tab")
    if not visit.tab.evaluate("probes.isSkipLink()"):
        visit.report("skip-link", visit.tab.evaluate("probes.focused()"),
                     "the first stop does not lead to the main part")
        return
    visit.tab.keyboard.press("Enter")
    visit.tab.keyboard.press("Tab")
    if not visit.tab.evaluate("probes.isInMain()"):
        visit.report("skip-link", visit.tab.evaluate("probes.focused()"),
                     "after the skip link focus is not in the main part")


def folds(visit):
    for index in range(visit.tab.evaluate("probes.folds().length")):
        for key in ("Enter", "Space"):
            before = visit.tab.evaluate("i => probes.focusFold(i)", index)
            visit.tab.keyboard.press(key)
            if visit.tab.evaluate("i => probes.folds()[i].parentElement.open", index) == before:
                visit.report("keyboard", f"summary {index + 1}", f"{key} does not fold it")


def clause_is_shown(visit):
    """Opened with #clause, the clause is in sight, and marked in the pages of the site."""
    clauses = [name for name in visit.page.ids if CLAUSE.fullmatch(name)]
    if clauses:
        name = clauses[len(clauses) // 2]
        for size in (WIDE, NARROW):
            visit.look("light", size)
            visit.tab.goto("about:blank")
            visit.tab.goto(f"{visit.origin}{visit.page.address}#{name}")
            visit.ask("target", f"{size[0]} px", not visit.page.is_self_contained)


def prints(visit):
    """Printed, an edition says which it is, of what day, and with which digest."""
    for name in unsaid(visit.page, " ".join(sheets(visit))):
        visit.report("print", name, "not on the printed pages")


def sheets(visit):
    """The text of each printed page."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(visit.tab.pdf())).pages]


def unsaid(page, text):
    """Which of the three facts of the edition that a page shows are not in `text`."""
    edition, text = page.edition or {}, squeeze(text)
    digest = (edition.get("texts", {}).get(page.language) or {}).get("digest", "")[7:]
    if not digest or digest.encode() not in page.source:
        return []  # not the text of an edition
    number = edition["number"]
    days = [squeeze(page.text(e)) for e in page.elements if e.tag == "time"]
    facts = {
        "digest": digest in text,
        "edition": re.search(
            rf"(?<!\d){number}-редакция|редакция№?{number}(?!\d)", text, re.I),
        "date": any(day in text for day in days if day),
    }
    return [name for name, said in facts.items() if not said]


def squeeze(text):
    return re.sub(r"\s", "", text)


def stands_alone(visit, tab):
    """A file to keep, opened from the disk: its style holds, and nothing is asked for."""
    path = (visit.page.site.folder / visit.page.path).resolve()
    alone = Visit(tab, visit.page, path.as_uri())
    alone.open(path.as_uri())
    alone.ask("styled")
    for problem in alone.found:
        visit.report(*problem, look="from the disk")


CHECKS = [accessible, reflows, keyboard, prints, clause_is_shown]


def problems(sites):
    """Every problem of a sample that shows each kind of page and of element."""
    servers = {site.name: serve(site) for site in sites}
    with context() as shared:
        tab = shared.new_page()
        for page in sample(sites):
            visit = Visit(tab, page, servers[page.site.name].origin + page.site.base_path)
            if page.path == "404.html":
                visit.open(f"{visit.origin}ru/nothing/is/here", status=404)
            else:
                visit.open(visit.origin + page.address)
            for check in CHECKS:
                check(visit)
            if page.is_self_contained:
                stands_alone(visit, tab)
            yield from visit.problems


# MARK: What a whole site has


def gaps(sites):
    """What the design of the pages promises, beyond being usable."""
    servers = {site.name: serve(site) for site in sites}
    with context() as shared:
        tab = shared.new_page()
        for page in sample(sites):
            visit = Visit(tab, page, servers[page.site.name].origin + page.site.base_path)
            has_contents = not page.is_self_contained and any(
                e.tag == "nav" and any(a.get("href", "").startswith("#") for a in e.iter("a"))
                for e in page.elements)
            for size in (WIDE, NARROW) if has_contents else ():
                visit.look("light", size)
                visit.open(visit.origin + page.address)
                visit.ask("contentsFollow" if size == WIDE else "contentsFold")
            if page.kind.endswith(("L/P/", "P/N/", "P-L.html")):
                visit.open(visit.origin + page.address)
                for number, sheet in enumerate(sheets(visit), 1):
                    for name in unsaid(page, sheet):
                        visit.report("print-footer", name, f"not on sheet {number}")
            yield from visit.problems

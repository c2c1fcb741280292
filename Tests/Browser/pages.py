"""A built site: its files, its pages read by an HTML5 parser, and the kinds of its pages."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib

# The id of a numbered clause: `9`, `9.2`, `2-1.3`.
CLAUSE = re.compile(r"\d+(?:[.-]\d+)*")


@dataclass(frozen=True)
class Problem:
    """What is wrong: on which page, by which rule, with which element."""

    page: str
    rule: str
    element: str
    message: str = ""

    def __str__(self):
        return " | ".join(re.sub(r"\s+", " ", part).strip() for part in
                          (self.page, self.rule, self.element, self.message))


@dataclass
class Page:
    """An HTML file of a site. `path` is that of the file, `address` what a browser is given."""

    site: "Site"
    path: str
    source: bytes = field(repr=False)

    def __post_init__(self):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(self.source, transport_encoding="utf-8")
        self.parse_errors = [
            (line, html5lib.constants.E.get(code, code) % data)
            for (line, _), code, data in parser.errors
        ]
        self.elements = [e for e in self.root.iter() if isinstance(e.tag, str)]
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.ids = Counter(e.get("id") for e in self.elements if e.get("id") is not None)
        self.language = self.root.get("lang", "")

    @property
    def name(self):
        return f"{self.site.name}/{self.path}"

    @property
    def address(self):
        return re.sub(r"(^|/)index\.html$", r"\1", self.path)

    @property
    def url(self):
        return urljoin(self.site.base, self.address)

    @cached_property
    def policy(self):
        """What policies.json says of the policy of this page, or None."""
        return self.site.policies.get(self.steps[1] if len(self.steps) > 1 else None)

    @cached_property
    def edition(self):
        """What policies.json says of the edition that this page shows, or None."""
        if not self.policy:
            return None
        editions = {str(e["number"]): e for e in self.policy["editions"]}
        number = self.steps[2] if len(self.steps) > 3 else str(self.policy["inForce"])
        return editions.get(number)

    @property
    def steps(self):
        return self.path.split("/")

    @property
    def is_self_contained(self):
        """Whether it is a file to print or keep: it brings its own style and its own rules."""
        return any(e.tag == "style" for e in self.elements)

    @cached_property
    def kind(self):
        """The path with the policy and the numbers left out: `L/P/N/`, `L/P/N/P-L.html`."""
        names = {language: "L" for language in self.site.languages}
        if self.policy:
            names[self.policy["policy"]] = "P"
            names[f"{self.policy['policy']}-{self.language}.html"] = "P-L.html"
        steps = [names.get(step, step) for step in self.address.split("/")]
        return "/".join("N" if step.isdigit() else step for step in steps)

    @cached_property
    def features(self):
        """What a sample of pages must show: the kind in each state, and every kind of element."""
        policy, edition = self.policy or {}, self.edition or {}
        official = edition.get("texts", {}).get(self.language, {}).get("official")
        state = (self.kind, edition.get("state"), official)
        if len(self.steps) == 3:
            state += bool(policy.get("upcoming")), bool(policy.get("repealed"))
        shapes = {(e.tag, name) for e in self.elements for name in e.get("class", "").split()}
        shapes |= {(e.tag, "") for e in self.elements}
        length = (self.kind, "long" if len(self.source) > 30_000 else "short")
        return {(self.language, feature) for feature in shapes | {state, length}}

    def describe(self, element):
        """The start tag of an element with the beginning of its text."""
        marks = "".join(f' {k}="{v}"' for k, v in element.attrib.items())
        return f"<{element.tag}{marks}>{self.text(element)}"[:160]

    @staticmethod
    def text(element):
        return " ".join("".join(element.itertext()).split())

    def ancestors(self, element):
        while element is not None:
            yield element
            element = self.parents.get(element)

    def language_of(self, element):
        """The language that the nearest `lang` gives the text of an element."""
        return next((e.get("lang") for e in self.ancestors(element) if e.get("lang")), "")

    def links(self):
        """Every `a` with its target: the page or file (None outside of the site), the fragment."""
        for element in self.elements:
            if element.tag == "a" and element.get("href") is not None:
                yield element, *self.site.resolve(self, element.get("href"))

    def head_links(self, relation):
        """Every `link` of a relation."""
        return [e for e in self.elements
                if e.tag == "link" and relation in e.get("rel", "").split()]

    @property
    def is_listed(self):
        """Whether search engines are welcome to the page."""
        return not any(e.tag == "meta" and e.get("name") == "robots" and "noindex" in e.get("content", "")
                       for e in self.elements)

    @property
    def is_canonical(self):
        """Whether the page names itself as the one to be found."""
        return [e.get("href") for e in self.head_links("canonical")] == [self.url]


class Site:
    """A folder that `kelisim build` wrote for the address `base`."""

    def __init__(self, folder, base):
        self.folder, self.base = Path(folder), base
        self.base_path = urlsplit(base).path
        self.name = self.folder.name
        self.files = {
            str(file.relative_to(self.folder)): file
            for file in sorted(self.folder.rglob("*")) if file.is_file()
        }
        policies = self.json("policies.json") or {"policies": []}
        self.policies = {p["policy"]: p for p in policies["policies"]}
        self.languages = {language for p in self.policies.values() for language in p["urls"]}
        self.pages = {
            path: Page(self, path, file.read_bytes())
            for path, file in self.files.items() if path.endswith(".html")
        }

    def json(self, path):
        return json.loads(self.files[path].read_bytes()) if path in self.files else None

    def resolve(self, page, link):
        """The path of the file that a link leads to, and its fragment.

        The path is None outside of the site, and stays as it is asked for where there is no file.
        """
        target = urlsplit(urljoin(page.url, link))
        base = urlsplit(self.base)
        if (target.scheme, target.netloc) != (base.scheme, base.netloc):
            return None, target.fragment
        if not target.path.startswith(self.base_path):
            return None, target.fragment
        path = unquote(target.path[len(self.base_path):])
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path, unquote(target.fragment)


def sample(sites):
    """Few pages, found greedily, that show every feature of all pages."""
    pages = [page for site in sites for page in site.pages.values()]
    wanted = set().union(*(page.features for page in pages))
    chosen = []
    while wanted:
        best = max(pages, key=lambda page: len(page.features & wanted))
        wanted -= best.features
        chosen.append(best)
    return chosen

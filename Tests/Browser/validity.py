"""What can be judged without a browser: every file of a site, its links and its promises."""

import base64
import hashlib
import json
import re
import subprocess
import xml.etree.ElementTree as XML
from urllib.parse import urlsplit

import feedparser

from pages import CLAUSE, Problem

# What tidy 5.6 of 2017 says of HTML that has become valid since. The parser still sees tags that
# do not match, and axe what stands where it must not.
TIDY_FALSE = re.compile("|".join([
    # Attributes younger than tidy.
    r"<meta> proprietary attribute .media.", r"<details> proprietary attribute .name.",
    r"<a> proprietary attribute .aria-current.", r"<img> proprietary attribute .loading.",
    r"proprietary attribute .inert.",
    # A heading may stand in a summary.
    r"missing </summary> before <h[1-6]>", r"discarding unexpected </summary>",
    # A `div` may hold a group of a `dl`.
    r"missing <dd>", r"missing </div> before <dt>", r"inserting implicit <dl>",
    r"missing </dl> before </div>",
]))

# The words of a language that the others, written with the same letters, do not have.
RUSSIAN_WORDS = {"и", "в", "на", "для", "по", "при", "от", "или", "что", "из"}
KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]", re.I)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

OTHER_FILE = re.compile(r"@import|url\((?!\s*[\"']?data:)")

RESOURCES = {"img": "src", "source": "src", "video": "src", "audio": "src", "iframe": "src",
             "object": "data", "embed": "src", "script": "src", "input": "src"}
STYLES = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest"}


def problems(sites):
    found = []
    for site in sites:
        for page in site.pages.values():
            for rule in PAGE_RULES:
                found += [Problem(page.name, *problem) for problem in rule(page)]
        found += tidy(site)
        for rule in SITE_RULES:
            found += [Problem(f"{site.name}/{path}", *rest) for path, *rest in rule(site)]
    return found


# MARK: Pages


def parses(page):
    for line, message in page.parse_errors:
        yield "html", f"line {line}", message
    if b"<!doctype html>" not in page.source[:64].lower():
        yield "html", "doctype", "the page does not begin with <!doctype html>"


def unique_ids(page):
    for name, count in page.ids.items():
        if count > 1 or not name or re.search(r"\s", name):
            yield "duplicate-id" if count > 1 else "bad-id", f'id="{name}"', f"{count} times"
    for element in page.elements:
        for key in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"):
            for name in element.get(key, "").split():
                if name not in page.ids:
                    yield "missing-id", page.describe(element), f"{key} names no element"


def no_script(page):
    for element in page.elements:
        if element.tag == "script" and element.get("type") != "application/ld+json":
            yield "script", page.describe(element), "only data blocks are allowed"
        for key, value in element.attrib.items():
            if key.lower().startswith("on"):
                yield "script", page.describe(element), f"{key} is a script"
            if key == "style":
                yield "inline-style", page.describe(element), "style-src 'self' forbids it"
            if key in ("href", "src", "action") and value.strip().lower().startswith("javascript:"):
                yield "script", page.describe(element), f"{key} is a script"


def nothing_external(page):
    for element in page.elements:
        links = [element.get(RESOURCES.get(element.tag))] if element.tag in RESOURCES else []
        if element.tag == "link" and STYLES & set(element.get("rel", "").lower().split()):
            links.append(element.get("href"))
        if element.get("srcset"):
            links += [part.split()[0] for part in element.get("srcset").split(",")]
        for link in filter(None, links):
            if page.is_self_contained and not link.startswith("data:"):
                yield "not-self-contained", page.describe(element), "another file is needed"
            elif not page.is_self_contained and page.site.resolve(page, link)[0] is None:
                yield "external", page.describe(element), "a request would leave the site"
            elif not page.is_self_contained:
                yield from missing(page, element, *page.site.resolve(page, link))
        if element.tag == "style" and OTHER_FILE.search(element.text or ""):
            yield "external", "<style>", "the style asks for another file"


def links_resolve(page):
    for element, path, fragment in page.links():
        yield from missing(page, element, path, fragment)
    for element in page.head_links("canonical") + page.head_links("alternate"):
        yield from missing(page, element, *page.site.resolve(page, element.get("href", "")))


def missing(page, element, path, fragment):
    """Nothing if the link leads somewhere. What is opened from the disk needs whole addresses."""
    href = element.get("href") or ""
    if path is None or (page.is_self_contained and not urlsplit(href).netloc and href[:1] != "#"):
        if path is not None:
            yield "broken-link", page.describe(element), "relative, but the file is to be kept"
        return
    if path not in page.site.files:
        yield "broken-link", page.describe(element), f"there is no {path}"
    elif fragment and path in page.site.pages and fragment not in page.site.pages[path].ids:
        yield "broken-fragment", page.describe(element), f"{path} has no id “{fragment}”"


def stands_anywhere(page):
    """The page for what is not found is sent at any depth, so no link of it may be relative."""
    if page.path != "404.html":
        return
    for element in page.elements:
        link = element.get("href") or element.get("src") or "#"
        if link[0] not in "/#" and not urlsplit(link).scheme:
            yield "broken-link", page.describe(element), "relative, but sent at any depth"


def languages(page):
    """Text in a language that its `lang` denies (WCAG 3.1.2); one word may be a proper name."""
    if not page.language:
        yield "lang", "<html>", "no lang"
    for element in page.elements:
        if element.tag in ("script", "style", "code", "pre"):
            continue
        texts = [element.text or ""] + [child.tail or "" for child in element]
        words = [word for text in texts for word in WORD.findall(text)]
        language = page.language_of(element)
        kazakh = [word for word in words if KAZAKH_LETTERS.search(word)]
        russian = [word for word in words if word.lower() in RUSSIAN_WORDS]
        if language == "ru" and len(kazakh) > 1 and len(kazakh) * 3 > len(words):
            yield "lang", page.describe(element), "Kazakh text said to be Russian"
        if language == "kk" and len(russian) > 1 and not kazakh:
            yield "lang", page.describe(element), "Russian text said to be Kazakh"
        if language == "en" and any(re.search("[а-яё]", word, re.I) for word in words):
            yield "lang", page.describe(element), "Cyrillic text said to be English"


def clause_links(page):
    """Every clause of a text has a link to itself and one to itself in the other languages."""
    # A redline is no text of its own: its clauses stand on the pages of the two editions.
    articles = [e for e in page.elements
                if e.tag == "article" and "redline" not in e.get("class", "").split()]
    if page.is_self_contained or not page.edition:
        return
    for article in articles:
        for clause in article.iter():
            name = clause.get("id") or ""
            if not CLAUSE.fullmatch(name) or clause.get("class", "").startswith("point"):
                continue
            if not any(e.tag == "a" and e.get("href") == f"#{name}" for e in article.iter()):
                yield "clause-link", page.describe(clause), "no link to itself"
            for language, twin in twins(page).items():
                if name in twin.ids and not any(
                    path == twin.path and fragment == name for _, path, fragment in page.links()
                ):
                    yield "clause-twin", page.describe(clause), f"no link to it in {language}"


def language_switch(page):
    """A link from within a clause to another language leads to the same clause."""
    others = {twin.path: language for language, twin in twins(page).items()}
    for element, path, fragment in page.links():
        inside = any(e.tag == "article" for e in page.ancestors(element))
        if inside and path in others and element.get("hreflang") == others[path] and fragment:
            own = next((e.get("id") for e in page.ancestors(element) if e.get("id")), None)
            before = page.elements[:page.elements.index(element)]
            last = next((e.get("id") for e in reversed(before) if e.get("id")), None)
            # The links of a heading stand behind it, all others within their clause.
            if fragment not in (own, last):
                yield "clause-twin", page.describe(element), "it leads to another clause"


def twins(page):
    """The page at the same place in each other language."""
    rest = page.path.partition("/")[2]
    languages = {other.path.partition("/")[0] for other in page.site.pages.values() if "/" in other.path}
    found = {name: page.site.pages.get(f"{name}/{rest}") for name in languages if name != page.language}
    return {name: twin for name, twin in found.items() if twin and twin.language == name}


def alternates(page):
    """The page in each language, as its head says."""
    return {
        element.get("hreflang"): page.site.pages.get(
            page.site.resolve(page, element.get("href", ""))[0])
        for element in page.head_links("alternate") if element.get("hreflang")
    }


def alternates_are_mutual(page):
    if not page.is_canonical:  # a copy, which speaks for the page that it names
        return
    others = {k: v for k, v in alternates(page).items() if k != "x-default"}
    if others and others.get(page.language) is not page:
        yield "alternates", page.language, "the page does not name itself"
    for language, other in others.items():
        if other and other is not page:
            back = alternates(other).get(page.language)
            if other.language != language or back is not page:
                yield "alternates", other.path, f"{language} does not lead back here"


def linked_data(page):
    for element in page.elements:
        if element.tag != "script" or element.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads("".join(element.itertext()))
        except ValueError as error:
            yield "json-ld", "script", str(error)
            continue
        kinds = data.get("@type") if isinstance(data, dict) else None
        if "DigitalDocument" not in (kinds if isinstance(kinds, list) else [kinds]):
            yield "json-ld", str(kinds), "@type is not DigitalDocument"
            continue
        context = data.get("@context")
        if "https://schema.org" not in (context if isinstance(context, list) else [context]):
            yield "json-ld", str(context), "@context is without https://schema.org"
        edition = str((page.edition or {}).get("number", ""))
        if not edition or edition not in re.findall(r"\d+", str(data.get("version", ""))):
            yield "json-ld", f"version {data.get('version')}", f"the edition is {edition}"
        if data.get("inLanguage") != page.language:
            yield "json-ld", f"inLanguage {data.get('inLanguage')}", "not the language of the page"
        dates = [value for key, value in data.items() if key.startswith("date")]
        if not dates or not all(re.match(r"\d{4}-\d\d-\d\d", str(date)) for date in dates):
            yield "json-ld", str(dates), "no dates, or not ISO 8601"


def own_policy(page):
    """A file to keep carries a policy that lets in nothing but its style, by its digest."""
    if not page.is_self_contained:
        return
    metas = [e.get("content", "") for e in page.elements if e.tag == "meta"
             and e.get("http-equiv", "").lower() == "content-security-policy"]
    parts = [part.split() for meta in metas for part in meta.split(";")]
    directives = {part[0]: part[1:] for part in parts if part}
    if directives.get("default-src") != ["'none'"]:
        yield "print-policy", "meta", "no Content-Security-Policy with default-src 'none'"
    for element in page.elements:
        if element.tag == "style":
            digest = hashlib.sha256("".join(element.itertext()).encode()).digest()
            wanted = f"'sha256-{base64.b64encode(digest).decode()}'"
            if directives.get("style-src") != [wanted]:
                yield "print-policy", "style", f"style-src is not {wanted}"


PAGE_RULES = [parses, unique_ids, no_script, nothing_external, links_resolve, stands_anywhere,
              languages, clause_links, language_switch, alternates_are_mutual, linked_data,
              own_policy]


def tidy(site):
    files = {str(page.site.folder / page.path): page for page in site.pages.values()}
    if not files:
        return
    # Empty elements are no mistake: an empty `td` says something.
    answer = subprocess.run(
        ["tidy", "-e", "-q", "--gnu-emacs", "yes", "--drop-empty-elements", "no",
         "--mute-id", "yes", *files],
        capture_output=True, text=True)
    for line in (answer.stdout + answer.stderr).splitlines():
        match = re.match(r"(.*?\.html):(\d+):(\d+): (.*)", line)
        if match and not TIDY_FALSE.search(match[4]):
            yield Problem(files[match[1]].name, "tidy", f"line {match[2]}", match[4])


# MARK: Files


def digest(site, path):
    return "sha256:" + hashlib.sha256(site.files[path].read_bytes()).hexdigest()


def manifest(site):
    listed = (site.json("manifest.json") or {}).get("files", {})
    present = set(site.files) - {"manifest.json"}
    for path in sorted(present ^ set(listed)):
        yield "manifest.json", "manifest", path, "missing" if path in listed else "not listed"
    for path in sorted(present & set(listed)):
        if digest(site, path) != listed[path]:
            yield "manifest.json", "manifest", path, "another digest"


def policies(site):
    for policy in site.policies.values():
        for edition in policy["editions"]:
            for language, text in edition["texts"].items():
                path = text["markdown"].removeprefix(site.base)
                if path not in site.files or digest(site, path) != text["digest"]:
                    yield "policies.json", "digest", path, "missing, or another digest"
                if text["url"].removeprefix(site.base) + "index.html" not in site.pages:
                    yield "policies.json", "broken-link", text["url"], "there is no such page"


def feeds(site):
    for path in site.files:
        if not path.endswith("feed.xml"):
            continue
        feed = feedparser.parse(site.files[path].read_bytes())
        if feed.bozo:
            yield path, "feed", "", str(feed.bozo_exception)
        if feed.version != "atom10" or not feed.feed.get("id") or not feed.feed.get("title"):
            yield path, "feed", feed.version, "not Atom 1.0 with an id and a title"
        own = [link.href for link in feed.feed.get("links", []) if link.rel == "self"]
        if own != [site.base + path]:
            yield path, "feed", str(own), "the link to itself is another"
        if len({entry.get("id") for entry in feed.entries}) != len(feed.entries):
            yield path, "feed", "id", "two entries have one id"
        for entry in feed.entries:
            if not (entry.get("id") and entry.get("title") and entry.get("updated_parsed")):
                yield path, "feed", entry.get("id", "?"), "an entry needs id, title and updated"
            for link in entry.get("links", []):
                target = site.resolve(next(iter(site.pages.values())), link.href)[0]
                if target is not None and target not in site.files:
                    yield path, "broken-link", link.href, "there is no such page"


def sitemap(site):
    """Each address names itself, every other language and x-default, and they name it."""
    path = "sitemap.xml"
    if path not in site.files:
        return
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    try:
        root = XML.fromstring(site.files[path].read_bytes())
    except XML.ParseError as error:
        yield path, "sitemap", "", str(error)
        return
    if root.tag != f"{space}urlset":
        yield path, "sitemap", root.tag, "not a urlset"
    sets = {}
    for entry in root.iter(f"{space}url"):
        location = entry.findtext(f"{space}loc", "")
        links = entry.findall("{http://www.w3.org/1999/xhtml}link")
        sets[location] = {link.get("hreflang"): link.get("href") for link in links}
        if len(sets[location]) != len(links):
            yield path, "sitemap", location, "a language is named twice"
    known = {page.url: page for page in site.pages.values()}
    for location, links in sets.items():
        if location not in known:
            yield path, "broken-link", location, "there is no such page"
        elif not known[location].is_listed:
            yield path, "sitemap", location, "the page asks not to be listed"
        elif links and links.get(known[location].language) != location:
            yield path, "sitemap", location, "does not name itself in its own language"
        if links and "x-default" not in links:
            yield path, "sitemap", location, "no x-default"
        for other in links.values():
            if sets.get(other) != links:
                yield path, "sitemap", location, f"not mutual with {other}"
    for page in site.pages.values():
        if page.is_listed and page.is_canonical and page.url not in sets:
            yield path, "sitemap", page.url, "not listed"


SITE_RULES = [manifest, policies, feeds, sitemap]


# MARK: What a whole site has


def gaps(sites):
    """What the contract of the site names and a site does not have."""
    for site in sites:
        for path in ("404.html", "sitemap.xml", "policies.json", "manifest.json", "index.html"):
            if path not in site.files:
                yield Problem(f"{site.name}/{path}", "absent", "file")
        for policy in site.policies.values():
            for language in policy["urls"]:
                yield from policy_gaps(site, policy, f"{language}/{policy['policy']}", language)


def policy_gaps(site, policy, folder, language):
    for name in ("index.html", "history/index.html", "feed.xml"):
        if f"{folder}/{name}" not in site.files:
            yield Problem(f"{site.name}/{folder}/{name}", "absent", "file")
    for edition in policy["editions"]:
        if language not in edition["texts"]:
            continue
        number = edition["number"]
        names = ["index.html", "text.md", f"{policy['policy']}-{language}.html"]
        if number > 1:
            names.append("changes/index.html")
        for name in names:
            path = f"{folder}/{number}/{name}"
            if path not in site.files:
                yield Problem(f"{site.name}/{path}", "absent", "file")
        page = site.pages.get(f"{folder}/{number}/index.html")
        if page and b"application/ld+json" not in page.source:
            yield Problem(page.name, "absent", "script", "no JSON-LD")
        beside, exact = f"{folder}/{number}/", f"{policy['policy']}/{number}/text.md"
        others = {
            other: len(site.files[f"{other}/{exact}"].read_text())
            for other in edition["texts"] if other != language and f"{other}/{exact}" in site.files
        }
        if others and not any(
            path.startswith(beside) and letters_of(page, other) > length / 2
            for path, page in site.pages.items() for other, length in others.items()
        ):
            yield Problem(f"{site.name}/{beside}", "absent", "file", "no view side by side")


def letters_of(page, language):
    """How much text on a page is in a language that is not its own."""
    own = (text or "" for e in page.elements if page.language_of(e) == language
           for text in [e.text, *(child.tail for child in e)])
    return sum(len(text.strip()) for text in own)

"""Judges built sites: prints one problem a line, and exits with 1 if there is any.

Usage: check files|browser|gaps BASE-URL FOLDER…

`files` reads every file; `browser` opens a sample that shows each kind of page and of element;
`gaps` names what the contract of the site asks for and a site does not have.
"""

import sys
from collections import Counter

import browser
import validity
from pages import Problem, Site

MODES = {
    "files": [validity.problems],
    "browser": [browser.problems],
    "gaps": [validity.gaps, browser.gaps],
}

if len(sys.argv) < 4 or sys.argv[1] not in MODES:
    sys.exit(__doc__)
mode, base, *folders = sys.argv[1:]
sites = [Site(folder, base) for folder in folders]
found = dict.fromkeys(problem for judge in MODES[mode] for problem in judge(sites))
# The first elements of a page that break a rule tell enough.
SHOWN = 3
counts = Counter()
for problem in found:
    key = problem.page, problem.rule
    counts[key] += 1
    if counts[key] <= SHOWN:
        print(problem)
for (page, rule), count in counts.items():
    if count > SHOWN:
        print(Problem(page, rule, "", f"and {count - SHOWN} more"))
sys.exit(1 if found else 0)

"""Draws the top of a page as an SVG, for the README.

Usage: picture ADDRESS FILE.svg [light|dark]

Chromium prints the page as a screen shows it, and pdftocairo (Debian's poppler-utils) makes the SVG.
"""
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 1100, 640


def main(address, target, scheme="light"):
    with sync_playwright() as play, tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.emulate_media(media="screen", color_scheme=scheme)
        page.goto(address)
        page.pdf(path=pdf.name, width=f"{WIDTH}px", height=f"{HEIGHT}px", print_background=True, page_ranges="1")
        browser.close()
        subprocess.run(["pdftocairo", "-svg", pdf.name, target], check=True)


main(*sys.argv[1:])

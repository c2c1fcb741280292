"""Takes pictures of the pages of a built site, for a person to look at.

Usage: look SITE-FOLDER OUT-FOLDER [path…]

Each page, or a sample of all kinds, is taken whole: light and dark, 1280 and 360 pixels wide.
"""

import sys
from pathlib import Path

from browser import LOOKS, context
from pages import Site, sample
from server import serve

if len(sys.argv) < 3:
    sys.exit(__doc__)
folder, out, *paths = sys.argv[1:]
site = Site(folder, "http://localhost/")
addresses = paths or [page.address for page in sample([site])]
origin = serve(site).origin
Path(out).mkdir(parents=True, exist_ok=True)
with context() as shared:
    tab = shared.new_page()
    for address in addresses:
        tab.goto(f"{origin}/{address.lstrip('/')}")
        for scheme, (width, height) in LOOKS:
            tab.set_viewport_size({"width": width, "height": height})
            tab.emulate_media(color_scheme=scheme)
            name = address.strip("/").replace("/", "_") or "index"
            tab.screenshot(path=f"{out}/{name}-{scheme}-{width}.png", full_page=True)

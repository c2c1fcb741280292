"""Judges logs that Kelisim wrote by pymerkle.

For each folder that is named it prints the folder and "ok" when the root over the entries in the bundles
is that of the checkpoint, or what is wrong.
"""

import base64
import sys
from pathlib import Path

from pymerkle import InmemoryTree


def entries(folder):
    # Names of three digits sort as their numbers do. The logs of the tests have fewer than 256,000 entries,
    # and the bundle that is not full lies in a folder whose name sorts after the others.
    found = []
    for path in sorted(folder.glob("tile/entries/**/*")):
        data = path.read_bytes() if path.is_file() else b""
        while data:
            length = int.from_bytes(data[:2], "big")
            if len(data) < 2 + length:
                raise ValueError("a bundle ends early")
            found.append(data[2 : 2 + length])
            data = data[2 + length :]
    return found


for name in sys.argv[1:]:
    folder = Path(name)
    try:
        _, size, root, *_ = (folder / "checkpoint").read_text().split("\n")
        tree = InmemoryTree.init_from_entries(entries(folder), algorithm="sha256")
        if tree.get_size() != int(size) or tree.get_root() != base64.b64decode(root):
            raise ValueError("another root")
        print(f"{name}\tok")
    except Exception as problem:
        print(f"{name}\t{type(problem).__name__}: {problem}")

"""Judges logs that Kelisim wrote by tlog-scales.

For each folder that is named it prints the folder and "ok", or what is wrong with it: the signatures of
the checkpoint, the tiles, and every proof file, which must be the one that tlog-scales makes itself.
"""

import base64
import logging
import sys
from pathlib import Path

from tlog_scales import backend, reader, signing, tiles, tlog

HEADER = "c2sp.org/tlog-proof@v1"


def demand(holds, problem):
    if not holds:
        raise ValueError(problem)


def checkpoint(folder, text):
    """The checkpoint `text`, signed by every key of the folder."""
    head = tlog.Checkpoint.from_text(text)
    demand(head.serialize() == text, "the note has another form")
    keys = (folder / "keys").read_text().split()
    vkeys = [signing.Vkey.from_string(key) for key in keys]
    for key in vkeys:
        demand(signing.Vkey(key.name, None, key.sig_type, key.pubkey).key_id == key.key_id, "key id")
    valid = signing.VkeySet(*vkeys).verify(head.signatures, head)
    demand(len(valid) == len(keys) == len(head.signatures), "a signature does not hold")
    return head


def judge(folder):
    log = reader.TilesReader(backend.LocalBackend(folder))
    text = (folder / "checkpoint").read_text()
    head = checkpoint(folder, text)
    log.set_size(head.size)
    demand(log.calculate_root_hash() == head.root_hash, "the tiles have another root")

    for path in folder.glob("proofs/*"):
        parts, _, note = path.read_text().partition("\n\n")
        header, line, *hashes = parts.split("\n")
        demand(header == HEADER and note == text, "not a proof of this checkpoint")
        index = int(line.removeprefix("index "))
        hashes = [base64.b64decode(hash, validate=True) for hash in hashes]
        leaf = tiles.leaf_hash(log.get_entry(index))
        tlog.InclusionProof(index, head.size, hashes).check(leaf, head.root_hash)
        own = log.get_inclusion_proof(index, head.size).node_hashes
        demand(own == hashes, "another proof")

    for path in folder.glob("grown/*"):
        parts, _, note = path.read_text().partition("\n\n")
        old = checkpoint(folder, note)
        hashes = [base64.b64decode(hash, validate=True) for hash in parts.split("\n") if hash]
        growth = tlog.ConsistencyProof(old.size, head.size, hashes)
        growth.check(old.root_hash, head.root_hash)
        demand(log.get_consistency_proof(old.size, head.size) == growth, "another proof of growth")


logging.disable()
for name in sys.argv[1:]:
    try:
        judge(Path(name))
        print(f"{name}\tok")
    except Exception as problem:
        print(f"{name}\t{type(problem).__name__}: {problem}")

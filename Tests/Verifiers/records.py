"""Makes the test vectors of Documentation/records.md, from that page alone."""

import hashlib
import hmac
import struct

RECORDED_AT = 1798761600000


def leb128(number):
    groups = b""
    while number >= 0x80:
        groups += bytes([number & 0x7F | 0x80])
        number >>= 7
    return groups + bytes([number])


def field(value):
    if value is None:
        return b"\0"
    data = value.encode() if isinstance(value, str) else bytes(value)
    return leb128(len(data) + 1) + data


def number(value):
    return field(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def instant(milliseconds):
    return field(struct.pack(">q", milliseconds))


def indices(values):
    distances = [values[0]] + [b - a for a, b in zip(values, values[1:])]
    return field(b"".join(map(leb128, distances)))


def digest(text):
    return hashlib.sha256(text.encode()).digest()


def record(kind, *fields):
    return field("kelisim/record/v1") + field(kind) + instant(RECORDED_AT) + b"".join(fields)


def leaf(kind, publication, of, erased=None):
    commitment = hmac.new(bytes(range(32)), of, hashlib.sha256).digest()
    hour = number(RECORDED_AT // 3600000)
    start = field("kelisim/leaf/v1") + field(kind) + field(publication)
    return start + hour + field(commitment) + (indices(erased) if erased else field(None))


publication = record(
    "publication",
    field("publication"), field("privacy"), number(1), field(digest("{}\n")), field("{}\n"),
)
decision = record(
    "decision",
    field(bytes.fromhex("01a2ce8bd40070018000000000000002")), instant(RECORDED_AT - 500),
    field("u-8f3"), field("g-17"), field("gs-1"), field("privacy"), number(1), field("kk"),
    field(digest("text")), field("accepted"), field("signature"), field(digest("html")),
    instant(RECORDED_AT - 120000), field("presentation"),
    field("cms"), field(digest("signature")), field("7/12"),
    field("signup-3"), field("Келісемін"), field(None), field("192.0.2.7"), field(None), field(""),
    field("key-1"), field(range(16)), field(range(16, 32)),
)
guardianship = record(
    "guardianship",
    field("gs-1"), field("g-17"), field("u-8f3"), field("adoptive-parent"),
    instant(RECORDED_AT - 1), field(None), field("7/12"), field(None),
    number(14), field("2030-06-15"), number(18), field("2034-06-15"), field(None),
)
hold = record("hold", field("u-8f3"), field("refused-erasure"), field("case 7"))
erasure = record("erasure", field("case 7"), indices([0, 1, 300]))
key = record("key", field("example.kz/log+00000000+AA"))

for vector in [
    publication, decision, guardianship, hold, erasure, key,
    leaf("decision", digest("{}\n"), decision),
    leaf("erasure", None, erasure, [0, 1, 300]),
]:
    print(vector.hex())

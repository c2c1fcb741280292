"""Strange requests: the examples of the description, bent in every part."""

import json
import random
import string
from urllib.parse import quote

JSON = "application/json"

WORDS = [
    "", "0", "-1", "1", "2", "100000", "100001", "9223372036854775807", "9223372036854775808", "1e400",
    "NaN", "null", "true", "privacy", "terms", "kk", "ru", "zh-Hant", "KK", "u-8f3", "u-9c1", "g-17",
    "gs-1", "gs-2", "accepted", "declined", "withdrawn", "notified", "click", "signature", "paper",
    "imported", "due", "2026-11-26T09:30:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z",
    "2026-02-30T00:00:00Z", "2026-11-26T09:30:00+05:00", "..", "../../etc/passwd", "%00", "\x00", "\x7f",
    "' OR 1=1 --", "<script>", "{{7*7}}", "${jndi:x}", "\u202e", "\ufeff", "é", "e\u0301", "🏳️‍🌈", "\ud800",
    "a" * 129, "a" * 5000, "870101300123", "+77011234567", "x@example.kz", "sha256:" + "0" * 64,
]  # fmt: skip

METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY", "X"]

# Where a body ends is a matter of other tests.
FIELDS = [
    "Accept", "Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Content-Type",
    "Idempotency-Key", "Authorization", "Origin", "Access-Control-Request-Method", "X-Forwarded-For",
    "Expect", "Content-Encoding", "Cookie", "Upgrade", "Connection", "TE", "Host",
    "Accept-Datetime", "Accept-Encoding", "X-Http-Method-Override",
]  # fmt: skip

VALUES = [
    "*", "*/*", "text/html", "application/jwt", "application/json;q=0", "text/html;q=NaN", "q=1;q=2",
    ";;;,,,", "kk;q=9999999999", "kk-" * 400, '"x", W/"y"', "bytes=0-0,5-", "bytes=9-1", "chunked",
    "gzip", "100-continue", "Bearer", "Bearer ", "Basic Og==", "Bearer a.b.c", "close, te", "h2c",
    "websocket", "application/json; charset=utf-16", "application/merge-patch+json", "Thu, 01 Jan 1970",
    "é", "\x01", "\t", "-1", "99999999999999999999",
]  # fmt: skip


class Strange:
    def __init__(self, calls, key, seed):
        self.random, self.calls, self.key = random.Random(seed), calls, key

    def text(self):
        pick = self.random.random()
        if pick < 0.7:
            return self.random.choice(WORDS)
        count = self.random.choice([1, 3, 12, 64, 300])
        letters = string.printable if pick < 0.9 else "".join(map(chr, range(0x20, 0x2FF)))
        return "".join(self.random.choice(letters) for _ in range(count))

    def value(self, depth=0):
        pick = self.random.randrange(9 if depth < 4 else 7)
        if pick < 3:
            return self.text()
        if pick == 3:
            return self.random.choice([0, 1, -1, 2**31, 2**63, 10**40, 1.5, -0.0, 1e308])
        if pick < 7:
            return self.random.choice([None, True, False, [], {}, ""])
        count = self.random.randrange(4)
        if pick == 7:
            return [self.value(depth + 1) for _ in range(count)]
        return {self.text(): self.value(depth + 1) for _ in range(count)}

    def bent(self, value):
        """`value` with something changed somewhere."""
        if isinstance(value, dict) and value and self.random.random() < 0.8:
            name = self.random.choice(list(value))
            copy, pick = dict(value), self.random.randrange(5)
            if pick == 0:
                del copy[name]
            elif pick == 1:
                copy[self.text()] = self.value()
            else:
                copy[name] = self.bent(value[name])
            return copy
        if isinstance(value, list) and value and self.random.random() < 0.8:
            index = self.random.randrange(len(value))
            return [self.bent(one) if at == index else one for at, one in enumerate(value)]
        return self.value()

    def body(self, call):
        """The bytes of a body; mostly almost what the call wants."""
        value = call.body if call.body is not None else self.value()
        for _ in range(self.random.choice([0, 1, 1, 2, 5])):
            value = self.bent(value)
        data = json.dumps(value, ensure_ascii=self.random.random() < 0.5)
        data = data.encode("utf-8", "surrogatepass")
        pick = self.random.randrange(20)
        if pick == 0 and data:
            at = self.random.randrange(len(data))
            data = data[:at] + bytes([self.random.randrange(256)]) + data[at + 1 :]
        elif pick == 1:
            data = data[: self.random.randrange(len(data) + 1)]
        elif pick == 2:
            data = b"\xff\xfe" + data
        elif pick == 3:
            data = b'{"subject": "u-8f3", ' + data[1:]
        elif pick == 4:
            depth = self.random.choice([10, 600, 30_000])
            data = self.random.choice([b"[", b'{"a":', b'{"decisions":[']) * depth
        return data

    def request(self):
        """A method, an address, the fields and the body."""
        call = self.random.choice(self.calls)
        names = {}
        for one in call.parameters:
            if self.random.random() < 0.3:
                names[one["name"]] = self.text()
        path, needed = call.example(
            **{name: quote(value, safe="", errors="replace") for name, value in names.items()}
        )
        path = path.replace("%25", "%")
        if self.random.random() < 0.3:
            pairs = []
            for _ in range(self.random.randrange(1, 4)):
                known = [one["name"] for one in call.parameters if one["in"] == "query"]
                name = self.random.choice([*known, self.text()])
                pairs.append(quote(name, errors="replace") + "=" + quote(self.text(), errors="replace"))
            path += ("&" if "?" in path else "?") + "&".join(pairs)
        if self.random.random() < 0.05:
            path += self.random.choice(["%", "%zz", "%ff", "?%ff=%fe", "//", "/.", ";a=b", "?&&==&", "#x"])
        method = call.method if self.random.random() < 0.95 else self.random.choice(METHODS)
        fields = {"Authorization": f"Bearer {self.key}", **needed}
        body = b""
        if call.body is not None or self.random.random() < 0.05:
            body = self.body(call)
            fields["Content-Type"] = JSON
        if "Idempotency-Key" in fields:
            fields["Idempotency-Key"] = str(self.random.getrandbits(64))
        fields = list(fields.items())
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 3])):
            fields.append((self.random.choice(FIELDS), self.random.choice([*VALUES, self.text()])))
        if self.random.random() < 0.1:
            fields.pop(self.random.randrange(len(fields)))
        # A line end is a matter of another test.
        clean = [(name, value.translate({10: None, 13: None, 0: None})) for name, value in fields]
        return method, path, clean, body

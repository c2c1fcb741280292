"""Sends strange requests for SECONDS and looks whether the service bears them: `fuzz.py SECONDS [SEED]`.

Nothing may answer 5xx but 503, and whatever is answered with a body says what is wrong in the form that the
description promises.
"""

import collections
import json
import sys
import time

from description import calls
from service import PROBLEM, Service
from strange import Strange
from wire import Wire


def check(request, answer):
    status, headers, body = answer
    assert status < 500 or status == 503, (request, status, body[:500])
    if status >= 400 and body and headers.get("Content-Type") != "text/html; charset=utf-8":
        problem = json.loads(body)
        if status == 503 and "ready" in problem:
            return
        assert headers["Content-Type"] == PROBLEM, (request, status, headers, body[:500])
        assert problem["status"] == status and problem["code"], (request, body[:500])


def garbage(strange):
    """Bytes that are hardly HTTP."""
    method, path, fields, body = strange.request()
    pick = strange.random.randrange(4)
    if pick == 0:
        return strange.random.randbytes(strange.random.randrange(1, 400)) + b"\r\n\r\n"
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    data = f"{method} {path} HTTP/1.1\r\nHost: x\r\n{head}".encode("utf-8", "replace")
    if pick == 1:
        return data + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + body
    if pick == 2:
        return data + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body
    at = strange.random.randrange(len(data))
    return data[:at] + strange.random.randbytes(3) + data[at:] + b"\r\n" + body


def main(seconds, seed):
    service = Service()
    service.seed()
    document = service.ask("GET", "/openapi.json").json()
    strange, wire, statuses = Strange(calls(document), service.key, seed), Wire(), collections.Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        request = strange.request()
        try:
            answer = wire.ask(*request)
        except TimeoutError as error:
            raise AssertionError(f"no answer to {request}") from error
        statuses[answer[0] if answer else "closed"] += 1
        if answer:
            check(request, answer)
        if strange.random.random() < 0.02:
            other = Wire(patience=0.2)
            try:
                other.send(garbage(strange))
                answer = other.answer()
                assert not answer or answer[0] < 500, answer
            except OSError:
                pass
            other.close()
            statuses["garbage"] += 1
    assert service.ask("GET", "/healthz").status_code == 200
    assert service.ask("GET", "/readyz").status_code == 200
    print(f"seed {seed}:", dict(sorted(statuses.items(), key=str)))


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time()))

"""Sends what is too large, too deep or too slow."""

import json
import threading
import time
import uuid

from service import JSON, PROBLEM, Service
from wire import Wire

MEBIBYTE = 1 << 20
# A client has half a minute for a request.
PATIENCE = 60


def fields(service):
    return [
        ("Authorization", f"Bearer {service.key}"),
        ("Content-Type", JSON),
        ("Idempotency-Key", str(uuid.uuid4())),
    ]


def refused(answer, status, code):
    assert answer, "closed without a word"
    assert answer[0] == status, (answer[0], answer[2][:300])
    assert answer[1]["Content-Type"] == PROBLEM, dict(answer[1])
    assert json.loads(answer[2])["code"] == code, answer[2]


def sizes(service):
    for path in ["/v1/decisions", "/v1/standings", "/v1/presentations"]:
        refused(Wire().ask("POST", path, fields(service), b" " * (MEBIBYTE + 1)), 413, "too-large")
        head = "".join(f"{name}: {value}\r\n" for name, value in fields(service))
        wire = Wire()
        wire.send(f"POST {path} HTTP/1.1\r\nHost: x\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        try:
            for _ in range(17):
                wire.send(piece)
            wire.send(b"0\r\n\r\n")
        except ConnectionError:
            pass
        refused(wire.answer("POST"), 413, "too-large")
    # As much as is allowed is read, and found to be no JSON.
    refused(Wire().ask("POST", "/v1/standings", fields(service), b" " * MEBIBYTE), 400, "malformed")
    for extra in [[("X-Long", "x" * 17_000)], [(f"X-{n}", "y" * 200) for n in range(90)]]:
        answer = Wire().ask("GET", "/healthz", extra)
        assert answer and answer[0] in (400, 431), answer
    answer = Wire().ask("GET", "/" + "a" * 20_000)
    assert answer and answer[0] in (400, 414, 431), answer


def depth(service):
    for opening in [b"[", b'{"a":', b'{"decisions":[', b'{"subject":[']:
        body = opening * (100_000 if len(opening) < 3 else 60_000)
        for path in ["/v1/decisions", "/v1/standings"]:
            refused(Wire().ask("POST", path, fields(service), body), 400, "malformed")


def closed_in_time(send_first, send_again):
    """Whether a connection on which a byte comes now and then is closed."""
    wire, begin = Wire(patience=PATIENCE), time.monotonic()
    wire.send(send_first)
    wire.socket.settimeout(1)
    while time.monotonic() - begin < PATIENCE:
        try:
            wire.socket.sendall(send_again)
            if wire.socket.recv(1024) == b"":
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


def slowness(service):
    head = "".join(f"{name}: {value}\r\n" for name, value in fields(service))
    start = f"POST /v1/decisions HTTP/1.1\r\nHost: x\r\n{head}"
    slow = {
        "a body": (f"{start}Content-Length: 100000\r\n\r\n".encode(), b" "),
        "a chunk": (f"{start}Transfer-Encoding: chunked\r\n\r\n".encode(), b"1\r\n \r\n"),
        "a head": (start.encode(), b"X-A: b\r\n"),
        "a line": (b"GET /", b"a"),
    }
    outcomes = {}

    def one(name):
        outcomes[name] = closed_in_time(*slow[name])

    threads = [threading.Thread(target=one, args=(name,)) for name in slow]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        # Nobody else waits for them.
        assert service.ask("GET", "/healthz").status_code == 200
        time.sleep(0.5)
    assert outcomes == dict.fromkeys(slow, True), outcomes


def main():
    service = Service()
    sizes(service)
    depth(service)
    slowness(service)
    assert service.ask("GET", "/healthz").status_code == 200


if __name__ == "__main__":
    main()

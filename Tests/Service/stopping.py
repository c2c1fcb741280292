"""Asks a service to end while requests are on their way, half of them only just begun.

Every one whose head the service has read must be answered, although it takes no more connections.
"""

import json
import os
import signal
import socket
import time
from http.client import HTTPResponse

from wire import Wire

COUNT = 20


def head(number, body):
    lines = [
        "POST /v1/decisions HTTP/1.1",
        "Host: kelisim.test",
        "Authorization: Bearer " + os.environ["KELISIM_KEY"],
        "Content-Type: application/json",
        f"Idempotency-Key: stopping-{number}",
        f"Content-Length: {len(body)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def begun(number):
    """A connection whose service has read the head of a decision, and the rest of its body."""
    decision = {"subject": f"s-{number}", "act": "accepted", "method": "click"}
    decision |= {"policy": "privacy", "edition": 1, "language": "kk"}
    body = json.dumps(decision).encode()
    wire = Wire(patience=40)
    # What comes first is answered, so what came with it was read.
    first = b"GET /healthz HTTP/1.1\r\nHost: kelisim.test\r\n\r\n"
    wire.send(first + head(number, body) + body[:40])
    answer = HTTPResponse(wire.socket)
    answer.begin()
    assert answer.status == 200 and answer.read()
    return wire, body[40:]


def refuses(place):
    try:
        socket.create_connection(place, 1).close()
        return False
    except ConnectionError:
        return True


def main():
    idle = Wire()
    assert idle.ask("GET", "/healthz")[0] == 200
    wires = [begun(number) for number in range(COUNT)]
    os.kill(int(os.environ["KELISIM_PID"]), signal.SIGTERM)
    end = time.monotonic() + 20
    while not refuses(idle.place):
        assert time.monotonic() < end, "it goes on taking connections"
        time.sleep(0.01)
    assert idle.socket.recv(1) == b"", "an idle connection stays"
    for number, (wire, rest) in enumerate(wires):
        wire.send(rest)
        answer = wire.answer("POST")
        assert answer and answer[0] == 201, answer
        decision = json.loads(answer[2])
        words = ["ack", f"stopping-{number}", decision["id"], decision["index"]]
        print(*words, decision["leafHash"])


if __name__ == "__main__":
    main()

"""Compares the resident memory of a service after ten thousand strange requests and after REQUESTS of them:
`memory.py REQUESTS`."""

import os
import sys
import time

from description import calls
from service import Service
from strange import Strange
from wire import Wire

FIRST = 10_000
MOST = 1.2


def resident():
    """In KiB."""
    with open(f"/proc/{os.environ['KELISIM_PID']}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:"))


def main(requests):
    service = Service()
    service.seed()
    document = service.ask("GET", "/openapi.json").json()
    # What is recorded grows by right, and reports read all of it.
    kept = {"decide", "putGuardianship", "placeHold", "releaseHold", "eraseSubject", "getReport", "findSubjects"}
    asked = [call for call in calls(document) if call.id not in kept]
    strange, wire, begin = Strange(asked, service.key, 1), Wire(), time.monotonic()
    first = None
    for count in range(1, requests + 1):
        answer = wire.ask(*strange.request())
        assert not answer or answer[0] < 500 or answer[0] == 503, answer
        if count == FIRST:
            first = resident()
        if count % 100_000 == 0 or count == FIRST:
            pace = count / (time.monotonic() - begin)
            print(f"{count} requests: {resident()} KiB, {pace:.0f} a second", flush=True)
    last = resident()
    print(f"{last / first:.2f} times as much")
    assert last <= first * MOST, (first, last)


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""Takes more connections than a service has room for, and decides on the first of them.

`crush.py COUNT`. Each decision must be answered, and covered by the log, while all the others wait.
"""

import os
import sys
import time

from service import Service
from wire import Wire


def main(count):
    service = Service()
    assert service.ask("GET", "/healthz").status_code == 200
    wires = [Wire() for _ in range(count)]
    for wire in wires:
        wire.send(b"")
    time.sleep(0.5)
    for number in range(20):
        # On the connection that was there before.
        decision = service.decide(f"c-{number}")
        service.wait_for_proof(decision["id"])
        words = ["ack", f"crush-{number}", decision["id"], decision["index"]]
        print(*words, decision["leafHash"], flush=True)
    for wire in wires:
        wire.close()
    # And the next one is let in.
    assert Service(os.environ["KELISIM_KEY"]).ask("GET", "/healthz").status_code == 200


if __name__ == "__main__":
    main(int(sys.argv[1]))

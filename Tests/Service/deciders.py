"""Records decisions as a backend does, and notes each that was answered before it goes on.

`deciders.py` records until it is told to end (SIGTERM), or until each of --callers has recorded --count.
`deciders.py --repeat NOTES` sends again what the notes have, which must give the same answers.

Notes are lines on standard output, a file, on the disk before anything else happens:

    ack KEY ID INDEX LEAFHASH STATUS TRIES DIGEST    a decision is durable
    told STATUS CODE                                 come again later
    lost KEY REASON                                  no answer
    checkpoint BASE64                                one that was seen
    odd …                                            what must never be
"""

import argparse
import base64
import hashlib
import http.client
import json
import os
import random
import signal
import sys
import threading
import time
from urllib.parse import urlsplit

# What may be asked again, if the answer says when.
LATER = {429, 502, 503, 504}
# How long one decision is tried, in seconds.
PATIENCE = 60


def note(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())
    os.fsync(1)


class Backend:
    """One caller, on a connection of its own."""

    def __init__(self):
        url = urlsplit(os.environ["KELISIM_URL"])
        self.place, self.connection = (url.hostname, url.port), None
        self.fields = {
            "Authorization": "Bearer " + os.environ["KELISIM_KEY"],
            "Content-Type": "application/json",
        }

    def ask(self, method, path, body=None, fields=None):
        """The status, the head and the body of the answer; raises OSError or HTTPException."""
        if not self.connection:
            self.connection = http.client.HTTPConnection(*self.place, timeout=15)
        try:
            self.connection.request(method, path, body, {**self.fields, **(fields or {})})
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except BaseException:
            self.connection.close()
            self.connection = None
            raise

    def decide(self, key):
        """The status of the answer, the answer, and how often it took; notes what was in the way."""
        number = int(key.rsplit("-", 1)[1])
        decision = {
            "subject": f"u-{number % 500}",
            "act": "accepted" if number % 7 else "withdrawn",
            "method": "click",
            "policy": "privacy",
            "edition": 1,
            "language": "kk",
        }
        body, tries, end = json.dumps(decision), 0, time.monotonic() + PATIENCE
        while time.monotonic() < end:
            tries += 1
            try:
                status, head, answer = self.ask(
                    "POST", "/v1/decisions", body, {"Idempotency-Key": key}
                )
            except (OSError, http.client.HTTPException) as error:
                note("lost", key, type(error).__name__)
                time.sleep(random.uniform(0.01, 0.05))
                continue
            if status in (200, 201):
                return status, answer, tries
            code = self.code(answer)
            if status not in LATER:
                note("odd", key, status, code)
                return status, answer, tries
            note("told", status, code)
            # A proxy in front does not say when.
            if status == 503 and code != "-" and not head["Retry-After"]:
                note("odd", key, "no Retry-After")
            time.sleep(random.uniform(0.02, 0.2))
        note("odd", key, "never answered")
        return 0, b"", tries

    @staticmethod
    def code(answer):
        try:
            return json.loads(answer)["code"]
        except (ValueError, TypeError, KeyError):
            return "-"

    def record(self, key):
        """Records one decision and notes it."""
        status, answer, tries = self.decide(key)
        if status not in (200, 201):
            return None
        decision, digest = json.loads(answer), hashlib.sha256(answer).hexdigest()
        note(
            *("ack", key, decision["id"], decision["index"], decision["leafHash"]),
            *(status, tries, digest),
        )
        return digest

    def repeat(self, key, digest):
        """Sends again what was answered."""
        status, answer, _ = self.decide(key)
        if status != 200 or hashlib.sha256(answer).hexdigest() != digest:
            note("odd", key, f"was answered anew: {status}")


def record(name, count, end):
    backend, last = Backend(), None
    for number in range(count):
        if end.is_set():
            return
        key = f"{name}-{number}"
        digest = backend.record(key)
        # As one does whose answer was lost after it came.
        if last and number % 5 == 0:
            backend.repeat(*last)
        last = (key, digest)


def watch(end):
    """Notes the checkpoints that there are."""
    backend, last = Backend(), None
    while not end.wait(0.05):
        try:
            status, _, checkpoint = backend.ask("GET", "/log/checkpoint")
        except (OSError, http.client.HTTPException):
            continue
        if status == 200 and checkpoint != last:
            note("checkpoint", base64.b64encode(checkpoint).decode())
            last = checkpoint


def run(threads):
    threads = [threading.Thread(target=target, args=arguments) for target, *arguments in threads]
    for thread in threads:
        thread.start()
    return threads


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--callers", type=int, default=16)
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--name", default="k")
    parser.add_argument("--repeat")
    options = parser.parse_args()
    end = threading.Event()
    if options.repeat:
        with open(options.repeat, encoding="utf-8") as file:
            words = [line.split() for line in file if line.startswith("ack ")]

        def repeat(part):
            backend = Backend()
            for word in part:
                backend.repeat(word[1], word[7])

        callers = options.callers
        for thread in run((repeat, words[n::callers]) for n in range(callers)):
            thread.join()
        return
    signal.signal(signal.SIGTERM, lambda *_: end.set())
    # Threads of a pool, one of which may have started this program, have it blocked.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    over = threading.Event()
    watcher = run([(watch, over)])
    callers = run(
        (record, f"{options.name}-{n}", options.count, end) for n in range(options.callers)
    )
    for thread in callers:
        # Not forever, so that the signal is noticed.
        while thread.is_alive():
            thread.join(0.1)
    over.set()
    watcher[0].join()


if __name__ == "__main__":
    sys.exit(main())

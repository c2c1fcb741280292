"""More decisions at once than may wait: the others are told so at once, and recorded when they come again.

`pressure.py COUNT`, of a service whose database takes nothing until this program has said `full`, which it does
when everybody has been answered who isn't waiting.
"""

import asyncio
import json
import os
import resource
import sys
from urllib.parse import urlsplit

# So many may wait.
WAITING = 4096
# How long it may be that nobody is answered before that counts as waiting, in seconds.
SILENCE = 2


class Decider:
    def __init__(self, number):
        self.key, self.number = f"pressure-{number}", number
        self.status, self.is_busy = None, False

    async def connect(self):
        url = urlsplit(os.environ["KELISIM_URL"])
        self.reader, self.writer = await asyncio.open_connection(url.hostname, url.port)

    def send(self):
        decision = {"subject": f"p-{self.number}", "act": "accepted", "method": "click"}
        decision |= {"policy": "privacy", "edition": 1, "language": "kk"}
        body = json.dumps(decision)
        lines = [
            "POST /v1/decisions HTTP/1.1",
            "Host: kelisim.test",
            "Authorization: Bearer " + os.environ["KELISIM_KEY"],
            "Content-Type: application/json",
            "Idempotency-Key: " + self.key,
            f"Content-Length: {len(body)}",
        ]
        self.writer.write("\r\n".join([*lines, "", body]).encode())

    async def answer(self):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.split("content-length: ")[1].split("\r\n")[0])
        body = json.loads(await self.reader.readexactly(length))
        self.status = int(head.split(" ")[1])
        if self.status in (200, 201):
            print("ack", self.key, body["id"], body["index"], body["leafHash"])
        else:
            # On a slow machine the database gives up a batch that waited too long.
            assert self.status == 503 and body["code"] in ("busy", "unavailable"), body
            assert "retry-after: " in head, head
            self.is_busy = body["code"] == "busy"
        return self.status


async def main(count):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    deciders = [Decider(number) for number in range(count)]
    for start in range(0, count, 500):
        await asyncio.gather(*(decider.connect() for decider in deciders[start : start + 500]))
    answers = []
    for decider in deciders:
        decider.send()
        answers.append(asyncio.create_task(decider.answer()))
    done = -1
    while done < (now := sum(answer.done() for answer in answers)) or not now:
        done = now
        await asyncio.sleep(SILENCE)
    assert all(decider.status in (None, 503) for decider in deciders), "something was recorded"
    busy = sum(decider.is_busy for decider in deciders)
    assert 0 < busy <= count - WAITING, busy
    print("full", busy, flush=True)
    await asyncio.gather(*answers)
    # Who was not told to come again was recorded. On a slow machine some were read only now.
    assert busy <= sum(decider.is_busy for decider in deciders) <= count - WAITING
    for decider in deciders:
        if decider.status == 201:
            continue
        while True:
            decider.send()
            if await decider.answer() != 503:
                break
            await asyncio.sleep(0.1)
        assert decider.status == 201, "it was recorded although it was refused"


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))

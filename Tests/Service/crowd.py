"""How long others wait for a standing while many connections are idle and many are slow.

`crowd.py --idle COUNT --slow COUNT --seconds SECONDS [--until-closed]`. A slow client sends a byte a second of a
request that never ends. Prints one JSON object: what was asked beforehand and meanwhile, in milliseconds, and
with --until-closed how long it took until the last of them was closed, in seconds.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import time
from urllib.parse import urlsplit

URL = urlsplit(os.environ["KELISIM_URL"])
KEY = os.environ["KELISIM_KEY"]
# Each asks so often a second.
ASKERS, RATE = 4, 50
# A client has half a minute for a request, and a connection may be silent for a minute.
PATIENCE = 100


async def connect(number=0):
    # So many connections need more than one address to come from.
    local = (f"127.0.0.{1 + number % 4}", 0)
    return await asyncio.open_connection(URL.hostname, URL.port, local_addr=local, limit=1 << 14)


async def ask(reader, writer):
    begin = time.perf_counter()
    writer.write(
        f"GET /v1/subjects/u-8f3/standing/privacy HTTP/1.1\r\nHost: kelisim.test\r\n"
        f"Authorization: Bearer {KEY}\r\n\r\n".encode()
    )
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    assert " 200 " in head.split("\r\n")[0], head
    await reader.readexactly(int(head.split("content-length: ")[1].split("\r\n")[0]))
    return (time.perf_counter() - begin) * 1000


async def asker(seconds, times):
    reader, writer = await connect()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        times.append(await ask(reader, writer))
        await asyncio.sleep(1 / RATE)
    writer.close()


async def measure(seconds):
    times = []
    await asyncio.gather(*(asker(seconds, times) for _ in range(ASKERS)))
    times.sort()
    return {
        "asked": len(times),
        "median": round(statistics.median(times), 2),
        "p99": round(times[len(times) * 99 // 100], 2),
        "worst": round(times[-1], 2),
    }


async def until_closed(reader):
    try:
        while await reader.read(1 << 12):
            pass
    except OSError:
        pass


async def idle(number, arrived):
    """A connection that says nothing, or nothing any more."""
    reader, writer = await connect(number)
    if number % 2:
        await ask(reader, writer)
    arrived()
    await until_closed(reader)


async def slow(number, arrived):
    """A byte a second: of a head, or of a body."""
    reader, writer = await connect(number)
    head = b"POST /v1/decisions HTTP/1.1\r\nHost: kelisim.test\r\nContent-Type: application/json\r\n"
    fields = f"Authorization: Bearer {KEY}\r\nIdempotency-Key: slow-{number}\r\n"
    if number % 2:
        head += fields.encode() + b"Content-Length: 100000\r\n\r\n"
    else:
        head += b"X-Slow: "
    writer.write(head)
    arrived()
    closed = asyncio.create_task(until_closed(reader))
    while not closed.done():
        writer.write(b" " if number % 2 else b"a")
        await asyncio.wait([closed], timeout=1)


async def main(options):
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits[1], limits[1]))
    alone = await measure(options.seconds / 2)
    count = 0

    def arrived():
        nonlocal count
        count += 1

    crowd, begin = [], time.monotonic()
    for kind, size in [(slow, options.slow), (idle, options.idle)]:
        for number in range(size):
            crowd.append(asyncio.create_task(kind(number, arrived)))
            # Not more at once than a backlog has room for.
            while len(crowd) - count > 200:
                await asyncio.sleep(0.001)
    while count < len(crowd):
        await asyncio.sleep(0.01)
    gathering = time.monotonic() - begin
    crowded = await measure(options.seconds)
    present = sum(not task.done() for task in crowd)
    result = {"alone": alone, "crowded": crowded, "present": present, "gathering": gathering}
    if options.until_closed:
        done, pending = await asyncio.wait(crowd, timeout=PATIENCE)
        assert not pending, f"{len(pending)} connections are still open"
        result["closed"] = round(time.monotonic() - begin, 1)
    print(json.dumps(result))
    for task in crowd:
        task.cancel()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--idle", type=int, required=True)
    parser.add_argument("--slow", type=int, required=True)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--until-closed", action="store_true")
    asyncio.run(main(parser.parse_args()))

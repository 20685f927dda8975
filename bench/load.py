"""Many visitors at once, speaking Streamlit's own protocol over the websocket: reruns a second, time of one, memory of each."""

from __future__ import annotations

import asyncio
import statistics
import time
from urllib.parse import urlsplit

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

LARGEST = 2**24


class Visitor:
    """One session: opened with a page's address, rerun as often as asked."""

    def __init__(self, address: str, page: str, query: str) -> None:
        """Hold where to connect and what to ask for."""
        self.address = f"ws://{urlsplit(address).netloc}/_stcore/stream"
        self.page, self.query, self.hash = page, query, ""

    async def open(self) -> None:
        """Connect and run the page once."""
        self.socket = await connect(self.address, max_size=LARGEST, compression=None, subprotocols=["streamlit"])
        await self.rerun()

    async def rerun(self, query: str | None = None) -> float:
        """Run the page again and return how many seconds passed until the script had finished."""
        message = BackMsg()
        message.rerun_script.query_string = self.query if query is None else query
        message.rerun_script.page_script_hash = self.hash
        message.rerun_script.page_name = "" if self.hash else self.page
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(await self.socket.recv())
            kind = answer.WhichOneof("type")
            if kind == "navigation":
                self.hash = answer.navigation.page_script_hash
            if kind == "script_finished":
                return time.perf_counter() - start


async def visitors(address: str, page: str, query: str, count: int) -> list[Visitor]:
    """Return opened visitors."""
    held = [Visitor(address, page, query) for _ in range(count)]
    for visitor in held:
        await visitor.open()
    return held


async def alone(address: str, page: str, queries: list[str], rounds: int) -> float:
    """Return the median milliseconds of a rerun at one session, the queries taken in turn."""
    visitor = (await visitors(address, page, queries[0], 1))[0]
    times = [await visitor.rerun(queries[place % len(queries)]) for place in range(rounds)]
    await visitor.socket.close()
    return statistics.median(times[len(queries) :]) * 1000


async def throughput(address: str, page: str, queries: list[str], count: int, seconds: float) -> float:
    """Return reruns a second of `count` visitors who ask again at once."""
    held = await visitors(address, page, queries[0], count)
    done = 0
    until = time.perf_counter() + seconds

    async def busy(visitor: Visitor) -> None:
        nonlocal done
        place = 0
        while time.perf_counter() < until:
            await visitor.rerun(queries[place % len(queries)])
            place, done = place + 1, done + 1

    start = time.perf_counter()
    await asyncio.gather(*(busy(visitor) for visitor in held))
    spent = time.perf_counter() - start
    await asyncio.gather(*(visitor.socket.close() for visitor in held))
    return done / spent


async def memory(address: str, page: str, query: str, process: psutil.Process, count: int) -> float:
    """Return megabytes more for each further session, between the fifth and the last of `count`."""
    first = await visitors(address, page, query, 5)
    await asyncio.sleep(1)
    before = process.memory_info().rss
    rest = await visitors(address, page, query, count)
    await asyncio.sleep(1)
    grown = process.memory_info().rss - before
    await asyncio.gather(*(visitor.socket.close() for visitor in [*first, *rest]))
    return grown / count / 2**20

"""A process beside the server that draws files, so that no visitor's screen waits for them.

The converter of pictures holds Python's lock while it works (measured: the whole 90 ms of a picture), threads do not help.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import lru_cache
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from components import drawing, export, framing, link
from components.dataset import ensure
from indicators.export import pictures

Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")
WAITING = 8  # orders that may wait; more are refused
SECONDS = 60  # an order that takes longer is given up
_lock = threading.Lock()
_held: dict[str, ProcessPoolExecutor] = {}
_orders = threading.Semaphore(WAITING + 1)


class Busy(RuntimeError):
    """Too many orders wait."""


def _begin() -> None:
    """What the process does first: step behind the server, load the data."""
    os.nice(10)
    ensure()


def _pool() -> ProcessPoolExecutor:
    with _lock:
        if "pool" not in _held:
            _held["pool"] = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)
        return _held["pool"]


def submit(work: Callable[Rest, Answer], *rest: Rest.args, **named: Rest.kwargs) -> Future[Answer]:
    """Return the promise of a function's answer, worked out in the other process; Busy where too many orders wait."""
    return _ordered(0, work, *rest, **named)


def begin() -> None:
    """Let the process begin beside its first order, which then need not wait for it; nothing where it works already."""
    if "pool" not in _held:
        with suppress(Busy):
            submit(os.getpid)


def answer(work: Callable[Rest, Answer], *rest: Rest.args, **named: Rest.kwargs) -> Answer:
    """Return a function's answer, worked out in the other process; waits its turn, Busy where none comes in SECONDS."""
    return _ordered(SECONDS, work, *rest, **named).result(SECONDS)


def _ordered(patience: float, work: Callable[..., Answer], *rest: object, **named: object) -> Future[Answer]:
    if not _orders.acquire(timeout=patience):
        raise Busy
    try:
        made = _pool().submit(work, *rest, **named)
    except BrokenProcessPool:
        close()
        made = _pool().submit(work, *rest, **named)
    except BaseException:
        _orders.release()
        raise
    made.add_done_callback(lambda _: _orders.release())
    return made


def close() -> None:
    """End the process; the next order begins another."""
    with _lock:
        pool = _held.pop("pool", None)
    if pool is not None:
        pool.shutdown(wait=False, cancel_futures=True)


@lru_cache(maxsize=64)
def _drawn(address: str, size: str, height: int) -> str:
    return export.drawn(_figure(address, height), size)


def _figure(address: str, height: int):
    return drawing.sized(link.figure(link.read(address)), height)


def picture(address: str, kind: str, size: str = export.DEFAULT_SIZE, scale: float = 1, height: int = 0) -> bytes:
    """Return the figure of a link as a file; pictures of one link share their drawing. height 0 is the figure's own."""
    if kind == "svg":
        return pictures.with_type(_drawn(address, size, height))
    if kind == "png":
        return pictures.png(_drawn(address, size, height), scale * framing.SIZES[size].pixels)
    return export.made(_figure(address, height), kind, size, scale)

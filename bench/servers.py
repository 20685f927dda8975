"""Servers of the atlas and of the yardsticks, started for a measurement or a test and ended after it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(script: str, port: int, log: Path | None = None, **environment: str) -> subprocess.Popen:
    """Start a script under `streamlit run` on a port; what it says goes to the log, if there is one."""
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    with log.open("wb") if log else contextlib.nullcontext(subprocess.DEVNULL) as written:
        return subprocess.Popen(
            command, cwd=ROOT, stdout=written, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )


def answers(address: str) -> bool:
    """Return whether the server at an address is up."""
    with contextlib.suppress(OSError), urlopen(f"{address}/_stcore/health", timeout=2) as reply:
        return reply.status == 200
    return False


def await_answer(process: subprocess.Popen, address: str) -> None:
    """Return once a server answers; an AssertionError where it ends or does not answer in time."""
    until = time.monotonic() + START_SECONDS
    while not answers(address):
        assert process.poll() is None, f"the server at {address} ended"
        assert time.monotonic() < until, f"no answer from {address} in {START_SECONDS} s"
        time.sleep(0.1)


@contextlib.contextmanager
def running(script: str, log: Path | None = None, **environment: str) -> Iterator[tuple[str, psutil.Process]]:
    """Run a script on a free port; gives its address and its process, ends it at the end."""
    port = free_port()
    address, process = f"http://localhost:{port}", start(script, port, log, **environment)
    try:
        await_answer(process, address)
        yield address, psutil.Process(process.pid)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        if process.poll() is None:
            process.kill()

"""Servers of the atlas and of the yardsticks, started for a measurement and ended after it."""

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


@contextlib.contextmanager
def running(script: str, **environment: str) -> Iterator[tuple[str, psutil.Process]]:
    """Run a script under `streamlit run` on a free port; gives its address and its process."""
    port = free_port()
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
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    address, until = f"http://localhost:{port}", time.monotonic() + START_SECONDS
    try:
        while True:
            with contextlib.suppress(OSError), urlopen(f"{address}/_stcore/health", timeout=1):
                break
            assert process.poll() is None and time.monotonic() < until, f"{script} did not start"
            time.sleep(0.1)
        yield address, psutil.Process(process.pid)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        if process.poll() is None:
            process.kill()

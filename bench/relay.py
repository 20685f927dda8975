"""Bytes on the wire: a relay between browser and server that counts what passes, as it is sent (compressed or not)."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

PIECE = 65_536


@dataclass
class Count:
    """Bytes from the server to the browser so far."""

    down: int = 0


def _pass(source: socket.socket, target: socket.socket, count: Count | None) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(PIECE):
            target.sendall(piece)
            if count is not None:
                count.down += len(piece)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def counting(address: str) -> Iterator[tuple[str, Count]]:
    """Give an address that leads to a server through the relay, and the count of what comes back."""
    host, port = urlsplit(address).hostname, urlsplit(address).port
    listening, count = socket.create_server(("127.0.0.1", 0)), Count()

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection((host, port))
                for pair in ((near, far, None), (far, near, count)):
                    threading.Thread(target=_pass, args=pair, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://localhost:{listening.getsockname()[1]}", count
    finally:
        listening.close()

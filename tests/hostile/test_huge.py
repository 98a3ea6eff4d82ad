"""A request that is larger than any form is refused before it is read."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from waitress import create_server

from app import MEGABYTE, SERVING
from tests.web.conftest import database, migrated

__all__ = ["database", "migrated"]


@pytest.fixture
def port(migrated) -> Iterator[int]:
    server = create_server(migrated, host="127.0.0.1", port=0, **SERVING)
    thread = Thread(target=server.run)
    thread.start()
    yield server.effective_port
    server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map))  # in its own thread
    thread.join(10)
    server.task_dispatcher.shutdown()


def answer(port: int, head: str, body: bytes = b"") -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as wire:
        wire.sendall(f"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n{head}\r\n\r\n".encode() + body)
        return wire.recv(300)


def test_a_body_that_would_fill_the_disk_is_not_waited_for(port: int) -> None:
    """Nothing of it was sent yet: whoever waits for it answers nothing."""
    assert b" 413 " in answer(port, f"Content-Length: {65 * MEGABYTE}")


def test_nor_one_whose_length_is_not_told(port: int) -> None:
    chunk = b"100000\r\n" + b"a" * 0x100000 + b"\r\n"
    try:
        assert b" 413 " in answer(port, "Transfer-Encoding: chunked", chunk * 70)
    except (ConnectionResetError, BrokenPipeError):
        return  # it hung up while more was being sent


def test_a_body_too_large_for_a_form_is_refused_in_words(port: int) -> None:
    size = 17 * MEGABYTE
    found = answer(port, f"Content-Length: {size}\r\nContent-Type: text/plain", b"a" * size)
    assert b" 413 " in found
    assert b"Content-Security-Policy" in found, "our own page"

"""Who does the jobs: threads beside the embedded server, or `flask jobs work` beside gunicorn."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from huey.consumer import Consumer

from jobs.queue import Queue, queue_of

LONGEST_PAUSE = 1.0  # seconds between two looks at an empty queue
PATIENCE = 10  # seconds that a job under way has to end when the server stops; what it left is done again later
log = logging.getLogger(__name__)
commands = AppGroup("jobs", help="Work that no request waits for: mail, large documents, reminders.")


class _Embedded(Consumer):  # type: ignore[misc]  # the library has no types
    """Leaves Ctrl+C and the other signals to the server beside which it runs."""

    def _set_signal_handlers(self) -> None:
        pass


@contextmanager
def embedded(app: Flask, *, workers: int) -> Iterator[None]:
    """While it lasts, threads of this process do the jobs; none where ``workers`` is 0."""
    queue = queue_of(app)
    if queue.at_once or not workers:
        yield
        return
    quiet()
    consumer = _consumer(_Embedded, queue, workers)
    thread = Thread(target=consumer.run, name="jobs", daemon=True)
    thread.start()
    try:
        yield
    finally:
        consumer.stop(graceful=True)
        thread.join(PATIENCE)
        queue.close()


def _consumer(kind: type[Consumer], queue: Queue, workers: int) -> Consumer:
    return kind(
        queue.huey,
        workers=workers,
        max_delay=LONGEST_PAUSE,
        shutdown_timeout=PATIENCE,
        graceful_signal="TERM",  # what a service manager sends
    )


def quiet() -> None:
    """The library tells every look at the queue; we want its troubles."""
    logging.getLogger("huey").setLevel(logging.WARNING)


@commands.command("work")
@click.option("--workers", type=click.IntRange(1, 32), default=2, show_default=True, help="Threads.")
def work(workers: int) -> None:
    """Do jobs until stopped (Ctrl+C; TERM lets those under way end). Several may run, on several machines."""
    queue = queue_of(current_app)
    if queue.at_once:
        raise click.ClickException("ไม่มีคิวให้ทำ งานทำทันทีเมื่อขอ / there is no queue: jobs are done as they are asked for")
    quiet()
    click.echo("กำลังทำงานในคิว หยุดด้วย Ctrl+C / doing jobs, stop with Ctrl+C")
    _consumer(Consumer, queue, workers).run()

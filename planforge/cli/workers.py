"""Running jobs here or in worker processes; whatever stops them leaves nothing half done."""

import contextlib
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from planforge.cli.building import Job, Outcome, build_plan
from planforge.cli.language import _
from planforge.cli.terminal import say

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_MOST_WORKERS = 60
"""Windows waits for no more processes than that."""

_MOST_AT_ONCE = 8
"""Jobs handed over together: few enough to wait for when Ctrl-C is pressed."""

_Chunk = tuple[Job, ...]


def run_jobs(work: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """Yield what came of each job, in order.

    Ctrl-C raises KeyboardInterrupt between two plans, after the outcomes of all that is finished.
    """
    workers = min(workers, len(work), _MOST_WORKERS)
    return _in_processes(work, workers) if workers > 1 else _in_turn(work)


def _in_turn(work: Sequence[Job]) -> Iterator[Outcome]:
    with _interrupts_between_jobs() as check:
        for job in work:
            yield build_plan(job)
            check()


def _in_processes(work: Sequence[Job], workers: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many plans
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    size = max(1, min(_MOST_AT_ONCE, len(work) // (workers * 4)))
    chunks = [tuple(work[start : start + size]) for start in range(0, len(work), size)]
    pool = ProcessPoolExecutor(workers, initializer=_ignore_interrupts)
    futures = _submit(pool, chunks)
    done = 0
    try:
        for future in futures:
            yield from future.result()
            done += 1
    except BrokenProcessPool:
        say(_("A worker process was ended from outside; the rest is built one at a time."))
        yield from _in_turn([job for chunk in chunks[done:] for job in chunk])
    except KeyboardInterrupt:
        pool.shutdown(cancel_futures=True)
        yield from _finished(futures[done:])
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: "ProcessPoolExecutor", chunks: Sequence[_Chunk]) -> list[Future[list[Outcome]]]:
    """Hand over the work; the processes that this starts must not be hit by Ctrl-C unprepared."""
    with _interrupts_blocked():
        return [pool.submit(_build_chunk, chunk) for chunk in chunks]


def _build_chunk(chunk: _Chunk) -> list[Outcome]:
    return [build_plan(job) for job in chunk]


def _finished(futures: Sequence[Future[list[Outcome]]]) -> Iterator[Outcome]:
    for future in futures:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield from future.result()


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, so that a worker finishes the file it is writing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextlib.contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Hold Ctrl-C back, where the system can; child processes inherit that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextlib.contextmanager
def _interrupts_between_jobs() -> "Iterator[_Check]":
    """Answer Ctrl-C only when the function given is called; pressed twice, at once."""
    check = _Check()
    if threading.current_thread() is not threading.main_thread():
        yield check
        return
    before = signal.signal(signal.SIGINT, check.press)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)


class _Check:
    def __init__(self) -> None:
        self._pressed = False

    def press(self, *_signal: object) -> None:
        """Remember Ctrl-C; raise KeyboardInterrupt where it is remembered already."""
        self()
        self._pressed = True

    def __call__(self) -> None:
        if self._pressed:
            raise KeyboardInterrupt

"""Ctrl-C: pressed once, the work stops in good order; pressed again, at once."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator

INTERRUPTED = 130
"""The exit status of a command that was stopped by Ctrl-C."""


@contextlib.contextmanager
def handled() -> Iterator[None]:
    """Turn the first Ctrl-C into KeyboardInterrupt, and end the process at the second."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _stop:  # else the process is about to end
            signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """Answer Ctrl-C only when the function given is called, or when it is pressed again."""
    pressed: list[bool] = []
    if threading.current_thread() is not threading.main_thread():
        yield lambda: None
        return

    def press(*_signal: object) -> None:
        check()
        pressed.append(True)

    def check() -> None:
        if pressed:
            _stop()

    before = signal.signal(signal.SIGINT, press)
    try:
        yield check
    finally:
        if signal.getsignal(signal.SIGINT) is press:
            signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def blocked() -> Iterator[None]:
    """Keep Ctrl-C waiting, where the system can; processes started meanwhile never see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def ignored() -> None:
    """Leave Ctrl-C to the parent, so that a worker finishes the file it is writing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(*_signal: object) -> None:
    signal.signal(signal.SIGINT, _leave)
    raise KeyboardInterrupt


def _leave(*_signal: object) -> None:
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children  # noqa: PLC0415 - loaded already

        for worker in active_children():
            worker.kill()
    os._exit(INTERRUPTED)

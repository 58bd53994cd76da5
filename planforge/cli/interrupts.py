"""How the process ends: by Ctrl-C or with its work done.

Ctrl-C pressed once, the work stops in good order; pressed again, at once. A request of the system
to end (SIGTERM) counts as Ctrl-C.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator

INTERRUPTED = 130
"""The exit status of a command that was stopped by Ctrl-C."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_Handler = Callable[..., None]


@contextlib.contextmanager
def handled(*, to_the_end: bool) -> Iterator[None]:
    """Turn the first Ctrl-C into KeyboardInterrupt, and end the process at the second.

    ``to_the_end`` says that the process ends with the work, so that one Ctrl-C is enough then.
    """
    with _answered_by(_stop):
        try:
            yield
        finally:
            if to_the_end:
                _answer_by_leaving()


def end_process(status: object) -> None:
    """End the process with ``status`` at once; return where Python has to end it in its own way.

    Taking modules and trees apart one by one takes longer than to build an ordinary plan. Only
    what is still to be printed must get out; worker processes, and whoever watches the program
    run (a debugger, a profile), have more to bring to an end.
    """
    watched = sys.gettrace() or sys.getprofile() or "multiprocessing" in sys.modules
    if watched or not isinstance(status, int):
        return
    with contextlib.suppress(OSError, ValueError):  # Python says what cannot be printed
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # closed before the program began
                stream.flush()
        os._exit(status)


@contextlib.contextmanager
def held_back() -> Iterator[Callable[[], None]]:
    """Answer Ctrl-C only when the function given is called, or when it is pressed again."""
    pressed: list[bool] = []

    def check() -> None:
        if pressed:
            _stop()

    def press(*_signal: object) -> None:
        check()
        pressed.append(True)

    with _answered_by(press):
        yield check


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


def prepare_worker() -> None:
    """Leave Ctrl-C to the parent, so that a file is finished; without the parent, end."""
    import threading  # noqa: PLC0415 - loaded already in a worker

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415 - loaded already in a worker

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _answered_by(handler: _Handler) -> Iterator[None]:
    try:
        before = [(number, signal.signal(number, handler)) for number in _SIGNALS]
    except ValueError:  # signals belong to the main thread
        yield
        return
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is handler:  # else the process is about to end
            for number, usual in before:
                signal.signal(number, usual)


def _stop(*_signal: object) -> None:
    _answer_by_leaving()
    raise KeyboardInterrupt


def _answer_by_leaving() -> None:
    with contextlib.suppress(ValueError):  # signals belong to the main thread
        for number in _SIGNALS:
            signal.signal(number, _leave)


def _leave(*_signal: object) -> None:
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children  # noqa: PLC0415 - loaded already

        for worker in active_children():
            worker.kill()
    os._exit(INTERRUPTED)

"""Running jobs here or in worker processes; whatever stops them leaves nothing half done."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.cli import interrupts
from planforge.cli.building import Job, Outcome, build_plan
from planforge.cli.files import remove_leftovers
from planforge.cli.language import _
from planforge.cli.terminal import say

if TYPE_CHECKING:  # it costs as much time as a plan
    from concurrent.futures import Future, ProcessPoolExecutor

_MOST_WORKERS = 60
"""Windows waits for no more processes than that."""

_MOST_AT_ONCE = 8
"""Jobs handed over together: few enough to wait for when Ctrl-C is pressed."""

_Chunk = Sequence[Job]


def run_jobs(work: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """Yield what came of each job, in order.

    Ctrl-C raises KeyboardInterrupt between two plans, after the outcomes of all that is finished.
    """
    workers = min(workers, len(work), _MOST_WORKERS)
    pool = _make_pool(workers) if workers > 1 else None
    if pool is None:
        return _in_turn(work)
    size = max(1, min(_MOST_AT_ONCE, len(work) // (workers * 4)))
    return _in_pool(pool, [work[start : start + size] for start in range(0, len(work), size)])


def _in_turn(work: Sequence[Job]) -> Iterator[Outcome]:
    with interrupts.held_back() as check:
        for job in work:
            yield build_plan(job)
            check()


def _make_pool(workers: int) -> "ProcessPoolExecutor | None":
    """Return a pool whose processes start with its first work; None where there can be none."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many plans

    try:
        return ProcessPoolExecutor(workers, initializer=interrupts.prepare_worker)
    except (ImportError, NotImplementedError, OSError):  # no semaphores, as in some containers
        return None


def _in_pool(pool: "ProcessPoolExecutor", chunks: Sequence[_Chunk]) -> Iterator[Outcome]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - loaded already

    futures: list[Future[list[Outcome]]] = []
    processes: list[int | None] = []
    done = 0
    try:
        _submit(chunks, pool, futures, processes)
        for future in futures:
            yield from future.result()
            done += 1
    except BrokenProcessPool:
        say(_("A worker process was ended from outside; the rest is built one at a time."))
        pool.shutdown()
        _sweep(chunks[done], processes)
        yield from _in_turn([job for chunk in chunks[done:] for job in chunk])
    except KeyboardInterrupt:
        pool.shutdown(cancel_futures=True)
        yield from _finished(futures[done:])
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(
    chunks: Sequence[_Chunk],
    pool: "ProcessPoolExecutor",
    futures: "list[Future[list[Outcome]]]",
    processes: list[int | None],
) -> None:
    """Hand over the work; the processes that this starts must not be hit by Ctrl-C unprepared."""
    from multiprocessing import active_children  # noqa: PLC0415 - loaded already

    with interrupts.blocked():
        futures.extend(pool.submit(_build_chunk, chunk) for chunk in chunks)
        processes.extend(worker.pid for worker in active_children())


def _sweep(jobs: _Chunk, processes: Sequence[int | None]) -> None:
    for folder in {job.output("docx").parent for job in jobs}:
        remove_leftovers(folder, processes)


def _build_chunk(chunk: _Chunk) -> list[Outcome]:
    return [build_plan(job) for job in chunk]


def _finished(futures: "Sequence[Future[list[Outcome]]]") -> Iterator[Outcome]:
    for future in futures:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield from future.result()

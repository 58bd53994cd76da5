"""Running jobs here or in worker processes; whatever stops them leaves nothing half done."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from planforge.cli import interrupts
from planforge.cli.building import Job, Outcome, build_plan
from planforge.cli.files import remove_leftovers
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
    with interrupts.held_back() as check:
        for job in work:
            yield build_plan(job)
            check()


def _in_processes(work: Sequence[Job], workers: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many plans
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import active_children  # noqa: PLC0415

    size = max(1, min(_MOST_AT_ONCE, len(work) // (workers * 4)))
    chunks = [tuple(work[start : start + size]) for start in range(0, len(work), size)]
    pool = ProcessPoolExecutor(workers, initializer=interrupts.prepare_worker)
    futures = _submit(pool, chunks)
    processes = [worker.pid for worker in active_children()]
    done = 0
    try:
        for future in futures:
            yield from future.result()
            done += 1
    except BrokenProcessPool:
        say(_("A worker process was ended from outside; the rest is built one at a time."))
        pool.shutdown()
        for folder in {job.output("docx").parent for job in work}:
            remove_leftovers(folder, processes)
        yield from _in_turn([job for chunk in chunks[done:] for job in chunk])
    except KeyboardInterrupt:
        pool.shutdown(cancel_futures=True)
        yield from _finished(futures[done:])
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: "ProcessPoolExecutor", chunks: Sequence[_Chunk]) -> list[Future[list[Outcome]]]:
    """Hand over the work; the processes that this starts must not be hit by Ctrl-C unprepared."""
    with interrupts.blocked():
        return [pool.submit(_build_chunk, chunk) for chunk in chunks]


def _build_chunk(chunk: _Chunk) -> list[Outcome]:
    return [build_plan(job) for job in chunk]


def _finished(futures: Sequence[Future[list[Outcome]]]) -> Iterator[Outcome]:
    for future in futures:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield from future.result()

"""How many tasks, groups and appendices a plan has, by every way of counting that is customary."""

from collections import defaultdict

from planforge.findings import Path
from planforge.linter.subject import Subject


def totals_of(subject: Subject, kind: str) -> set[int]:
    """Return the totals a text may give of ``kind``; empty where nothing is counted.

    ``kind`` is ``nhiệm vụ``, ``nhóm nhiệm vụ`` or ``phụ lục``. A text may speak of one appendix or
    of all; children may count or not.
    """
    if kind == "phụ lục":
        return {len(subject.plan.appendices)} - {0}
    if kind == "nhóm nhiệm vụ":
        return _counts([path for path, _ in subject.groups])
    return _counts([row.path for row in subject.rows]) | _task_counts(subject)


def _counts(paths: list[Path]) -> set[int]:
    """Return how many paths there are: in all, per appendix, and each of these at one depth."""
    counts: dict[tuple[object, ...], int] = defaultdict(int)
    for path in paths:
        for key in ((), (path[1],), (len(path), "depth"), (path[1], len(path), "depth")):
            counts[key] += 1
    return set(counts.values())


def _task_counts(subject: Subject) -> set[int]:
    """Return the counts of tasks: with and without those that only stand over others."""
    first = [row for row in subject.rows if row.position == 0]
    working = [row for row in first if not row.is_title]
    paths = [_task_path(row.path) for row in first]
    top = [path for path in paths if path[-4:-3] != ("tasks",)]
    numbered = [_task_path(row.path) for row in first if row.number.bare]
    return set().union(
        *map(_counts, (paths, [_task_path(row.path) for row in working], top, numbered))
    )


def _task_path(path: Path) -> Path:
    return path[:-2] if path[-2:-1] == ("lines",) else path

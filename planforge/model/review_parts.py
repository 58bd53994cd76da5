"""What the review of a draft has to name of the old plan, and what of it a review leaves out."""

from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.appendix import Group, Line, Task
from planforge.model.body import Section
from planforge.model.plan import Plan
from planforge.model.review import Review, is_id
from planforge.model.walking import walk_records


class ReviewedRow(NamedTuple):
    """A task, or a line that is work of its own, and what a review calls it."""

    name: str
    path: Path
    row: Task | Line


class Missing(NamedTuple):
    """The areas and tasks of the old plan that a review does not name, in the plan's order."""

    areas: tuple[str, ...]
    tasks: tuple[str, ...]


def reviewed_areas(plan: Plan) -> dict[str, str]:
    """Return the areas of ``plan`` in its order, each with its first title."""
    titles: dict[str, str] = {}
    for _, record in walk_records(plan):
        if isinstance(record, Section | Group) and record.area:
            titles.setdefault(record.area, record.title)
    return titles


def reviewed_rows(plan: Plan) -> Iterator[ReviewedRow]:
    """Yield the rows of ``plan`` that are decided about one by one."""
    for path, record in walk_records(plan):
        if isinstance(record, Task) or (isinstance(record, Line) and (record.id or record.task)):
            yield ReviewedRow(record.id or place_of(plan, path), path, record)


def place_of(plan: Plan, path: Path) -> str:
    """Return where a row stands, as the review names it: appendix, numbers of group and row."""
    appendix = plan.appendices[int(path[1])]
    numbers = (str(step + 1) for step in path[2:] if isinstance(step, int))
    return ".".join((appendix.id, *numbers))


def missing_parts(review: Review, old: Plan) -> Missing:
    """Return what of the ``old`` plan ``review`` does not name.

    A row without an id has another place once a row above it is put in or taken out, and none
    once it is given an id: places that the review names and the plan does not have stand for as
    many rows.
    """
    areas = {part.area for part in review.areas}
    return Missing(
        areas=tuple(area for area in reviewed_areas(old) if area not in areas),
        tasks=_missing_tasks({part.task for part in review.tasks}, old),
    )


def _missing_tasks(named: set[str], old: Plan) -> tuple[str, ...]:
    tasks = dict.fromkeys(row.name for row in reviewed_rows(old))
    missing = [name for name in tasks if name not in named]
    moved = sum(not is_id(name) and name not in tasks for name in named)
    accounted = frozenset(sorted(missing, key=is_id)[:moved])
    return tuple(name for name in missing if name not in accounted)

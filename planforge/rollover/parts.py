"""What a person decides about each part of the old plan: areas, tasks, numbers kept as issued."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.model.appendix import TASK_FIELDS, Group, Line, Task
from planforge.model.body import Section
from planforge.model.numbering import NOTHING
from planforge.model.plan import Plan
from planforge.model.review import AreaReview, TaskReview
from planforge.model.review_parts import place_of, reviewed_areas
from planforge.model.walking import walk_records
from planforge.registries.mentions import parse_agencies
from planforge.rollover.draft import Ask
from planforge.rollover.past import review_sections
from planforge.rollover.questions import review_is_past
from planforge.rollover.rows import cell_text
from planforge.rollover.wording import cut

_LONGEST_TEXT = 160


def review_areas(plan: Plan) -> tuple[AreaReview, ...]:
    """Return an open decision for each area of ``plan``, in its order, with its first title."""
    areas = reviewed_areas(plan).items()
    return tuple(AreaReview(area=area, about=title) for area, title in areas)


def review_tasks(plan: Plan) -> tuple[TaskReview, ...]:
    """Return an open decision for each task of ``plan``, and for each line that is work of its own.

    It waits for the agency that leads the task.
    """
    return tuple(_tasks(plan))


def _tasks(plan: Plan) -> Iterator[TaskReview]:
    areas: dict[Path, str] = {}
    tasks: dict[Path, Task] = {}
    for path, record in walk_records(plan):
        area = areas.get(path[:-2], "")
        if isinstance(record, Group):
            areas[path] = record.area or area
        elif isinstance(record, Task):
            areas[path] = area
            tasks[path] = record
            yield _task(plan, path, record, area)
        elif isinstance(record, Line) and (record.id or record.task):
            yield _task(plan, path, _whole(record, tasks[path[:-2]]), area)


def _task(plan: Plan, path: Path, row: Task | Line, area: str) -> TaskReview:
    return TaskReview(
        task=row.id or place_of(plan, path),
        area=area,
        about=cut(cell_text(row.task), _LONGEST_TEXT),
        by=_lead(row),
    )


def _whole(line: Line, task: Task) -> Line:
    """Return a line with what it leaves to the task above it."""
    cells = {name: getattr(line, name) for name in TASK_FIELDS}
    filled = {name: getattr(task, name) if cell is None else cell for name, cell in cells.items()}
    return Line(id=line.id, **filled)


def _lead(row: Task | Line) -> str:
    """Return the first agency that leads a task, "" where none is named or many are as one."""
    lines = row.lines if isinstance(row, Task) else ()
    leads = (cell_text(cell.lead) for cell in (row, *lines))
    mentions = parse_agencies(next(filter(None, leads), ""))
    return mentions[0].name if mentions and not mentions[0].is_collective else ""


def ask_about_parts(plan: Plan, known: frozenset[Path]) -> Iterator[Ask]:
    """Yield the questions that parts of the plan raise by being there.

    Numbers kept as issued are asked about together, one list of siblings at a time; not those at
    the ``known`` paths, which are asked about already.
    """
    for section in review_sections(plan):
        question = review_is_past(section)
        yield Ask(
            kind=question.kind,
            about=question.about,
            paths=(section,),
            proposal=question.proposal,
        )
    yield from _kept_numbers(plan, known)


def _kept_numbers(plan: Plan, known: frozenset[Path]) -> Iterator[Ask]:
    kept: dict[Path, list[tuple[Path, str]]] = {}
    for path, record in walk_records(plan):
        number = getattr(record, "number", "")
        place = (*path, "number")
        if path and not isinstance(record, Section | Group | Task | Line):
            continue
        if path and number and number != NOTHING and place not in known:
            kept.setdefault(path[:-1], []).append((place, number))
    for items in kept.values():
        yield Ask(
            kind="kept_number",
            about=msg(
                "Numbers as they were issued: {numbers}.", numbers=", ".join(n for _, n in items)
            ),
            paths=tuple(path for path, _ in items),
            proposal=msg("Delete `number:`, so that the program counts."),
        )

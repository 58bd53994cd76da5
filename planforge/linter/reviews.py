"""The review of a draft held against the draft and the plan before it: names and counts."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from planforge.findings import Message, Path, msg
from planforge.linter.subject import Subject
from planforge.model.appendix import Column, Line, Task
from planforge.model.body import AREAS
from planforge.model.fields import Record
from planforge.model.plan import Plan
from planforge.model.review import AreaReview, Question, Review, TaskReview, is_id
from planforge.model.walking import walk_records

_MOST_AREAS = 10
"""Areas that a message names; more would hide what it says."""


class Decision(NamedTuple):
    """A decision about a task or an area of the old plan, and where it stands in the review.

    ``name`` is the id of the part; ``key`` is the key it stands under, `task` or `area`.
    """

    path: Path
    key: str
    name: str
    part: AreaReview | TaskReview


def decisions(subject: Subject) -> Iterator[Decision]:
    """Yield the decisions about parts that have an id: others cannot be found in the draft."""
    for path, part in subject.review.parts():
        if isinstance(part, AreaReview):
            yield Decision(path, "area", part.area, part)
        elif isinstance(part, TaskReview) and is_id(part.task):
            yield Decision(path, "task", part.task, part)


def decisions_by_place(subject: Subject) -> Iterator[Decision]:
    """Yield the decisions about tasks without an id, named by their place in the old plan."""
    for index, part in enumerate(subject.review.tasks):
        if part.task and not is_id(part.task):
            yield Decision(("tasks", index), "task", part.task, part)


class Names(NamedTuple):
    """What the parts of a plan are called: areas in use, all areas, tasks with lines, all ids."""

    areas: frozenset[str]
    known_areas: frozenset[str]
    tasks: frozenset[str]
    ids: frozenset[str]

    def present(self, key: str) -> frozenset[str]:
        """Return the areas, or the tasks, that stand in the plan."""
        return self.areas if key == "area" else self.tasks

    def possible(self, key: str) -> frozenset[str]:
        """Return the names of areas, or of parts, that the plan knows."""
        return self.known_areas if key == "area" else self.ids


def names_of(plan: Plan) -> Names:
    """Return what the parts of ``plan`` are called."""
    records = [record for _, record in walk_records(plan)]
    areas = frozenset(filter(None, (getattr(record, "area", "") for record in records)))
    return Names(
        areas=areas,
        known_areas=areas.union(AREAS, plan.areas),
        tasks=frozenset(_ids(record for record in records if isinstance(record, Task | Line))),
        ids=frozenset(_ids(record for record in records if not isinstance(record, Column))),
    )


def _ids(records: Iterator[Record]) -> Iterator[str]:
    return filter(None, (getattr(record, "id", "") for record in records))


def nearest(name: str, known: Collection[str]) -> str:
    """Return the known name that ``name`` was probably meant to be, "" for none."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.6)), "")


def open_by_area(review: Review) -> Message:
    """Return how much is open, area by area, and how many questions are."""
    titles = {part.area: part.about or part.area for part in review.areas}
    counts: Counter[str] = Counter()
    for _, part in review.parts():
        if part.is_open and not isinstance(part, Question):
            counts[titles.get(part.area, part.area)] += 1
    loose = counts.pop("", 0)
    shown = [
        msg("{area} ({count})", area=area, count=count)
        for area, count in counts.most_common(_MOST_AREAS)
    ]
    if len(counts) > _MOST_AREAS:
        shown.append(
            msg("other areas ({count})", count=sum(sorted(counts.values())[:-_MOST_AREAS]))
        )
    if loose:
        shown.append(msg("without an area ({count})", count=loose))
    questions = sum(question.is_open for question in review.questions)
    if questions:
        shown.append(msg("questions ({count})", count=questions))
    return _listed(shown)


def _listed(parts: list[Message]) -> Message:
    listed = parts[0]
    for part in parts[1:]:
        listed = msg("{list}; {part}", list=listed, part=part)
    return listed

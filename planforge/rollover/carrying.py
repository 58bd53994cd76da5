"""What was decided in an earlier review of the same draft, taken over where it is asked again."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from planforge.model.review import AreaReview, Question, Review, TaskReview, is_id

_Part = TypeVar("_Part", AreaReview, TaskReview, Question)


class Carried(NamedTuple):
    """A review with what was decided earlier: ``taken`` of the ``decided`` earlier decisions."""

    review: Review
    taken: int
    decided: int


def carry_over(fresh: Review, earlier: Review, *, is_same_plan: bool = True) -> Carried:
    """Return the ``fresh`` review with the decisions of an ``earlier`` one about the same plan.

    A part is the same by its name and its text, a task that has been given an id since by its
    text, a question by kind and text. Of another plan nothing is taken.
    """
    if not is_same_plan:
        return Carried(fresh, 0, _decided(earlier))
    areas = _taken(fresh.areas, earlier.areas, _names_area)
    tasks = _taken(fresh.tasks, _renamed(fresh.tasks, earlier.tasks), _names_task)
    questions = _taken(fresh.questions, earlier.questions, _asks)
    review = replace(fresh, areas=areas, tasks=tasks, questions=questions)
    return Carried(review, _decided(review), _decided(earlier))


def _decided(review: Review) -> int:
    return sum(not part.is_open for _, part in review.parts())


def _names_area(part: AreaReview) -> tuple[str, str]:
    return part.area, part.about


def _names_task(part: TaskReview) -> tuple[str, str]:
    return part.task, part.about


def _asks(question: Question) -> tuple[str, str]:
    return question.kind, question.about


def _taken(
    fresh: Iterable[_Part], earlier: Iterable[_Part], key: Callable[[_Part], tuple[str, str]]
) -> tuple[_Part, ...]:
    """Return ``fresh`` parts with what an earlier one of the same ``key`` says: the first left."""
    known: dict[tuple[str, str], list[_Part]] = {}
    for part in earlier:
        known.setdefault(key(part), []).append(part)
    return tuple(
        _filled(part, known[key(part)].pop(0)) if known.get(key(part)) else part for part in fresh
    )


def _filled(part: _Part, earlier: _Part) -> _Part:
    """Return ``part`` as a person filled in the earlier one."""
    by, reason = earlier.by or part.by, earlier.reason or part.reason
    if isinstance(earlier, Question):
        return replace(part, answer=earlier.answer, by=by, reason=reason)
    return replace(part, decision=earlier.decision, into=earlier.into, by=by, reason=reason)


def _renamed(fresh: Iterable[TaskReview], earlier: Iterable[TaskReview]) -> tuple[TaskReview, ...]:
    """Return ``earlier`` tasks that were named by their place by the name they have now.

    Only a text that stands once among the tasks of today tells which task was meant.
    """
    found = Counter(part.about for part in fresh)
    names = {part.about: part.task for part in fresh if found[part.about] == 1}
    return tuple(
        part if is_id(part.task) else replace(part, task=names.get(part.about, part.task))
        for part in earlier
    )

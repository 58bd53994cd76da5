"""How far the review of a draft is: by area, by kind of question, and whose turn it is."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from planforge.findings import Path
from planforge.model.review import (
    VERDICTS,
    AreaReview,
    Question,
    Review,
    TaskReview,
    Verdict,
)

PartKind = Literal["area", "task", "question"]
_Part = AreaReview | TaskReview | Question


class AreaStatus(Struct, frozen=True):
    """The decisions about an area and its tasks, by verdict; ``area`` is "" for tasks without."""

    area: str
    title: str
    decisions: dict[Verdict, int]

    @property
    def total(self) -> int:
        """How much there is to decide."""
        return sum(self.decisions.values())

    @property
    def decided(self) -> int:
        """How much is decided."""
        return self.total - self.decisions["open"]


class KindStatus(Struct, frozen=True):
    """The questions of one kind: how many there are and how many are settled."""

    kind: str
    decided: int
    total: int


class Step(Struct, frozen=True):
    """Something that waits for a decision: where it stands in the review, its name, its text."""

    path: Path
    part: PartKind
    name: str
    about: str


class Turn(Struct, frozen=True):
    """All that waits for one person or agency; ``by`` is "" for what is given to nobody."""

    by: str
    steps: tuple[Step, ...]


class Status(Struct, frozen=True):
    """How far a review is."""

    decided: int
    total: int
    areas: tuple[AreaStatus, ...]
    questions: tuple[KindStatus, ...]
    turns: tuple[Turn, ...]


def review_status(review: Review) -> Status:
    """Return how far ``review`` is.

    Areas come in its order, tasks without one after them. Whoever has most to do comes first,
    what is given to nobody last.
    """
    parts = tuple(review.parts())
    return Status(
        decided=sum(not part.is_open for _, part in parts),
        total=len(parts),
        areas=_areas(review),
        questions=_questions(review.questions),
        turns=_turns(parts),
    )


def _areas(review: Review) -> tuple[AreaStatus, ...]:
    titles = {part.area: part.about or part.area for part in review.areas}
    counts: dict[str, Counter[str]] = {area: Counter() for area in titles}
    decisions: tuple[AreaReview | TaskReview, ...] = (*review.areas, *review.tasks)
    for part in decisions:
        counts.setdefault(part.area, Counter())[part.decision or "open"] += 1
    return tuple(
        AreaStatus(area, titles.get(area, area), {word: count[word] for word in VERDICTS})
        for area, count in sorted(counts.items(), key=lambda item: not item[0])
    )


def _questions(questions: Iterable[Question]) -> tuple[KindStatus, ...]:
    total = Counter(question.kind for question in questions)
    waiting = Counter(question.kind for question in questions if question.is_open)
    return tuple(KindStatus(kind, count - waiting[kind], count) for kind, count in total.items())


def _turns(parts: Iterable[tuple[Path, _Part]]) -> tuple[Turn, ...]:
    steps: dict[str, list[Step]] = {}
    for path, part in parts:
        if part.is_open:
            steps.setdefault(part.by, []).append(_step(path, part))
    return tuple(
        Turn(by, tuple(waiting))
        for by, waiting in sorted(steps.items(), key=lambda item: (not item[0], -len(item[1])))
    )


def _step(path: Path, part: _Part) -> Step:
    if isinstance(part, AreaReview):
        return Step(path, "area", part.area, part.about)
    if isinstance(part, TaskReview):
        return Step(path, "task", part.task, part.about)
    return Step(path, "question", part.kind, part.about or part.place)

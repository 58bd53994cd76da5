"""The review of a draft: what a person decides about each part of last year's plan.

It stands in a file beside the draft (``2022.review.yaml`` for ``2022.yaml``), so that the plan
itself stays a plan.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from planforge.findings import Message, Path, msg
from planforge.model.fields import Key, Lines, Record

Verdict = Literal["open", "keep", "change", "drop", "merge", "split"]
"""What becomes of a part: not decided yet, as it is, with changes, left out, joined, divided."""

VERDICTS: tuple[Verdict, ...] = ("open", "keep", "change", "drop", "merge", "split")
VERDICT_WORDS: dict[str, Message] = {
    "open": msg("`open`"),
    "keep": msg("`keep`"),
    "change": msg("`change`"),
    "drop": msg("`drop`"),
    "merge": msg("`merge`"),
    "split": msg("`split`"),
}
"""The verdicts as messages name them: with what they mean where that is not English."""

ANSWERS = ("open", "done")
_OPEN = frozenset(("", "open"))


def is_id(name: str) -> bool:
    """Whether ``name`` is the id of a part; one without id is named by its place, with dots."""
    return bool(name) and "." not in name


class AreaReview(Record, frozen=True, kw_only=True):
    """What becomes of an area of reform as a whole."""

    area: Annotated[str, Key("The area, by its id in the old plan.", "institutions")]
    about: Annotated[str, Key("Its title in the old plan.")] = ""
    decision: Annotated[str, Key("What becomes of it.", "keep", VERDICTS)] = "open"
    into: Annotated[Lines, Key("Areas of the new plan it went into, where merged or split.")] = ()
    by: Annotated[str, Key("Who takes the next step.", "Sở Tư pháp")] = ""
    reason: Annotated[str, Key("Why.")] = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.decision in _OPEN


class TaskReview(Record, frozen=True, kw_only=True):
    """What becomes of a task of the old plan."""

    task: Annotated[
        str,
        Key(
            "The task, by its id in the old plan; one without id by its place there: appendix, "
            "numbers of group and row.",
            "ra-soat-van-ban",
        ),
    ]
    area: Annotated[str, Key("Its area in the old plan.", "institutions")] = ""
    about: Annotated[str, Key("Its text in the old plan.")] = ""
    decision: Annotated[str, Key("What becomes of it.", "merge", VERDICTS)] = "open"
    into: Annotated[
        Lines, Key("Ids in the new plan of what it went into, where merged or split.")
    ] = ()
    by: Annotated[str, Key("Who takes the next step.", "Sở Tư pháp")] = ""
    reason: Annotated[str, Key("Why.")] = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.decision in _OPEN


class Question(Record, frozen=True, kw_only=True):
    """What only a person can decide about one place of the draft."""

    kind: Annotated[str, Key("What it is about.", "one_off_deadline")]
    place: Annotated[str, Key("Where it stands in the draft.")] = ""
    about: Annotated[str, Key("What was found there.")] = ""
    proposal: Annotated[str, Key("What might take its place.")] = ""
    answer: Annotated[str, Key("Whether it is settled.", "done", ANSWERS)] = "open"
    by: Annotated[str, Key("Who takes the next step.", "Sở Nội vụ")] = ""
    reason: Annotated[str, Key("How it was settled, and why.")] = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be settled."""
        return self.answer in _OPEN


class Review(Record, frozen=True, kw_only=True):
    """The review of one draft: one file."""

    follows: Annotated[
        str, Key("The plan the draft was made from, as seen from this file.", "2021.yaml")
    ]
    areas: Annotated[tuple[AreaReview, ...], Key("A decision for each area.")] = ()
    tasks: Annotated[tuple[TaskReview, ...], Key("A decision for each task.")] = ()
    questions: Annotated[tuple[Question, ...], Key("What else is to be decided.")] = ()

    def parts(self) -> Iterator[tuple[Path, AreaReview | TaskReview | Question]]:
        """Yield all that is to be decided, with its path, in the order of the file's keys."""
        for name in ("areas", "tasks", "questions"):
            for index, part in enumerate(getattr(self, name)):
                yield (name, index), part

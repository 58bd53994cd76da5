"""What a rollover is asked for and what it gives."""

from typing import Literal

from msgspec import Struct

from planforge.findings import Finding, Message, Path
from planforge.model.period import Period
from planforge.model.plan import Plan
from planforge.model.review import AreaReview, TaskReview
from planforge.source import Source

Verdict = Literal["moved", "cleared", "flagged", "kept"]
"""Moved with the plan; taken out, to be given anew; left for a person to decide; left for good."""


class Move(Struct, frozen=True, kw_only=True):
    """What becomes of one year, or of the plan's own number, and why.

    ``line`` and ``column`` are those of the old file, counted from 1; column 0 says that it is
    not certain where on the line it stands. ``new`` is ``old`` where nothing changes, "" where it
    is taken out. ``words`` shows it in its text.
    """

    path: Path
    line: int
    column: int
    old: str
    new: str
    verdict: Verdict
    kind: str
    reason: Message
    words: str = ""


class Ask(Struct, frozen=True, kw_only=True):
    """A question for a person; equal ones are asked once, with all their ``paths``.

    ``lines`` of the old file are named where they are known to the line, and where it is about
    what has no path: comments. Without them it stands where its paths lead.
    """

    kind: str
    about: Message
    paths: tuple[Path, ...] = ()
    proposal: Message | None = None
    lines: tuple[int, ...] = ()


class Draft(Struct, frozen=True, kw_only=True):
    """The plan file of the new period, and all that was decided and is to be decided.

    ``added_line`` is the line that the draft has and the old file has not, 0 for none; each of
    ``shifts`` is a line of the old file after which lines were put in, or were taken out (below 0).
    """

    data: bytes
    moves: tuple[Move, ...]
    asks: tuple[Ask, ...]
    areas: tuple[AreaReview, ...] = ()
    tasks: tuple[TaskReview, ...] = ()
    added_line: int = 0
    shifts: tuple[tuple[int, int], ...] = ()

    def line_of(self, line: int) -> int:
        """Return the line of the draft that is line ``line`` of the old file."""
        added = int(0 < self.added_line <= line)
        return line + added + sum(count for after, count in self.shifts if line > after)


class Order(Struct, frozen=True, kw_only=True):
    """A plan to be rolled over, and what is known about it.

    ``data`` are the bytes ``plan`` and ``source`` were read from; ``follows`` is the way from the
    draft to that file. ``findings`` is all that the linter says of the plan, ``allowed`` what of
    it comments allow. ``before`` is the plan that this one was made from, None where there is
    none: what did not move then does not now.
    """

    plan: Plan
    source: Source
    data: bytes
    target: Period
    follows: str
    findings: tuple[Finding, ...] = ()
    allowed: tuple[Finding, ...] = ()
    before: Plan | None = None

    @property
    def shift(self) -> int:
        """By how many years the plan moves."""
        return self.target.start.year - self.plan.period.start.year

    @property
    def years(self) -> range:
        """The calendar years of the old plan."""
        return self.plan.period.years

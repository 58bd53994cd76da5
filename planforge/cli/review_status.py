"""``planforge rollover --status``: how far the reviews of drafts are.

As JSON: a list with an object for each review that can be read. Its keys stay the same from
version to version:

``file`` and ``follows`` (the plan the draft was made from, as the review names it); ``decided``
and ``total``; ``areas``, a list of ``area``, ``title`` and ``decisions`` (how many of each of
open, keep, change, drop, merge, split; a part of the old plan that the review does not name is
open); ``questions``, a list of ``kind``, ``decided`` and ``total``; ``next_steps``, a list of
``by`` ("" for nobody) and ``steps``, each with ``part`` (area, task or question), ``name``,
``about`` and the ``line`` where it is decided, or where its decision is to be put.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import click

from planforge.cli.language import _
from planforge.cli.reviewing import read_reviewed
from planforge.cli.terminal import show_error, show_findings, show_result
from planforge.cli.workspace import find_reviews
from planforge.errors import PlanforgeError
from planforge.findings import Message, msg
from planforge.model.review import Verdict
from planforge.rollover.completing import complete_review
from planforge.rollover.questions import KINDS
from planforge.rollover.status import AreaStatus, KindStatus, Status, Turn, review_status
from planforge.rollover.wording import cut
from planforge.source import Source

_VERDICTS: dict[Verdict, Message] = {
    "keep": msg("kept"),
    "change": msg("changed"),
    "drop": msg("dropped"),
    "merge": msg("merged"),
    "split": msg("split"),
    "open": msg("not decided"),
}
_WIDE, _NARROW = 30, 10
_LONGEST_TITLE = 46
_LONGEST_TEXT = 72
_SHOWN_STEPS = 5


class _Reviewed(NamedTuple):
    """A review that was read."""

    source: Source
    follows: str
    status: Status
    knows_old_plan: bool

    def line(self, path: tuple[str | int, ...]) -> int:
        return self.source.locate(path)[0]


def show_status(paths: Sequence[Path], form: Literal["text", "json"] = "text") -> int:
    """Print how far the reviews under ``paths`` (default ``plans/``) are; return the exit status.

    ``paths`` name folders, plans or reviews. The status is 0 where all is decided, 1 where
    decisions are open or the old plan cannot be read, 2 where a review, or a path, cannot be
    read; the others are shown all the same.
    """
    try:
        files = find_reviews(paths)
    except PlanforgeError as error:
        show_error(error)
        return 2
    read = [_read(file) for file in files]
    reviews = [review for review in read if review is not None]
    if form == "json":
        show_result(_json(reviews))
    elif reviews:
        show_result("\n\n".join("\n".join(_lines(review)) for review in reviews))
    if len(reviews) < len(read):
        return 2
    return int(not all(map(_is_decided, reviews)))


def _is_decided(reviewed: _Reviewed) -> bool:
    """Whether nothing is open; without the old plan nobody knows what the review leaves out."""
    return reviewed.knows_old_plan and not reviewed.status.turns


def _read(file: Path) -> _Reviewed | None:
    """Return the review in ``file``; None, after saying why, where it cannot be read."""
    try:
        reviewed = read_reviewed(file)
    except PlanforgeError as error:
        show_error(error)
        return None
    result, review, old = reviewed.result, reviewed.review, reviewed.previous
    show_findings((*result.findings, *reviewed.file_findings()), result.source)
    if review is None:
        return None
    status = review_status(complete_review(review, old))
    return _Reviewed(result.source, review.follows, status, knows_old_plan=old is not None)


def _lines(reviewed: _Reviewed) -> Iterator[str]:
    status = reviewed.status
    yield click.style(reviewed.source.name, bold=True)
    yield (
        _("Decided: {decided}/{total} ({percent}%)").format(
            decided=status.decided, total=status.total, percent=_percent(status)
        )
        + f"  {_bar(status.decided, status.total, _WIDE)}"
    )
    yield from _area_lines(status)
    yield from _question_lines(status)
    yield from _turn_lines(reviewed)


def _percent(status: Status) -> int:
    """Return how much is decided of a hundred, 100 only where all is."""
    return status.decided * 100 // status.total if status.total else 100


def _bar(decided: int, total: int, width: int) -> str:
    full = decided * width // total if total else width
    return "█" * full + "░" * (width - full)


def _area_lines(status: Status) -> Iterator[str]:
    if not status.areas:
        return
    yield ""
    yield _("By area:")
    for part in status.areas:
        words = (
            f"{word.text(_)} {part.decisions[verdict]}"
            for verdict, word in _VERDICTS.items()
            if part.decisions[verdict]
        )
        yield _row(_title(part), part.decided, part.total, status) + "  " + ", ".join(words)


def _question_lines(status: Status) -> Iterator[str]:
    if not status.questions:
        return
    yield ""
    yield _("Questions:")
    for part in status.questions:
        yield _row(_title(part), part.decided, part.total, status)


def _title(part: AreaStatus | KindStatus) -> str:
    if isinstance(part, AreaStatus):
        return cut(part.title or _("(no area)"), _LONGEST_TITLE)
    return KINDS[part.kind].text(_) if part.kind in KINDS else part.kind


def _row(title: str, decided: int, total: int, status: Status) -> str:
    """Return a title, aligned with all others, with how far it is."""
    parts: tuple[AreaStatus | KindStatus, ...] = (*status.areas, *status.questions)
    width = max(len(_title(part)) for part in parts)
    count = f"{decided}/{total}"
    return f"  {title:<{width}}  {count:>7}  {_bar(decided, total, _NARROW)}"


def _turn_lines(reviewed: _Reviewed) -> Iterator[str]:
    yield ""
    if not reviewed.knows_old_plan:
        yield _("What the review leaves out is not known: the plan before cannot be read.")
    if _is_decided(reviewed):
        yield _(
            "All is decided. Next: `planforge lint`, `planforge diff`, `planforge build --final`."
        )
    elif reviewed.status.turns:
        yield _("Next steps:")
    for turn in reviewed.status.turns:
        whose = turn.by or _("(given to nobody)")
        yield f"  {whose}: {len(turn.steps)}"
        yield from _step_lines(turn, reviewed)


def _step_lines(turn: Turn, reviewed: _Reviewed) -> Iterator[str]:
    for step in turn.steps[:_SHOWN_STEPS]:
        place = _("line {line}").format(line=reviewed.line(step.path))
        yield f"    {place:<10} {cut(step.about or step.name, _LONGEST_TEXT)}"
    more = len(turn.steps) - _SHOWN_STEPS
    if more > 0:
        yield "    " + _("… and {count} more").format(count=more)


def _json(reviews: Sequence[_Reviewed]) -> str:
    import msgspec  # noqa: PLC0415 - the text needs none

    objects = [_object(reviewed) for reviewed in reviews]
    return msgspec.json.format(msgspec.json.encode(objects), indent=2).decode()


def _object(reviewed: _Reviewed) -> dict[str, Any]:
    status = reviewed.status
    return {
        "file": reviewed.source.name,
        "follows": reviewed.follows,
        "decided": status.decided,
        "total": status.total,
        "areas": status.areas,
        "questions": status.questions,
        "next_steps": [
            {
                "by": turn.by,
                "steps": [
                    {
                        "part": step.part,
                        "name": step.name,
                        "about": step.about,
                        "line": reviewed.line(step.path),
                    }
                    for step in turn.steps
                ],
            }
            for turn in status.turns
        ],
    }

"""What became of each field of a part, and what that comes to in words."""

import re
from collections.abc import Iterator
from datetime import date

from planforge.changes import Entry, FieldChange, FieldRelation, Piece
from planforge.differ.wording import Language, relate, weave
from planforge.findings import Message, msg
from planforge.vietnamese.deadlines import Deadline, parse_deadline

_WORDED = frozenset(("columns", "note", "task", "text", "title"))
"""Fields that are prose; any other holds a fact, which is another one when its words are."""

_AGENCIES = frozenset(("lead", "support"))
_GIVEN_AT_ISSUE = frozenset(("number", "date"))
_OPEN_END = date.max
_YEAR_AT_END = re.compile(r"(?: ?[/–-] ?| )(?:[Nn]ăm )?((?:19|20)\d\d)(?= \(|$)")
_TIME = re.compile(r"\d|\b[IV]+\b")
"""What tells a time of the year; “Trong năm” does not."""


def compare_fields(
    old: Entry,
    new: Entry,
    languages: tuple[Language, Language],
    shared: frozenset[str] = frozenset(),
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in printed order; those of ``shared`` are not looked at."""
    names = dict.fromkeys((*new.texts, *old.texts))
    return tuple(
        change
        for name in names
        if name not in shared
        for change in _compare_field(name, old, new, languages)
    )


def _compare_field(
    name: str, old: Entry, new: Entry, languages: tuple[Language, Language]
) -> Iterator[FieldChange]:
    before, after = old.texts.get(name, ()), new.texts.get(name, ())
    ours, theirs = "\n".join(before), "\n".join(after)
    found = relate(ours, theirs, languages)
    if found == "same":
        return
    relation: FieldRelation = found
    meaning: Message | None = None
    if relation == "reworded" and name not in _WORDED:
        relation, meaning = _judge_fact(name, before, after, languages)
    yield FieldChange(
        field=name,
        relation=relation,
        old=before,
        new=after,
        pieces=_exchanged(ours, theirs) if name == "date" else weave(ours, theirs, languages),
        meaning=meaning,
    )


def _exchanged(old: str, new: str) -> tuple[Piece, ...]:
    """Return two texts as one taken out and one put in: a date is read whole."""
    pieces = Piece("removed", old), Piece("added", new)
    return tuple(piece for piece in pieces if piece.text)


def _judge_fact(
    name: str,
    old: tuple[str, ...],
    new: tuple[str, ...],
    languages: tuple[Language, Language],
) -> tuple[FieldRelation, Message | None]:
    """Return whether a fact is another one or only spelt differently, and how it changed."""
    if name in _GIVEN_AT_ISSUE:
        return "field_changed", _judge_issue(old, new)
    if not old or not new:
        return "field_changed", None
    if name in _AGENCIES:
        return _judge_agencies(name, old, new)
    if name == "deadline":
        return _judge_deadlines(old, new, languages)
    return "field_changed", None


def _judge_issue(old: tuple[str, ...], new: tuple[str, ...]) -> Message | None:
    """Say where a draft has no number or date yet, and where it has been given one."""
    was_given, is_given = (any(text[:1].isdigit() for text in side) for side in (old, new))
    if was_given == is_given:
        return None
    return msg("given now") if is_given else msg("not given yet")


def _judge_agencies(
    name: str, old: tuple[str, ...], new: tuple[str, ...]
) -> tuple[FieldRelation, Message | None]:
    from planforge.differ.agencies import compare_agencies  # noqa: PLC0415 - few plans need them

    change = compare_agencies(old, new)
    if change is None:
        return "field_changed", None
    dropped, added = "; ".join(change.dropped), "; ".join(change.added)
    if not dropped and not added:
        return "spelling_only", None
    if dropped and added and name == "lead":
        meaning = msg("lead agency changed from {old} to {new}", old=dropped, new=added)
    elif dropped and added:
        meaning = msg("added: {added}; no longer: {dropped}", added=added, dropped=dropped)
    elif added:
        meaning = msg("added: {added}", added=added)
    else:
        meaning = msg("no longer: {dropped}", dropped=dropped)
    return "field_changed", meaning


def _judge_deadlines(
    old: tuple[str, ...], new: tuple[str, ...], languages: tuple[Language, Language]
) -> tuple[FieldRelation, Message | None]:
    if len(old) != len(new):
        return "field_changed", None
    differing = [
        (before, after)
        for before, after in zip(old, new, strict=True)
        if relate(before, after, languages) == "reworded"
    ]
    years = languages[1].years.start - languages[0].years.start
    shifts = [_shift(before, after, years) for before, after in differing]
    if all(shift == 0 for shift in shifts):
        return "spelling_only", None
    if len(differing) > 1:
        return "field_changed", None
    return "field_changed", _lateness(_without_years(*differing[0], years), shifts[0])


def _shift(old: str, new: str, years: int) -> int | None:
    """Return by how many days the end of a deadline moved beyond what its year did.

    None where one of the two has no days: from a date to “Thường xuyên”.
    """
    before, after = parse_deadline(old), parse_deadline(new)
    if before is None or after is None:
        return None
    first, last = _days(before), _days(after)
    if first is None or last is None:
        return None
    if before.label != after.label or before.condition != after.condition:
        return None
    start, end = (_moved(day, years) for day in first)
    late = (last[1] - end).days
    return late or (None if last[0] != start else 0)


def _days(deadline: Deadline) -> tuple[date, date] | None:
    interval = deadline.interval()
    if interval is None:
        return None
    start, end = interval
    return start or date.min, end or _OPEN_END


def _moved(day: date, years: int) -> date:
    """Return the same day of a later year; the last of February stays the last of February."""
    if day in (date.min, date.max):
        return day
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if leap else day.day)


def _without_years(old: str, new: str, years: int) -> tuple[str, str]:
    """Return two deadlines without their years where these moved with the plan.

    “Tháng 01/2021” to “Tháng 03/2022” is two months later, which the years only hide.
    """
    before, after = _YEAR_AT_END.search(old), _YEAR_AT_END.search(new)
    if before is None or after is None or int(after[1]) - int(before[1]) != years:
        return old, new
    short = old[: before.start()] + old[before.end() :], new[: after.start()] + new[after.end() :]
    return short if all(map(_TIME.search, short)) else (old, new)


def _lateness(deadlines: tuple[str, str], shift: int | None) -> Message:
    old, new = deadlines
    if not shift:
        return msg("from {old} to {new}", old=old, new=new)
    if shift > 0:
        return msg("later: from {old} to {new}", old=old, new=new)
    return msg("earlier: from {old} to {new}", old=old, new=new)

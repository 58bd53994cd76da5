"""What became of each field of a part, and what that comes to in words."""

from collections.abc import Iterator
from datetime import date

from planforge.changes import Entry, FieldChange, FieldRelation
from planforge.differ.wording import Language, relate, weave
from planforge.findings import Message, msg
from planforge.vietnamese.deadlines import Deadline, parse_deadline

_WORDED = frozenset(("columns", "note", "task", "text", "title"))
"""Fields that are prose; any other holds a fact, which is another one when its words are."""

_AGENCIES = frozenset(("lead", "support"))
_OPEN_END = date.max


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
        pieces=weave(ours, theirs, languages),
        meaning=meaning,
    )


def _judge_fact(
    name: str,
    old: tuple[str, ...],
    new: tuple[str, ...],
    languages: tuple[Language, Language],
) -> tuple[FieldRelation, Message | None]:
    """Return whether a fact is another one or only spelt differently, and how it changed."""
    if not old or not new:
        return "field_changed", None
    if name in _AGENCIES:
        return _judge_agencies(name, old, new)
    if name == "deadline":
        return _judge_deadlines(old, new, languages)
    return "field_changed", None


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
    return "field_changed", _lateness(*differing[0], shifts[0]) if len(differing) == 1 else None


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


def _lateness(old: str, new: str, shift: int | None) -> Message:
    if not shift:
        return msg("from {old} to {new}", old=old, new=new)
    if shift > 0:
        return msg("later: from {old} to {new}", old=old, new=new)
    return msg("earlier: from {old} to {new}", old=old, new=new)

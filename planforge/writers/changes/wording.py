"""What became of a part, in the words of a report: relation, place, and line by line."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planforge.changes import (
    MINOR,
    NAMELESS_KINDS,
    Change,
    Entry,
    FieldChange,
    Kind,
    Relation,
    Side,
)
from planforge.changes.labels import KIND_LABELS, RELATION_LABELS, field_label
from planforge.findings import Message, Translate, msg
from planforge.writers.changes.marks import Mark, cut, plain, weave

_UNDER_HEADINGS: frozenset[Kind] = frozenset(("paragraph", "footnote", "task", "line"))
"""Parts that have no title of their own to be found by."""

_ROWS: frozenset[Kind] = frozenset(("task", "line"))
_SHOWN_OF_ROW = ("lead", "deadline")
"""What is said of a row that came or went, beside its task."""

_NAME_LENGTH = 24
_TITLE_LENGTH = 8
_MOST_NUMBERS = 30


class Line(NamedTuple):
    """One thing said of a change: what of it, the words, and what that comes to."""

    label: str = ""
    marks: tuple[Mark, ...] = ()
    meaning: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the words are several paragraphs."""
        return any("\n" in text for _, text in self.marks)


class Described(NamedTuple):
    """A change in words: its relations, where it stands, its name, and the rest line by line.

    ``name`` is () for a part that is told by its fields.
    """

    relations: str
    place: str
    name: tuple[Mark, ...]
    lines: tuple[Line, ...]


def describe(
    change: Change, translate: Translate, depth: int, *, everything: bool = False
) -> Described:
    """Return what is said of ``change``; of minor fields only with ``everything``.

    It is printed under a title that stands for the ``depth`` outermost headings.
    """
    return Described(
        _relations(change, translate),
        _place(change, translate, depth),
        _name(change),
        tuple(_lines(change, translate, everything=everything or change.relation in MINOR)),
    )


def no_difference(old: Side, new: Side) -> Message:
    """Return the sentence for plans that are the same."""
    return msg("No difference between {old} and {new}.", old=side_name(old), new=side_name(new))


def side_name(side: Side) -> str:
    """Return what a plan is known by: its file, or its number, period or title."""
    return side.name or side.number or side.period or side.title


def side_facts(side: Side, translate: Translate) -> str:
    """Return file, number and period of a plan."""
    period = msg("period {period}", period=side.period).text(translate) if side.period else ""
    return " · ".join(filter(None, (side.name or side.title, _issue(side, translate), period)))


def _issue(side: Side, translate: Translate) -> str:
    """Return the number of a plan; a draft has but its symbol, a plan in a decision none."""
    if side.number.startswith("/"):
        return msg("no number yet").text(translate)
    return msg("No. {number}", number=side.number).text(translate) if side.number else ""


def roll(changes: Iterable[Change], translate: Translate) -> str:
    """Return which parts these are, by kind: how many, and their numbers where all have one."""
    numbers: dict[Kind, list[str]] = {}
    for change in changes:
        numbers.setdefault(change.entry.kind, []).append(_number(change.entry))
    return "; ".join(
        f"{_kind(kind, translate)} ({len(found)}){_listed(found)}"
        for kind, found in numbers.items()
    )


def relation_label(relation: Relation, translate: Translate) -> str:
    """Return what a relation is called."""
    return RELATION_LABELS[relation].text(translate)


def sentence_case(text: str) -> str:
    """Return ``text`` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _listed(numbers: list[str]) -> str:
    if not all(numbers):
        return ""
    more = ", …" if len(numbers) > _MOST_NUMBERS else ""
    return ": " + ", ".join(numbers[:_MOST_NUMBERS]) + more


def _relations(change: Change, translate: Translate) -> str:
    return ", ".join(relation_label(relation, translate) for relation in change.told_relations)


def _place(change: Change, translate: Translate, depth: int) -> str:
    """Return kind and number of the part, its old number and the heading it stands under."""
    entry = change.entry
    notes = [_old_number(change, translate)]
    if entry.kind in _UNDER_HEADINGS and len(entry.titles) > depth:
        notes.append(cut(entry.titles[-1], _TITLE_LENGTH))
    told = "; ".join(filter(None, notes))
    return _numbered(entry, translate) + (f" ({told})" if told else "")


def _old_number(change: Change, translate: Translate) -> str:
    """Return what a part was numbered, "" where that is nothing else or it was no single part."""
    if not len(change.old) == len(change.new) == 1:
        return ""
    was = _number(change.old[0])
    if was in {"", _number(change.entry)}:
        return ""
    if change.old[0].kind != change.entry.kind:
        was = _numbered(change.old[0], translate)
        was = was[:1].lower() + was[1:]
    return msg("was {number}", number=was).text(translate)


def _numbered(entry: Entry, translate: Translate) -> str:
    return f"{_kind(entry.kind, translate)} {_number(entry)}".rstrip()


def _number(entry: Entry) -> str:
    """Return the printed number, "" for a dash."""
    return entry.number.rstrip(".") if any(map(str.isalnum, entry.number)) else ""


def _kind(kind: Kind, translate: Translate) -> str:
    return sentence_case(KIND_LABELS[kind].text(translate))


def _name(change: Change) -> tuple[Mark, ...]:
    if change.entry.kind in NAMELESS_KINDS and change.old and change.new:
        return ()
    own = next((field for field in change.fields if _is_name(field, change)), None)
    if own is not None:
        return weave(own.pieces)
    name = change.entry.name
    return plain(cut(name, _NAME_LENGTH) if change.old and change.new else name)


def _is_name(field: FieldChange, change: Change) -> bool:
    return field.field == next(iter(change.entry.texts), "")


def _lines(change: Change, translate: Translate, *, everything: bool) -> Iterator[Line]:
    yield from _parts(change, translate)
    for remark in change.remarks:
        yield Line(meaning=remark.text(translate))
    for field in change.fields:
        named = _is_name(field, change) and change.entry.kind not in NAMELESS_KINDS
        meaning = field.meaning.text(translate) if field.meaning else ""
        if named and meaning:
            yield Line(meaning=meaning)
        elif not named and (everything or field.relation not in MINOR):
            yield Line(
                field_label(field.field, change.entry.kind).text(translate),
                weave(field.pieces),
                meaning,
            )
    if not (change.old and change.new) and change.entry.kind in _ROWS:
        yield from _facts(change.entry, translate)


def _parts(change: Change, translate: Translate) -> Iterator[Line]:
    """Yield the parts that were merged into one, or that one was split into."""
    merged = ((msg("Merged from"), entry) for entry in change.old if len(change.old) > 1)
    split = ((msg("Split into"), entry) for entry in change.new if len(change.new) > 1)
    for label, entry in (*merged, *split):
        words = plain(f"{_numbered(entry, translate)}: {entry.name}")
        yield Line(label.text(translate), words)


def _facts(entry: Entry, translate: Translate) -> Iterator[Line]:
    for name in _SHOWN_OF_ROW:
        if texts := entry.texts.get(name):
            yield Line(field_label(name).text(translate), plain("; ".join(texts)))

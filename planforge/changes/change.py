"""What changed from one plan to another, as data: every part of both plans, each exactly once.

A `Change` says what became of a part: of one old and one new part mostly, of several where parts
were merged or split, of one alone where it was added or removed. Parts that did not change are
listed as well, so that nothing is out of sight; `Changes.differing` leaves them out.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from msgspec import Struct

from planforge.findings import Message, Path

Kind = Literal[
    "header",
    "decision",
    "article",
    "basis",
    "abbreviation",
    "section",
    "area",
    "paragraph",
    "footnote",
    "appendix",
    "group",
    "task",
    "line",
    "recipient",
    "signature",
]

Relation = Literal[
    "added",
    "removed",
    "merged",
    "split",
    "moved",
    "field_changed",
    "reworded",
    "spelling_only",
    "year_only",
    "same",
]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""What may be said of a part, the weightiest first; renumbering alone is no change.

added, removed   it stands in one plan only
merged, split    two parts became one, or one became two
moved            it stands under another heading, or in another place among its neighbours
field_changed    an agency, product, deadline or fact of the header is another one
reworded         the words of its text or title are others
spelling_only    abbreviation, punctuation, capitals or the spelling of an agency
year_only        nothing but years that had to move with the plan
"""

MINOR: frozenset[Relation] = frozenset(("same", "year_only", "spelling_only"))
"""What a reviewer need not look at."""

BODY_KINDS: frozenset[Kind] = frozenset(("section", "area", "paragraph", "footnote"))
ROW_KINDS: frozenset[Kind] = frozenset(("appendix", "group", "task", "line"))
NAMELESS_KINDS: frozenset[Kind] = frozenset(("header", "decision", "signature"))
"""Parts that stand once: told by their fields, known by none of their texts."""


class Entry(Struct, frozen=True, kw_only=True):
    """A part of one plan.

    ``id`` is its stable name, "" where it has none; ``number`` the number printed before it;
    ``area`` the area of reform it belongs to; ``titles`` the headings above it, outermost first.
    ``texts`` are its printed texts by field, paragraph by paragraph, without marks; the first is
    what it is known by.
    """

    kind: Kind
    path: Path
    id: str = ""
    number: str = ""
    area: str = ""
    titles: tuple[str, ...] = ()
    texts: dict[str, tuple[str, ...]] = {}

    @property
    def name(self) -> str:
        """The words it is known by: its task, title or text on one line."""
        return " ".join(next(iter(self.texts.values()), ()))


class Piece(Struct, frozen=True, gc=False):
    """Words that stand in both texts, only in the old one or only in the new one.

    ``is_year`` tells a year that had to move with the plan: no news for a reviewer.
    """

    kind: Literal["kept", "removed", "added"]
    text: str
    is_year: bool = False


FieldRelation = Literal["field_changed", "reworded", "spelling_only", "year_only"]


class FieldChange(Struct, frozen=True, kw_only=True):
    """A field whose text is another one; ``meaning`` says in words what that comes to.

    ``pieces`` are both texts woven together: those of ``kept`` and ``removed`` pieces make the
    old text, those of ``kept`` and ``added`` pieces the new one. Paragraphs are joined by a line
    end.
    """

    field: str
    relation: FieldRelation
    old: tuple[str, ...]
    new: tuple[str, ...]
    pieces: tuple[Piece, ...]
    meaning: Message | None = None


class Change(Struct, frozen=True, kw_only=True):
    """What became of one part, or of parts that were merged or split.

    ``relation`` is the weightiest that holds, ``also`` are the others, weightiest first. Where
    parts were merged, ``old`` begins with the one that goes on in the new part; where one was
    split, ``new`` does; ``fields`` compares these two. ``score`` tells how alike two parts without
    a common id are, from 0 to 1. ``remarks`` say in words what fields cannot: from where to where
    a part moved.
    """

    relation: Relation
    also: tuple[Relation, ...] = ()
    old: tuple[Entry, ...] = ()
    new: tuple[Entry, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    score: float = 1.0
    remarks: tuple[Message, ...] = ()

    @property
    def entry(self) -> Entry:
        """The part by which the change is listed: the new one, or the old one if there is none."""
        return (self.new or self.old)[0]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Everything that is said of the part, the weightiest first."""
        return (self.relation, *self.also)

    @property
    def told_relations(self) -> tuple[Relation, ...]:
        """What a report says of the part: the weightiest, and of the others those not minor."""
        return (self.relation, *(name for name in self.also if name not in MINOR))


class Side(Struct, frozen=True, kw_only=True):
    """One of the two plans; ``name`` is how the user named it: a file, or ``REV:path``."""

    name: str = ""
    series: str = ""
    issuer: str = ""
    title: str = ""
    period: str = ""
    number: str = ""


class Changes(Struct, frozen=True, kw_only=True):
    """What changed from ``old`` to ``new``, in the order of the new plan.

    What was removed stands where it would be. ``years`` is by how many years the period moved;
    ``areas`` names each area of reform as the plans do.
    """

    old: Side
    new: Side
    years: int
    areas: dict[str, str] = {}
    changes: tuple[Change, ...] = ()

    @property
    def differing(self) -> tuple[Change, ...]:
        """The changes without the parts that are the same."""
        return tuple(change for change in self.changes if change.relation != "same")


def count_relations(changes: Iterable[Change]) -> dict[Relation, int]:
    """Return how many changes there are of each relation, all relations in their order."""
    counts = Counter(change.relation for change in changes)
    return {relation: counts[relation] for relation in RELATIONS}

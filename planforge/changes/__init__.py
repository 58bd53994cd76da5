"""What changed between plans, as data, and what the reports call it."""

from planforge.changes.change import (
    BODY_KINDS,
    MINOR,
    NAMELESS_KINDS,
    RELATIONS,
    ROW_KINDS,
    Change,
    Changes,
    Entry,
    FieldChange,
    FieldRelation,
    Kind,
    Piece,
    Relation,
    Side,
    count_relations,
)

__all__ = [
    "BODY_KINDS",
    "MINOR",
    "NAMELESS_KINDS",
    "RELATIONS",
    "ROW_KINDS",
    "Change",
    "Changes",
    "Entry",
    "FieldChange",
    "FieldRelation",
    "Kind",
    "Piece",
    "Relation",
    "Side",
    "count_relations",
]

"""A comparison as JSON, for other programs: docs/diff-json.md says what the keys mean.

The keys and their order are those of ``VERSION``. A key may be added; one that changes or goes
makes another version.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from planforge.changes import RELATIONS, Change, Changes, Entry, FieldChange, Side, count_relations
from planforge.changes.labels import part_of
from planforge.findings import Message, Translate, untranslated
from planforge.writers.changes.summary import count_tasks

VERSION = 1

_DIGITS = 4
"""How exactly a score is printed."""


def write_json(changes: Changes, translate: Translate = untranslated) -> str:
    """Return one object that holds the whole comparison, parts that did not change as well."""
    report = {
        "version": VERSION,
        "old": _side(changes.old),
        "new": _side(changes.new),
        "years": changes.years,
        "areas": changes.areas,
        "summary": _summary(changes),
        "changes": [_change(change, translate) for change in changes.changes],
    }
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def _side(side: Side) -> dict[str, str]:
    return {
        "name": side.name,
        "series": side.series,
        "issuer": side.issuer,
        "title": side.title,
        "period": side.period,
        "number": side.number,
    }


def _summary(changes: Changes) -> dict[str, Any]:
    return {
        "changes": len(changes.changes),
        "differing": len(changes.differing),
        "relations": count_relations(changes.changes),
        "parts": _by("part", changes.changes),
        "kinds": _by("kind", changes.changes),
        "tasks": count_tasks(changes)._asdict(),
    }


def _by(key: str, changes: Iterable[Change]) -> dict[str, dict[str, int]]:
    """Return how many changes there are of each part or kind, by relation; no zeros."""
    counts = Counter((_group(key, change), change.relation) for change in changes)
    return {
        group: {name: counts[group, name] for name in RELATIONS if counts[group, name]}
        for group in dict.fromkeys(group for group, _ in counts)
    }


def _group(key: str, change: Change) -> str:
    return part_of(change.entry) if key == "part" else change.entry.kind


def _change(change: Change, translate: Translate) -> dict[str, Any]:
    entry = change.entry
    return {
        "relation": change.relation,
        "also": change.also,
        "part": part_of(entry),
        "kind": entry.kind,
        "id": entry.id,
        "number": entry.number,
        "area": entry.area,
        "name": entry.name,
        "score": round(change.score, _DIGITS),
        "old": [_entry(part) for part in change.old],
        "new": [_entry(part) for part in change.new],
        "fields": [_field(field, translate) for field in change.fields],
        "remarks": [_message(remark, translate) for remark in change.remarks],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "path": entry.path,
        "id": entry.id,
        "number": entry.number,
        "area": entry.area,
        "titles": entry.titles,
        "texts": entry.texts,
    }


def _field(field: FieldChange, translate: Translate) -> dict[str, Any]:
    return {
        "field": field.field,
        "relation": field.relation,
        "old": field.old,
        "new": field.new,
        "pieces": [
            {"kind": piece.kind, "text": piece.text, "is_year": piece.is_year}
            for piece in field.pieces
        ],
        "meaning": _message(field.meaning, translate) if field.meaning else None,
    }


def _message(message: Message, translate: Translate) -> dict[str, Any]:
    """Return a sentence in the language in use, and what it was made from."""
    values = {
        key: _message(value, translate) if isinstance(value, Message) else value
        for key, value in message.values.items()
    }
    return {"text": message.text(translate), "template": message.template, "values": values}

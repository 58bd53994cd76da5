"""Every record and every text of a plan, with the path that leads there."""

from collections.abc import Iterator
from typing import Any

from planforge.findings import Path
from planforge.model.fields import Record
from planforge.model.shapes import Field, fields_of


def walk_records(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield ``record`` and every record in it, parents first, in the order of the file's keys."""
    yield path, record
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.shape.kind == "record" and value is not None:
            yield from walk_records(value, (*path, field.name))
        elif field.shape.kind == "list":
            for index, item in enumerate(value):
                yield from walk_records(item, (*path, field.name, index))


_NOT_PRINTED = frozenset(
    ("abbreviations", "area", "areas", "id", "number", "series", "template", "width")
)
"""Fields that name, count or measure, and are no text of the document."""


def walk_texts(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield every printed text of ``record`` and of the records in it."""
    for path, part in walk_records(record):
        for field in fields_of(type(part)):
            value = getattr(part, field.name)
            if value and field.name not in _NOT_PRINTED:
                for inner, text in _texts(field, value):
                    yield (*path, field.name, *inner), text


def _texts(field: Field, value: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - by shape
    kind = field.shape.kind
    if kind == "text":
        yield (), value
    elif kind == "lines":
        yield from (((index,), line) for index, line in enumerate(value))
    elif kind in ("prose", "cell"):
        yield from (((index,), paragraph.text) for index, paragraph in enumerate(value))
    elif kind == "table":
        for name, item in value.items():
            texts = (item,) if isinstance(item, str) else [part.text for part in item or ()]
            yield from (((name,), text) for text in texts)

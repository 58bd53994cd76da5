"""Every record and every text of a plan, with the path that leads there."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from planforge.findings import Path
from planforge.model.fields import Record
from planforge.model.shapes import Kind, fields_of
from planforge.model.text import Text

_NOT_PRINTED = frozenset(
    ("abbreviations", "area", "areas", "follows", "id", "number", "series", "template", "width")
)
"""Fields that name, count or measure, and are no text of the document."""

_Texts = Callable[[Any], Iterator[tuple[Path, str]]]


def walk_records(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield ``record`` and every record in it, parents first, in the order of the file's keys."""
    yield path, record
    for name, is_list in _branches(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        if not is_list:
            yield from walk_records(value, (*path, name))
            continue
        for index, item in enumerate(value):
            yield from walk_records(item, (*path, name, index))


def walk_texts(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield every printed text of ``record`` and of the records in it."""
    return texts_of(walk_records(record))


def texts_of(records: Iterable[tuple[Path, Record]]) -> Iterator[tuple[Path, str]]:
    """Yield the printed texts of records that were walked already, none of those inside them."""
    for path, part in records:
        for name, texts in _leaves(type(part)):
            value = getattr(part, name)
            if value:
                for inner, text in texts(value):
                    yield (*path, name, *inner), text


@cache
def _branches(record: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold records, and whether they hold a list of them."""
    return tuple(
        (field.name, field.shape.kind == "list")
        for field in fields_of(record)
        if field.shape.kind in ("record", "list")
    )


@cache
def _leaves(record: type[Record]) -> tuple[tuple[str, _Texts], ...]:
    """Return the fields that hold printed texts, each with what yields them."""
    return tuple(
        (field.name, _READERS[field.shape.kind])
        for field in fields_of(record)
        if field.shape.kind in _READERS and field.name not in _NOT_PRINTED
    )


def _of_text(value: str) -> Iterator[tuple[Path, str]]:
    yield (), value


def _of_lines(value: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for index, line in enumerate(value):
        yield (index,), line


def _of_paragraphs(value: Text) -> Iterator[tuple[Path, str]]:
    for index, paragraph in enumerate(value):
        yield (index,), paragraph.text


def _of_table(value: dict[str, str | Text | None]) -> Iterator[tuple[Path, str]]:
    for name, item in value.items():
        texts = (item,) if isinstance(item, str) else [part.text for part in item or ()]
        for text in texts:
            yield (name,), text


_READERS: dict[Kind, _Texts] = {
    "text": _of_text,
    "lines": _of_lines,
    "prose": _of_paragraphs,
    "cell": _of_paragraphs,
    "table": _of_table,
}

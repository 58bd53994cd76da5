"""A plan as YAML, in canonical form: keys in the model's order, a sentence a line.

Reading what is written here gives the same plan. Comments are not part of a plan, so a file
that a person keeps is never written over by this.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from planforge.model.fields import Record
from planforge.model.period import Period
from planforge.model.plan import Plan
from planforge.model.shapes import Field, fields_of
from planforge.model.text import Text

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^:#\n]*")
_WORDS = frozenset(("", "null", "Null", "NULL", "true", "false", "True", "False"))
_SENTENCE_END = re.compile(r"(?<=[.;!?]) (?=[^\W\d_a-zà-ỹđ])")


def write_plan_yaml(plan: Plan) -> str:
    """Return ``plan`` as the text of a plan file."""
    return "\n".join(_record(plan, "")) + "\n"


def _record(record: Record, indent: str) -> Iterator[str]:
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.required or value != field.default:
            yield from _field(field, value, indent)


def _field(field: Field, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - by shape
    name, kind = f"{indent}{field.name}:", field.shape.kind
    if kind == "record":
        yield name
        yield from _record(value, indent + "  ")
    elif kind == "list":
        yield from _items(name, value, indent + "  ")
    elif kind == "table":
        yield name
        for key, item in value.items():
            yield from _leaf(f"{indent}  {_scalar(key)}:", item, indent + "  ")
    else:
        yield from _leaf(name, value, indent)


def _items(name: str, records: tuple[Record, ...], indent: str) -> Iterator[str]:
    if not records:
        yield f"{name} []"
        return
    yield name
    for record in records:
        short = _shorthand(record)
        if short is not None:
            yield from _leaf(f"{indent}-", short, indent)
            continue
        lines = list(_record(record, indent + "  "))
        yield f"{indent}- {lines[0].lstrip()}" if lines else f"{indent}- {{}}"
        yield from lines[1:]


def _shorthand(record: Record) -> Any:  # noqa: ANN401 - text, paragraphs or a cell
    """Return the value of the only field given, where a plain value may stand for the record."""
    name = record.shorthand
    given = [
        field.name
        for field in fields_of(type(record))
        if getattr(record, field.name) != field.default
    ]
    value = getattr(record, name) if name and given == [name] else None
    return value if isinstance(value, str) else None


def _leaf(name: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - by shape
    if isinstance(value, tuple):
        yield from _tuple(name, value, indent)
    elif isinstance(value, Period):
        yield f"{name} {_period(value)}"
    elif isinstance(value, datetime.date):
        yield f"{name} {value.isoformat()}"
    elif isinstance(value, bool):
        yield f"{name} {str(value).lower()}"
    else:
        yield f"{name} {_scalar(value)}" if value is not None else name


def _tuple(name: str, value: tuple[Any, ...], indent: str) -> Iterator[str]:
    if not value:
        yield f'{name} ""'
    elif isinstance(value[0], str):
        yield name
        yield from (f"{indent}  - {_scalar(line)}" for line in value)
    else:
        yield from _text(name, value, indent)


def _text(name: str, text: Text, indent: str) -> Iterator[str]:
    """Write paragraphs as a literal block, one sentence a line; a short one as plain text."""
    if len(text) == 1 and not text[0].mark and len(_sentences(text[0].text)) == 1:
        yield f"{name} {_scalar(text[0].text)}"
        return
    yield f"{name} |"
    for index, paragraph in enumerate(text):
        if index and not paragraph.mark:
            yield ""
        first, *rest = _sentences(paragraph.text)
        mark = f"{paragraph.mark} " if paragraph.mark else ""
        yield f"{indent}  {mark}{first}"
        yield from (f"{indent}  {sentence}" for sentence in rest)


def _sentences(text: str) -> list[str]:
    """Split where a reader would; a piece that looks like a list mark stays with the one before."""
    return _SENTENCE_END.split(text)


def _period(period: Period) -> str:
    text = str(period)
    if "/" not in text:
        return text
    return f"{{from: {period.start.isoformat()}, to: {period.end.isoformat()}}}"


def _scalar(text: str) -> str:
    """Return ``text`` plain where YAML reads it as it is, else in double quotes."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text not in _WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

"""The plan format as data: which keys each record takes and what each value may be.

Derived from the classes of the model, once a class and only when asked. The reader, the JSON
Schema, the reference page and the YAML writer walk these shapes.
"""

import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from planforge.model.fields import Key, Lines, Record
from planforge.model.period import Period
from planforge.model.text import Text

Kind = Literal[
    "text", "choice", "flag", "date", "period", "lines", "prose", "cell", "record", "list", "table"
]

_KINDS: dict[Any, Kind] = {
    str: "text",
    bool: "flag",
    datetime.date: "date",
    Period: "period",
    Lines: "lines",
    Text: "prose",
}


_NO_KEY = Key()


class Shape(Struct, frozen=True):
    """What a value may be; ``record`` for records, ``item`` for lists and tables."""

    kind: Kind
    record: type[Record] | None = None
    item: "Shape | None" = None
    choices: tuple[str, ...] = ()


class Field(Struct, frozen=True):
    """One key of a record."""

    name: str
    shape: Shape
    key: Key
    required: bool
    default: Any


@cache
def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Return the keys of ``record`` in the order in which they are written."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_field(field, hints[field.name]) for field in msgspec.structs.fields(record))


def _field(field: msgspec.structs.FieldInfo, hint: Any) -> Field:  # noqa: ANN401 - a type
    annotation, key = get_args(hint) if get_origin(hint) is Annotated else (hint, _NO_KEY)
    factory = field.default_factory
    default = field.default if factory is msgspec.NODEFAULT else factory()
    return Field(field.name, _shape(annotation, key), key, field.required, default)


def _shape(annotation: Any, key: Key) -> Shape:  # noqa: ANN401 - a type
    """Return the shape of a field's type; an optional type has the shape of what it may hold."""
    if annotation == Text | None:
        return Shape("cell")
    if isinstance(annotation, UnionType):
        (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
    if key.choices and annotation is str:
        return Shape("choice", choices=key.choices)
    if annotation in _KINDS:
        return Shape(_KINDS[annotation])
    if get_origin(annotation) is dict:
        return Shape("table", item=_shape(get_args(annotation)[1], _NO_KEY))
    if get_origin(annotation) is tuple:
        return Shape("list", item=_shape(get_args(annotation)[0], _NO_KEY))
    return Shape("record", record=annotation)

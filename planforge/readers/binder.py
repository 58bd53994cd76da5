"""Nodes to values by the shapes of the model, with every mistake found on the way.

A value that cannot be read is replaced by its default, and a required one by an empty one, so
that one run shows all mistakes and every path still leads to its place in the file.
"""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

from planforge.findings import Finding, Message, Path, msg
from planforge.model.fields import Record
from planforge.model.period import Period, parse_period
from planforge.model.shapes import Field, Shape, fields_of
from planforge.model.text import Paragraph, Text, parse_text
from planforge.readers import codes
from planforge.readers.suggestions import closest, key_hint
from planforge.source import Mapping, Node, Scalar, Sequence
from planforge.vietnamese.dates import parse_date

_ABSENT: Any = object()
"""Stands for a value that was left out or could not be read: the field's default counts."""

_TRUE = frozenset(("true", "True", "có"))
_FALSE = frozenset(("false", "False", "không"))


class _Form:
    """A record's keys, looked up by name, with what is needed to build it."""

    __slots__ = ("fields", "names", "record", "required", "shorthand")

    def __init__(self, record: type[Record]) -> None:
        self.record = record
        self.fields: dict[str, Field] = {field.name: field for field in fields_of(record)}
        self.names = tuple(self.fields)
        self.required = tuple(field.name for field in self.fields.values() if field.required)
        self.shorthand = record.shorthand


_form = cache(_Form)


class Binder:
    """Reads nodes as values; ``findings`` grows as mistakes are met."""

    def __init__(self, broken: set[str]) -> None:
        self.findings: list[Finding] = []
        self._broken = broken
        self._readers: dict[str, Callable[[Node, Shape, Path], Any]] = {
            "text": self._text,
            "choice": self._choice,
            "flag": self._flag,
            "date": self._date,
            "period": self._period,
            "lines": self._lines,
            "prose": self._prose,
            "cell": self._cell,
            "record": self._record,
            "list": self._list,
            "table": self._table,
        }

    def record(self, record: type[Record], node: Node, path: Path = ()) -> Any:  # noqa: ANN401 - any record
        """Return the record that ``node`` spells out, or None where it cannot be built."""
        value = self._record(node, Shape("record", record=record), path)
        return None if value is _ABSENT else value

    def _value(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401 - by shape
        if type(node) is Scalar and node.empty:
            return _ABSENT
        return self._readers[shape.kind](node, shape, path)

    def _record(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401 - any record
        form = _form(shape.record or Record)
        if type(node) is Scalar and form.shorthand:
            main = form.fields[form.shorthand]
            value = self._value(node, main.shape, (*path, main.name))
            return _ABSENT if value is _ABSENT else form.record(**{main.name: value})
        if type(node) is not Mapping:
            return self._wrong_type(node, path, msg("keys with values"))
        values: dict[str, Any] = {}
        fields = form.fields
        for name, item in node.items.items():
            field = fields.get(name)
            if field is None:
                self._unknown_key(node, name, form.names, path)
                continue
            value = self._value(item, field.shape, (*path, name))
            if value is not _ABSENT:
                values[name] = value
        return self._built(form, values, node, path)

    def _built(self, form: _Form, values: dict[str, Any], node: Mapping, path: Path) -> Any:  # noqa: ANN401
        """Build the record; a text or list that is missing is reported and read as empty."""
        for name in form.required:
            if name in values:
                continue
            field = form.fields[name]
            given = node.items.get(name)
            if given is None or (type(given) is Scalar and given.empty):
                self._missing_key(node, field, path)
            if field.shape.kind not in _EMPTY:
                return _ABSENT
            values[name] = _EMPTY[field.shape.kind]
        return form.record(**values)

    def _list(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        item = shape.item
        if type(node) is not Sequence or item is None:
            return self._wrong_type(node, path, msg("a list (lines that start with `- `)"))
        values = []
        for index, part in enumerate(node.items):
            if type(part) is Scalar and part.empty:
                self._wrong_type(part, (*path, index), msg("an entry of the list"))
            else:
                values.append(self._value(part, item, (*path, index)))
        return tuple(value for value in values if value is not _ABSENT)

    def _table(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        item = shape.item
        if type(node) is not Mapping or item is None:
            return self._wrong_type(node, path, msg("keys with values"))
        values = {name: self._value(part, item, (*path, name)) for name, part in node.items.items()}
        return {name: value for name, value in values.items() if value is not _ABSENT}

    def _text(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, msg("a text"))
        value = node.value
        return " ".join(value.split()) if "\n" in value else value.strip(" ")

    def _choice(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        value = self._text(node, shape, path)
        if value is _ABSENT or value == "" or value in shape.choices:
            return value
        best = closest(value, shape.choices)
        self._report(
            codes.WRONG_CHOICE,
            node,
            path,
            msg("`{value}` is not one of the values this key takes.", value=value),
            msg("Did you mean `{best}`?", best=best)
            if best
            else msg("Choose one of: {choices}.", choices=" | ".join(shape.choices)),
        )
        return _ABSENT

    def _flag(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is Scalar and node.value in _TRUE | _FALSE:
            return node.value in _TRUE
        return self._wrong_type(node, path, msg("true or false"))

    def _date(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, msg("a date"))
        day = parse_date(node.value)
        if day is None:
            self._report(
                codes.WRONG_DATE,
                node,
                path,
                msg("`{value}` is not a day of the calendar.", value=node.value),
                msg("Write the day as 2021-12-28 or 28/12/2021."),
            )
            return _ABSENT
        return day

    def _period(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        period = self._period_of(node, path)
        if period is None:
            self._report(
                codes.WRONG_PERIOD,
                node,
                path,
                msg("The period cannot be read."),
                msg(
                    "Write a year (2022), years (2026-2030) or {from: 2025-07-01, to: 2025-12-31}."
                ),
            )
            return _ABSENT
        return period

    def _period_of(self, node: Node, path: Path) -> Period | None:
        if type(node) is Scalar:
            return parse_period(node.value)
        if type(node) is not Mapping or set(node.items) != {"from", "to"}:
            return None
        start, end = (
            self._value(node.items[key], Shape("date"), (*path, key)) for key in ("from", "to")
        )
        days = isinstance(start, datetime.date) and isinstance(end, datetime.date)
        return Period(start, end) if days and start <= end else None

    def _lines(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Sequence:
            line = self._text(node, shape, path)
            return line if line is _ABSENT else ((line,) if line else ())
        lines = (self._value(item, _TEXT, (*path, index)) for index, item in enumerate(node.items))
        return tuple(line for line in lines if line is not _ABSENT and line)

    def _prose(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, msg("a text"))
        return parse_text(node.value)

    def _cell(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is Sequence:
            return self._dashes(node, path)
        return self._prose(node, _PROSE, path)

    def _dashes(self, node: Sequence, path: Path) -> Text:
        """Read a list as dash items: a list of one prints a dash, a plain text does not."""
        paragraphs: list[Paragraph] = []
        for index, item in enumerate(node.items):
            text = self._value(item, _TEXT, (*path, index))
            if text is not _ABSENT and text:
                paragraphs.append(
                    Paragraph(text[2:], "+") if text.startswith("+ ") else Paragraph(text, "-")
                )
        return tuple(paragraphs)

    def _wrong_type(self, node: Node, path: Path, expected: Message) -> Any:  # noqa: ANN401
        found = _NOTHING if type(node) is Scalar and node.empty else _KIND_NAMES[type(node)]
        hint = (
            msg("A text that starts with { or [ must stand in quotes.")
            if type(node) is not Scalar and expected.template == "a text"
            else msg("See `planforge schema` or the format reference for this key.")
        )
        self._report(
            codes.WRONG_TYPE,
            node,
            path,
            msg("Here must stand {expected}, not {found}.", expected=expected, found=found),
            hint,
        )
        return _ABSENT

    def _unknown_key(self, node: Mapping, name: str, names: tuple[str, ...], path: Path) -> None:
        self._report(
            codes.UNKNOWN_KEY,
            node.keys[name],
            (*path, name),
            msg("The key `{key}` is not known here.", key=name),
            key_hint(name, names),
        )

    def _missing_key(self, node: Node, field: Field, path: Path) -> None:
        if not path and field.name in self._broken:
            return
        self._report(
            codes.MISSING_KEY,
            node,
            path,
            msg("The key `{key}` is missing: {doc}", key=field.name, doc=msg(field.key.doc)),
            msg("Add `{key}:` here.", key=field.name),
        )

    def _report(
        self, code: codes.Code, node: Node, path: Path, message: Message, hint: Message
    ) -> None:
        self.findings.append(
            Finding(
                code=code.code,
                rule=code.rule,
                message=message,
                hint=hint,
                path=path,
                line=node.line,
                column=node.column,
            )
        )


_EMPTY: dict[str, Any] = {"text": "", "lines": (), "prose": (), "cell": None, "list": ()}
_TEXT = Shape("text")
_PROSE = Shape("prose")
_NOTHING = msg("nothing")
_KIND_NAMES: dict[type, Message] = {
    Scalar: msg("a text"),
    Sequence: msg("a list"),
    Mapping: msg("keys with values"),
}

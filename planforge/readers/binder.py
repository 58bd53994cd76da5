"""Nodes to values by the shapes of the model, with every mistake found on the way.

A value that cannot be read is replaced by its default, and a required one or an entry of a list
by an empty one, so that one run shows all mistakes and every path still leads to its place in
the file.
"""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

from planforge.findings import Message, Path, msg
from planforge.model.fields import Record
from planforge.model.period import Period, parse_period
from planforge.model.plan import Plan
from planforge.model.shapes import Field, Shape, fields_of
from planforge.model.text import Paragraph, parse_text
from planforge.readers import codes, expectations
from planforge.readers.codes import Code, Place
from planforge.readers.expectations import Expected
from planforge.readers.report import Report
from planforge.readers.suggestions import closest, key_hint, missing_key, text_with_colon
from planforge.source import Mapping, Node, Scalar, Sequence
from planforge.vietnamese.dates import parse_date

_ABSENT: Any = object()
"""Stands for a value that was left out or could not be read: the field's default counts."""

_TRUE = frozenset(("true", "True", "có"))
_FALSE = frozenset(("false", "False", "không"))
_DAYS = frozenset(("from", "to"))


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
    """Reads nodes as values; mistakes go to the report.

    ``lost`` are the top-level keys whose value could not be read. ``complete`` is false where
    something was left blank without which there is no plan.
    """

    def __init__(self, report: Report, lost: set[str]) -> None:
        self.lost = lost
        self.complete = True
        self._findings = report
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

    def plan(self, node: Node) -> Plan | None:
        """Return the plan that ``node`` spells out, with blanks; None where it is no mapping."""
        if type(node) is Mapping:
            plan: Plan = self._record(node, Shape("record", record=Plan), ())
            return plan
        self._report(
            codes.WRONG_TYPE,
            node,
            (),
            msg("The file is not a plan: a plan is made of keys, such as `title: …`."),
            msg("Start from `planforge new`, and look at the first line of the file."),
        )
        return None

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
            return self._wrong_type(node, path, expectations.keys(form.names))
        if form.shorthand and node.items and form.fields.keys().isdisjoint(node.items):
            name = next(iter(node.items))
            hint = text_with_colon(form.names)
            self._unknown_key(node, name, path, hint)
            return _ABSENT
        values: dict[str, Any] = {}
        fields = form.fields
        for name, item in node.items.items():
            field = fields.get(name)
            if field is None:
                self._unknown_key(node, name, path, key_hint(name, form.record))
                continue
            value = self._value(item, field.shape, (*path, name))
            if value is not _ABSENT:
                values[name] = value
        return self._built(form, values, node, path)

    def _built(self, form: _Form, values: dict[str, Any], node: Mapping, path: Path) -> Any:  # noqa: ANN401
        """Build the record; a required value that is missing is reported and left blank."""
        for name in form.required:
            if name in values:
                continue
            field = form.fields[name]
            self._missing_key(node, field, path)
            values[name] = self._blank(field.shape)
        return form.record(**values)

    def _blank(self, shape: Shape) -> Any:  # noqa: ANN401 - by shape
        if shape.kind in _BLANKS:
            return _BLANKS[shape.kind]
        self.complete = False
        return self._blank_record(shape.record) if shape.record else None

    def _blank_record(self, record: type[Record]) -> Any:  # noqa: ANN401 - any record
        form = _form(record)
        return record(**{name: self._blank(form.fields[name].shape) for name in form.required})

    def _list(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        item = shape.item
        if type(node) is not Sequence or item is None or item.record is None:
            return self._wrong_type(node, path, expectations.LIST)
        values = []
        for index, part in enumerate(node.items):
            value = self._entry(part, item, (*path, index))
            values.append(self._blank_record(item.record) if value is _ABSENT else value)
        return tuple(values)

    def _table(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        item = shape.item
        if type(node) is not Mapping or item is None:
            return self._wrong_type(node, path, expectations.keys(()))
        values = {}
        for name, part in node.items.items():
            value = self._value(part, item, (*path, name))
            if value is not _ABSENT:
                values[name] = value
            elif type(part) is Scalar and item.kind == "text":
                self._report(
                    codes.MISSING_KEY,
                    node.keys[name],
                    (*path, name),
                    msg("The key `{key}` has no value.", key=name),
                    msg("Write the text after `{key}: `, or delete the line.", key=name),
                )
        return values

    def _unknown_key(self, node: Mapping, name: str, path: Path, hint: Message) -> None:
        message = msg("The key `{key}` is not known here.", key=name)
        self._report(codes.UNKNOWN_KEY, node.keys[name], (*path, name), message, hint)

    def _missing_key(self, node: Mapping, field: Field, path: Path) -> None:
        """Report a key that is left out, or has nothing after it."""
        given = node.items.get(field.name)
        if given is None:
            if path or field.name not in self.lost:
                self._report(codes.MISSING_KEY, node, path, *missing_key(field))
        elif type(given) is Scalar and given.empty:
            self._report(
                codes.MISSING_KEY,
                node.keys[field.name],
                (*path, field.name),
                msg("The key `{key}` has no value: {doc}", key=field.name, doc=msg(field.key.doc)),
                msg("Write the value after `{key}:`.", key=field.name),
            )

_BLANKS: dict[str, Any] = {"text": "", "lines": (), "prose": (), "cell": None, "list": ()}
_TEXT = Shape("text")
_DATE = Shape("date")

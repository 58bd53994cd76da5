"""Nodes to records by the shapes of the model, with every mistake found on the way.

A value that cannot be read is replaced by its default, and a required one or an entry of a list
by an empty one, so that one run shows all mistakes and every path still leads to its place in
the file.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from planforge.findings import Message, Path, msg
from planforge.model.fields import Record
from planforge.model.shapes import Field, Shape, fields_of
from planforge.readers import codes, expectations
from planforge.readers.report import Report
from planforge.readers.suggestions import key_hint, text_with_colon
from planforge.readers.values import ABSENT, Value, ValueReader, is_empty
from planforge.source import Mapping, Node, Scalar, Sequence

_BLANKS: dict[str, Value] = {"text": "", "lines": (), "prose": (), "cell": None, "list": ()}
_Whole = TypeVar("_Whole", bound=Record)


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


class Binder(ValueReader):
    """Reads nodes as records.

    ``complete`` is false where something was left blank without which there is no plan.
    """

    def __init__(self, report: Report, lost: set[str]) -> None:
        super().__init__(report, lost)
        self.complete = True
        self._readers: dict[str, Callable[[Node, Shape, Path], Value]] = {
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

    def bind(
        self, node: Node, record: type[_Whole], otherwise: tuple[Message, Message]
    ) -> _Whole | None:
        """Return the ``record`` that ``node`` spells out, with blanks.

        Where it is no mapping, ``otherwise`` is reported, problem and remedy, and None returned.
        """
        if type(node) is Mapping:
            whole: _Whole = self._record(node, Shape("record", record=record), ())
            return whole
        self._report(codes.WRONG_TYPE, node, (), *otherwise)
        return None

    def _value(self, node: Node, shape: Shape, path: Path) -> Value:
        if type(node) is Scalar and node.empty:
            return ABSENT
        return self._readers[shape.kind](node, shape, path)

    def _record(self, node: Node, shape: Shape, path: Path) -> Value:
        form = _form(shape.record or Record)
        if type(node) is Mapping:
            if form.shorthand and node.items and form.fields.keys().isdisjoint(node.items):
                return self._text_with_colon(node, form, path)
            return self._built(form, self._values(node, form, path), node, path)
        if type(node) is Scalar and form.shorthand:
            main = form.fields[form.shorthand]
            value = self._value(node, main.shape, (*path, main.name))
            return ABSENT if value is ABSENT else form.record(**{main.name: value})
        return self._wrong_type(node, path, expectations.keys(form.names))

    def _values(self, node: Mapping, form: _Form, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name, item in node.items.items():
            field = form.fields.get(name)
            if field is None:
                self._unknown_key(node, name, path, key_hint(name, form.record))
                continue
            value = self._value(item, field.shape, (*path, name))
            if value is not ABSENT:
                values[name] = value
        return values

    def _built(self, form: _Form, values: dict[str, Value], node: Mapping, path: Path) -> Value:
        """Build the record; a required value that is missing is reported and left blank."""
        for name in form.required:
            if name not in values:
                field = form.fields[name]
                self._missing_key(node, field, path)
                values[name] = self._blank(field.shape)
        return form.record(**values)

    def _blank(self, shape: Shape) -> Value:
        if shape.kind in _BLANKS:
            return _BLANKS[shape.kind]
        self.complete = False
        return self._blank_record(shape.record) if shape.record else None

    def _blank_record(self, record: type[Record]) -> Value:
        form = _form(record)
        return record(**{name: self._blank(form.fields[name].shape) for name in form.required})

    def _list(self, node: Node, shape: Shape, path: Path) -> Value:
        item = shape.item
        if type(node) is not Sequence or item is None or item.record is None:
            return self._wrong_type(node, path, expectations.LIST)
        values = []
        for index, part in enumerate(node.items):
            here = (*path, index)
            value = ABSENT if self._is_blank(part, here) else self._record(part, item, here)
            values.append(self._blank_record(item.record) if value is ABSENT else value)
        return tuple(values)

    def _table(self, node: Node, shape: Shape, path: Path) -> Value:
        item = shape.item
        if type(node) is not Mapping or item is None:
            return self._wrong_type(node, path, expectations.keys(()))
        values = {}
        for name, part in node.items.items():
            value = self._value(part, item, (*path, name))
            if value is not ABSENT:
                values[name] = value
            elif is_empty(part) and item.kind == "text":
                self._missing_text(node, name, path)
        return values

    def _text_with_colon(self, node: Mapping, form: _Form, path: Path) -> Value:
        """Report a text that became a key because a colon stands in it."""
        self._unknown_key(node, next(iter(node.items)), path, text_with_colon(form.names))
        return ABSENT

    def _unknown_key(self, node: Mapping, name: str, path: Path, hint: Message) -> None:
        message = msg("The key `{key}` is not known here.", key=name)
        self._report(codes.UNKNOWN_KEY, node.keys[name], (*path, name), message, hint)

    def _missing_text(self, node: Mapping, name: str, path: Path) -> None:
        self._report(
            codes.MISSING_KEY,
            node.keys[name],
            (*path, name),
            msg("The key `{key}` has no value.", key=name),
            msg("Write the text after `{key}: `, or delete the line.", key=name),
        )

    def _missing_key(self, node: Mapping, field: Field, path: Path) -> None:
        """Report a key that is left out, or has nothing after it."""
        name, doc = field.name, msg(field.key.doc)
        if name not in node.items:
            if path or name not in self.lost:
                message = msg("The key `{key}` is missing: {doc}", key=name, doc=doc)
                hint = msg("Add `{key}:` here.", key=name)
                self._report(codes.MISSING_KEY, node, path, message, hint)
        elif is_empty(node.items[name]):
            self._report(
                codes.MISSING_KEY,
                node.keys[name],
                (*path, name),
                msg("The key `{key}` has no value: {doc}", key=name, doc=doc),
                msg("Write the value after `{key}:`.", key=name),
            )

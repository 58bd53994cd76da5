"""Nodes to single values: texts, dates, periods, lines and cells."""

import datetime
from typing import Any, TypeAlias

from planforge.findings import Message, Path, msg
from planforge.model.period import Period, parse_period
from planforge.model.shapes import Shape
from planforge.model.text import Paragraph, parse_text
from planforge.readers import codes, expectations
from planforge.readers.codes import Code, Place
from planforge.readers.expectations import Expected
from planforge.readers.report import Report
from planforge.readers.suggestions import choice_meant
from planforge.source import Mapping, Node, Scalar, Sequence
from planforge.vietnamese.dates import parse_date

Value: TypeAlias = Any
"""What a field of the model may hold, or ABSENT."""

ABSENT: Value = object()
"""Stands for a value that was left out or could not be read: the field's default counts."""

_TRUE = frozenset(("true", "True", "có"))
_FALSE = frozenset(("false", "False", "không"))
_DAYS = frozenset(("from", "to"))
_TEXT = Shape("text")
_DATE = Shape("date")


def is_empty(node: Node | None) -> bool:
    """Whether ``node`` is a value left out, or written ``~`` or ``null``."""
    return isinstance(node, Scalar) and node.empty


class ValueReader:
    """Reads nodes that hold no records; what cannot be read is reported and ABSENT.

    ``lost`` are the top-level keys whose value could not be read.
    """

    def __init__(self, report: Report, lost: set[str]) -> None:
        self.lost = lost
        self._findings = report

    def _text(self, node: Node, _shape: Shape, path: Path) -> Value:
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.TEXT)
        value = node.value
        return " ".join(value.split()) if "\n" in value else value.strip(" ")

    def _choice(self, node: Node, shape: Shape, path: Path) -> Value:
        if type(node) is Sequence:
            written = next((item.value for item in node.items if type(item) is Scalar), "")
            meant = choice_meant(written, shape.choices) or shape.choices[0]
            return self._wrong_type(node, path, expectations.choice(str(path[-1]), meant))
        value = self._text(node, shape, path)
        if value is ABSENT or value == "" or value in shape.choices:
            return value
        best = choice_meant(value, shape.choices)
        self._report(
            codes.WRONG_CHOICE,
            node,
            path,
            msg("`{value}` is not one of the values this key takes.", value=value),
            msg("Did you mean `{best}`?", best=best)
            if best
            else msg("Choose one of: {choices}.", choices=" | ".join(shape.choices)),
        )
        return ABSENT

    def _flag(self, node: Node, _shape: Shape, path: Path) -> Value:
        if type(node) is Scalar and node.value in _TRUE | _FALSE:
            return node.value in _TRUE
        return self._wrong_type(node, path, expectations.FLAG)

    def _date(self, node: Node, _shape: Shape, path: Path) -> Value:
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.DATE)
        day = parse_date(node.value.strip())
        if day is None:
            self._report(
                codes.WRONG_DATE,
                node,
                path,
                msg("`{value}` is not a day of the calendar.", value=node.value),
                expectations.DATE.hint,
            )
            return ABSENT
        return day

    def _period(self, node: Node, _shape: Shape, path: Path) -> Value:
        if type(node) is Mapping and node.items.keys() == _DAYS:
            return self._days(node, path)
        period = parse_period(node.value) if type(node) is Scalar else None
        return self._unreadable_period(node, path) if period is None else period

    def _days(self, node: Mapping, path: Path) -> Value:
        """Read a period by its first and last day."""
        if any(map(is_empty, node.items.values())):
            return self._unreadable_period(node, path)
        start, end = (self._date(node.items[key], _DATE, (*path, key)) for key in ("from", "to"))
        if not isinstance(start, datetime.date) or not isinstance(end, datetime.date):
            return ABSENT
        if start <= end:
            return Period(start, end)
        self._report(
            codes.WRONG_PERIOD,
            node,
            path,
            msg("The period ends before it begins."),
            msg("Write the first day after `from:` and the last day after `to:`."),
        )
        return ABSENT

    def _unreadable_period(self, node: Node, path: Path) -> Value:
        self._report(
            codes.WRONG_PERIOD,
            node,
            path,
            msg("The period cannot be read."),
            msg("Write a year (2022), years (2026-2030) or {from: 2025-07-01, to: 2025-12-31}."),
        )
        return ABSENT

    def _lines(self, node: Node, shape: Shape, path: Path) -> Value:
        if type(node) is Sequence:
            return tuple(self._texts(node, path))
        line = self._text(node, shape, path)
        return line if line is ABSENT else ((line,) if line else ())

    def _prose(self, node: Node, _shape: Shape, path: Path) -> Value:
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.TEXT)
        return parse_text(node.value)

    def _cell(self, node: Node, shape: Shape, path: Path) -> Value:
        """Read a text, or a list as dash items: a list of one prints a dash, a text does not."""
        if type(node) is not Sequence:
            return self._prose(node, shape, path)
        return tuple(
            Paragraph(text[2:], "+") if text.startswith("+ ") else Paragraph(text, "-")
            for text in self._texts(node, path)
        )

    def _texts(self, node: Sequence, path: Path) -> list[str]:
        """Read the entries of a list; one that cannot be read keeps its place, blank."""
        texts = []
        for index, item in enumerate(node.items):
            here = (*path, index)
            text = ABSENT if self._is_blank(item, here) else self._text(item, _TEXT, here)
            texts.append("" if text is ABSENT else text)
        return texts

    def _is_blank(self, node: Node, path: Path) -> bool:
        """Whether an entry of a list has nothing in it, which is reported."""
        if not isinstance(node, Scalar) or (node.value.strip() and not node.empty):
            return False
        self._report(
            codes.WRONG_TYPE,
            node,
            path,
            msg("An entry of the list is empty."),
            msg("Write the entry, or delete its `-`."),
        )
        return True

    def _wrong_type(self, node: Node, path: Path, expected: Expected) -> Value:
        if len(path) == 1:
            self.lost.add(str(path[0]))
        self._report(
            codes.WRONG_TYPE,
            node,
            path,
            msg(
                "Here must stand {expected}, not {found}.",
                expected=expected.name,
                found=expectations.FOUND[type(node)],
            ),
            expected.hint,
        )
        return ABSENT

    def _report(self, code: Code, node: Node, path: Path, message: Message, hint: Message) -> None:
        self._findings.add(code.finding(message, hint, Place(node.line, node.column), path))

"""Nodes to single values: texts, dates, periods, lines and cells."""

import datetime
from typing import Any

from planforge.findings import Message, Path, msg
from planforge.model.period import Period, parse_period
from planforge.model.shapes import Shape
from planforge.model.text import Paragraph, parse_text
from planforge.readers import codes, expectations
from planforge.readers.codes import Code, Place
from planforge.readers.expectations import Expected
from planforge.readers.report import Report
from planforge.readers.suggestions import closest
from planforge.source import Mapping, Node, Scalar, Sequence
from planforge.vietnamese.dates import parse_date

ABSENT: Any = object()
"""Stands for a value that was left out or could not be read: the field's default counts."""

_TRUE = frozenset(("true", "True", "có"))
_FALSE = frozenset(("false", "False", "không"))
_DAYS = frozenset(("from", "to"))
_TEXT = Shape("text")
_DATE = Shape("date")


def is_empty(node: Node | None) -> bool:
    """Whether ``node`` is a value left out, or written ``~`` or ``null``."""
    return type(node) is Scalar and node.empty


class ValueReader:
    """Reads nodes that hold no records; what cannot be read is reported and is ABSENT.

    ``lost`` are the top-level keys whose value could not be read.
    """

    def __init__(self, report: Report, lost: set[str]) -> None:
        self.lost = lost
        self._findings = report

    def _text(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.TEXT)
        value = node.value
        return " ".join(value.split()) if "\n" in value else value.strip(" ")

    def _choice(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        value = self._text(node, shape, path)
        if value is ABSENT or value == "" or value in shape.choices:
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
        return ABSENT

    def _flag(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is Scalar and node.value in _TRUE | _FALSE:
            return node.value in _TRUE
        return self._wrong_type(node, path, expectations.FLAG)

    def _date(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.DATE)
        day = parse_date(node.value)
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

    def _period(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is Mapping and node.items.keys() == _DAYS:
            return self._days(node, path)
        period = parse_period(node.value) if type(node) is Scalar else None
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
            return ABSENT
        return period

    def _days(self, node: Mapping, path: Path) -> Any:  # noqa: ANN401 - a period, or absent
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

    def _lines(self, node: Node, shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Sequence:
            line = self._text(node, shape, path)
            return line if line is ABSENT else ((line,) if line else ())
        return tuple(self._texts(node, path))

    def _prose(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        if type(node) is not Scalar:
            return self._wrong_type(node, path, expectations.TEXT)
        return parse_text(node.value)

    def _cell(self, node: Node, _shape: Shape, path: Path) -> Any:  # noqa: ANN401
        """Read a text, or a list as dash items: a list of one prints a dash, a text does not."""
        if type(node) is not Sequence:
            return self._prose(node, _TEXT, path)
        return tuple(
            Paragraph(text[2:], "+") if text.startswith("+ ") else Paragraph(text, "-")
            for text in self._texts(node, path)
        )

    def _texts(self, node: Sequence, path: Path) -> list[str]:
        texts = (self._entry(item, _TEXT, (*path, n)) for n, item in enumerate(node.items))
        return ["" if text is ABSENT else text for text in texts]

    def _wrong_type(self, node: Node, path: Path, expected: Expected) -> Any:  # noqa: ANN401
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
        place = Place(node.line, node.column)
        self._findings.add(code.finding(message, hint, place, path))

"""Column widths by what stands in the columns, so that the table is as short as it can be.

A row is as high as its highest cell; widths that grow with the square root of a column's text
come close to the lowest sum of row heights and stay calm when a single cell is long.
"""

from collections.abc import Sequence
from math import sqrt

from planforge.document import TableRow, text_length
from planforge.model.appendix import Column

_FIXED = {"no": 12.0}
"""Columns whose content never needs more room, in millimetres."""

_NARROWEST = {"group": 24.0, "lead": 29.0, "deadline": 28.0}
_USUALLY_NARROWEST = 30.0
"""Columns are never narrower, so that headings and dates stay whole, in millimetres."""

_ROOM = {"landscape": 252.0, "portrait": 165.0}
"""Room between the margins of a page, in millimetres."""


def column_widths(
    columns: Sequence[Column], rows: Sequence[TableRow], orientation: str
) -> list[float]:
    """Return the widths in millimetres: those given, and the rest shared out by content."""
    given = [_width(column) for column in columns]
    least = [
        0.0 if width else _NARROWEST.get(column.id, _USUALLY_NARROWEST)
        for column, width in zip(columns, given, strict=True)
    ]
    spare = max(_ROOM[orientation] - sum(given) - sum(least), 0.0)
    needs = [
        sqrt(length) if room else 0.0
        for length, room in zip(_text_lengths(len(columns), rows), least, strict=True)
    ]
    smallest = min((need for need in needs if need), default=0.0)
    shares = [max(need - smallest, 0.0) for need in needs]
    total = sum(shares) or 1.0
    return [
        width or room + spare * share / total
        for width, room, share in zip(given, least, shares, strict=True)
    ]


def _width(column: Column) -> float:
    """Return the width given for a column in millimetres, 0 where there is none."""
    try:
        given = float(column.width.replace(",", ".").removesuffix("mm"))
    except ValueError:
        given = 0.0
    return max(given, 0.0) or _FIXED.get(column.id, 0.0)


def _text_lengths(count: int, rows: Sequence[TableRow]) -> list[int]:
    lengths = [0] * count
    for row in rows:
        if row.kind == "task":
            for index, cell in enumerate(row.cells):
                for paragraph in cell.paragraphs:
                    lengths[index] += text_length(paragraph)
    return lengths

"""Column widths by what stands in the columns, so that the table is as short as it can be.

A row is as high as its highest cell; widths that grow with the square root of a column's text
come close to the lowest sum of row heights and stay calm when a single cell is long.
"""

from collections.abc import Sequence
from math import sqrt

from planforge.document import NoteCall, TableCell, TableRow
from planforge.model.appendix import Column

_FIXED = {"no": 12.0}
"""Columns whose content never needs more room, in millimetres."""

_TOTAL = 252.0
"""Room on a landscape page between the margins, in millimetres."""

_NARROWEST = 31.0


def column_widths(columns: Sequence[Column], rows: Sequence[TableRow]) -> list[float]:
    """Return the widths in millimetres: those given, and the rest shared out by content."""
    widths = [_width(column) for column in columns]
    open_columns = [index for index, width in enumerate(widths) if not width]
    texts = _text_lengths(len(columns), rows)
    room = max(_TOTAL - sum(widths), _NARROWEST * len(open_columns))
    spare = room - _NARROWEST * len(open_columns)
    weights = {index: sqrt(texts[index] + 1) for index in open_columns}
    least = min(weights.values(), default=0.0)
    total = sum(weights.values()) - least * len(open_columns) or 1.0
    for index in open_columns:
        widths[index] = _NARROWEST + spare * (weights[index] - least) / total
    return widths


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
                lengths[index] += _length(cell)
    return lengths


def _length(cell: TableCell) -> int:
    return sum(
        len(inline.text)
        for paragraph in cell.paragraphs
        for inline in paragraph.inlines
        if not isinstance(inline, NoteCall)
    )

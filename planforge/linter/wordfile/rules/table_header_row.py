"""Column headings of long tables: custom, not the decree."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach
from planforge.linter.wordfile.reading import Table
from planforge.linter.wordfile.rule import WordRule

_LONG = 2500
_MANY = 20
"""Characters or rows with which a table surely goes over one page."""

_FEWEST = 3
"""Rows: what has fewer is laid out with a table and has no column headings."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield the first long table without a repeated heading."""
    wrong = [
        table for table in anatomy.document.tables if _is_long(table) and not table.repeats_heading
    ]
    if wrong:
        yield Breach(
            message=msg("The column headings are not repeated on the pages that follow."),
            hint=msg("Select the first row in Word: Table Layout, Repeat Header Rows."),
            source="",
            where=msg("Table {table}", table=wrong[0].number),
            count=len(wrong),
        )


def _is_long(table: Table) -> bool:
    return table.rows > _MANY or (table.rows >= _FEWEST and table.length > _LONG)


RULE = WordRule(
    code="W117",
    name="table-header-row-not-repeated",
    severity="warning",
    check=check,
    what=msg("Long tables whose first row is not repeated on every page."),
    why=msg(
        "On the second page nobody knows what the columns mean. The decree has no rule for tables."
    ),
    bad="Bảng dài 5 trang, dòng tiêu đề chỉ có ở trang đầu",
    good="Dòng tiêu đề của bảng lặp lại ở mỗi trang",
    source="",
)

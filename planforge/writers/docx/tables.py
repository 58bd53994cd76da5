"""Tables as WordprocessingML: fixed layout, repeated headings, merges made from the data."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from planforge.document import Paragraph, Run, Table, TableCell, TableColumn, TableRow, text_length
from planforge.writers.docx.paragraphs import ParagraphWriter, escape
from planforge.writers.docx.styles import PARAGRAPH_STYLES, TABLE

_EMPTY = f'<w:p><w:pPr><w:pStyle w:val="{PARAGRAPH_STYLES["cell"]}"/></w:pPr></w:p>'
_MERGES = {"": "", "start": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}
_LONG_CELL = 700
"""Characters of a cell from which its row may break over two pages instead of moving whole."""


def write_table(table: Table, width: int, paragraphs: ParagraphWriter) -> Iterator[str]:
    """Yield the table's XML row by row; ``width`` is the room between the margins in 1/20 point."""
    edges = _edges(table, width)
    columns = "".join([f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges)])
    headings = _row_cells(tuple(map(_heading, table.columns)), edges, paragraphs)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(headings)}</w:tr>"
    )
    for row in table.rows:
        yield _row(row, edges, paragraphs)
    yield "</w:tbl>"


def _edges(table: Table, width: int) -> list[int]:
    """Return where the columns begin and end that share ``width`` out."""
    total = sum(column.width for column in table.columns)
    shares = accumulate((column.width for column in table.columns), initial=0.0)
    return [round(width * share / total) for share in shares]


def _heading(column: TableColumn) -> TableCell:
    return TableCell((Paragraph("column_heading", (Run(column.heading),)),))


def _row(row: TableRow, edges: list[int], paragraphs: ParagraphWriter) -> str:
    cells = _row_cells(row.cells, edges, paragraphs, keep_next=row.kind == "group")
    # The XML of a cell is longer than its text, so most rows are known to be short from it alone.
    long = max(map(len, cells), default=0) > _LONG_CELL and any(map(_is_long, row.cells))
    properties = "" if long else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _row_cells(
    row: tuple[TableCell, ...],
    edges: list[int],
    paragraphs: ParagraphWriter,
    *,
    keep_next: bool = False,
) -> list[str]:
    cells: list[str] = []
    column = 0
    for cell in row:
        left, column = edges[column], column + cell.columns
        cells.append(_cell(cell, edges[column] - left, paragraphs, keep_next=keep_next))
    return cells


def _is_long(cell: TableCell) -> bool:
    return sum(map(text_length, cell.paragraphs)) > _LONG_CELL


def _cell(
    cell: TableCell, width: int, paragraphs: ParagraphWriter, *, keep_next: bool = False
) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    content = (
        "".join([paragraphs.write(paragraph, keep_next=keep_next) for paragraph in cell.paragraphs])
        or _EMPTY
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_MERGES[cell.merge]}</w:tcPr>'
        f"{content}</w:tc>"
    )

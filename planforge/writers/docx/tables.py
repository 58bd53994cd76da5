"""Tables as WordprocessingML: fixed layout, repeated headings, merges made from the data."""

from itertools import pairwise

from planforge.document import Paragraph, Run, Table, TableCell, TableRow, text_length
from planforge.writers.docx.paragraphs import ParagraphWriter, escape
from planforge.writers.docx.styles import PARAGRAPH_STYLES, TABLE

_EMPTY = f'<w:p><w:pPr><w:pStyle w:val="{PARAGRAPH_STYLES["cell"]}"/></w:pPr></w:p>'
_MERGES = {"": "", "start": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}
_LONG_CELL = 700
"""Characters of a cell from which its row may break over two pages instead of moving whole."""


def write_table(table: Table, width: int, paragraphs: ParagraphWriter) -> str:
    """Return the table's XML; ``width`` is the room between the margins in 1/20 point."""
    grid = _grid(table, width)
    columns = "".join([f'<w:gridCol w:w="{column}"/>' for column in grid])
    headings = "".join(
        [
            _cell(_heading(column.heading), str(size), paragraphs)
            for column, size in zip(table.columns, grid, strict=True)
        ]
    )
    rows = "".join([_row(row, grid, paragraphs) for row in table.rows])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{headings}</w:tr>{rows}</w:tbl>"
    )


def _grid(table: Table, width: int) -> list[int]:
    """Share ``width`` out among the columns, to the last twentieth of a point."""
    total = sum(column.width for column in table.columns)
    edges = [0]
    share = 0.0
    for column in table.columns:
        share += column.width
        edges.append(round(width * share / total))
    return [right - left for left, right in pairwise(edges)]


def _heading(text: str) -> TableCell:
    return TableCell((Paragraph("column_heading", (Run(text),)),))


def _row(row: TableRow, grid: list[int], paragraphs: ParagraphWriter) -> str:
    cells: list[str] = []
    column = 0
    for cell in row.cells:
        width = sum(grid[column : column + cell.columns])
        column += cell.columns
        cells.append(_cell(cell, str(width), paragraphs, keep_next=row.kind == "group"))
    # The XML of a cell is longer than its text, so most rows are known to be short from it alone.
    long = any(
        len(xml) > _LONG_CELL and _is_long(cell) for xml, cell in zip(cells, row.cells, strict=True)
    )
    properties = "" if long else "<w:trPr><w:cantSplit/></w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _is_long(cell: TableCell) -> bool:
    return sum(map(text_length, cell.paragraphs)) > _LONG_CELL


def _cell(
    cell: TableCell, width: str, paragraphs: ParagraphWriter, *, keep_next: bool = False
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

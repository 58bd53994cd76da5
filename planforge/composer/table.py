"""The table of an appendix: groups, tasks and lines to rows whose cells merge as the data say."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from planforge.composer.inlines import Inliner
from planforge.composer.widths import column_widths
from planforge.document import Merge, Paragraph, Role, Table, TableCell, TableColumn, TableRow
from planforge.model.appendix import Appendix, Column, Group, Line, Task
from planforge.model.numbering import (
    UNNUMBERED,
    Number,
    make_number,
    next_style,
    number_items,
    sub_task_style,
)
from planforge.model.text import Cell, Text
from planforge.vietnamese.headings import COLUMN_HEADINGS

_CENTERED = frozenset(("no", "deadline"))
_BLANK = TableCell()
_CONTINUED = TableCell(merge="continue")


class _Grid(Struct, frozen=True):
    """What every row of one table needs to know."""

    columns: tuple[Column, ...]
    inline: Inliner
    task_style: str
    group_column: bool
    number_column: bool


def compose_table(appendix: Appendix, inline: Inliner) -> Table:
    """Return the table of ``appendix``."""
    columns = appendix.printed_columns
    grid = _Grid(
        columns=columns,
        inline=inline,
        task_style=appendix.task_style,
        group_column=appendix.has_column("group"),
        number_column=appendix.has_column("no"),
    )
    rows = [
        *_group_rows(grid, appendix.groups, appendix.group_style, UNNUMBERED),
        *_task_rows(grid, appendix.tasks, grid.task_style, UNNUMBERED),
    ]
    return Table(
        title=appendix.title or appendix.label,
        columns=tuple(
            TableColumn(column.heading or COLUMN_HEADINGS.get(column.id, column.id), width)
            for column, width in zip(
                columns, column_widths(columns, rows, appendix.orientation), strict=True
            )
        ),
        rows=tuple(rows),
    )


def _group_rows(
    grid: _Grid, groups: tuple[Group, ...], style: str, parent: Number
) -> Iterator[TableRow]:
    for group, number in zip(groups, number_items(groups, style, parent), strict=True):
        inner = [
            *_group_rows(grid, group.groups, next_style(number.style), number),
            *_task_rows(grid, group.tasks, grid.task_style, number),
        ]
        if grid.group_column and not group.groups:
            yield from _beside(grid, group, inner)
        else:
            yield _heading_row(grid, group, number)
            yield from inner


def _heading_row(grid: _Grid, group: Group, number: Number) -> TableRow:
    title = grid.inline(group.title)
    width = len(grid.columns)
    if grid.number_column and grid.columns[0].id == "no" and width > 1:
        label = Paragraph("group_number", (), number.label)
        return TableRow(
            (TableCell((label,)), TableCell((Paragraph("group", title),), width - 1)), "group"
        )
    return TableRow((TableCell((Paragraph("group", title, number.label),), width),), "group")


def _beside(grid: _Grid, group: Group, rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Put the group's title into the group column, merged down all rows of the group."""
    index = next(i for i, column in enumerate(grid.columns) if column.id == "group")
    title = TableCell((Paragraph("group", grid.inline(group.title)),), merge=_merge(0, len(rows)))
    for position, row in enumerate(rows or [_blank_row(grid)]):
        cell = title if position == 0 else _CONTINUED
        yield TableRow((*row.cells[:index], cell, *row.cells[index + 1 :]), row.kind)


def _blank_row(grid: _Grid) -> TableRow:
    return TableRow((_BLANK,) * len(grid.columns))


def _merge(position: int, count: int) -> Merge:
    if position:
        return "continue"
    return "start" if count > 1 else ""


def _task_rows(
    grid: _Grid, tasks: tuple[Task, ...], usual: str, parent: Number
) -> Iterator[TableRow]:
    for task, number in zip(tasks, number_items(tasks, usual, parent), strict=True):
        yield from _lines(grid, task, number)
        yield from _task_rows(grid, task.tasks, sub_task_style(number.style), number)


def _lines(grid: _Grid, task: Task, number: Number) -> Iterator[TableRow]:
    if not task.lines:
        yield TableRow(tuple([_only_cell(grid, column, task, number) for column in grid.columns]))
        return
    columns = [_column_cells(grid, column, task, number) for column in grid.columns]
    for cells in zip(*columns, strict=True):
        yield TableRow(cells)


def _only_cell(grid: _Grid, column: Column, task: Task, number: Number) -> TableCell:
    """Return the cell of a task of one line: nothing to merge, and most tasks are like this."""
    name = column.id
    if name == "no":
        return _number_cell(number)
    value = None if name == "group" else _cell(task, name)
    if not value:
        return _BLANK
    label = number.label if name == "task" and not grid.number_column else ""
    return TableCell(_paragraphs(grid.inline, name, value, label))


def _number_cell(number: Number, merge: Merge = "") -> TableCell:
    label = Paragraph("cell_centered", (), number.label)
    return TableCell((label,) if number.label else (), merge=merge)


def _column_cells(grid: _Grid, column: Column, task: Task, number: Number) -> list[TableCell]:
    """Return the cells of one column down the lines of one task."""
    if column.id == "group":
        return [_BLANK] * len(task.lines)
    if column.id == "no":
        first = _number_cell(number, _merge(0, len(task.lines)))
        return [first, *[_CONTINUED] * (len(task.lines) - 1)]
    given = _given(column.id, task)
    labels = _labels(grid, column, task.lines, number)
    return [
        _CONTINUED
        if value is None and index
        else TableCell(
            _paragraphs(grid.inline, column.id, value or (), label),
            merge="start" if given[index + 1 : index + 2] == [None] else "",
        )
        for index, (value, label) in enumerate(zip(given, labels, strict=True))
    ]


def _given(name: str, task: Task) -> list[Cell]:
    """Return what each line gives for a column; what stands on the task fills the first."""
    own = _cell(task, name)
    cells = [_cell(line, name) for line in task.lines]
    if name == "task":
        cells[0] = (own or ()) + (cells[0] or ())
    elif cells[0] is None:
        cells[0] = own
    return cells


def _cell(record: Task | Line, name: str) -> Cell:
    return record.cells[name] if name in record.cells else getattr(record, name, None)


def _labels(grid: _Grid, column: Column, lines: tuple[Line, ...], number: Number) -> Iterable[str]:
    """Return the number printed inside each cell of a column that has numbers."""
    if column.id == "task":
        return [*([] if grid.number_column else [number.label]), *[""] * len(lines)][: len(lines)]
    if not column.style:
        return [""] * len(lines)
    several = len(lines) > 1
    return [
        make_number(column.style, index, number, line.number).label
        if several or line.number
        else ""
        for index, line in enumerate(lines, 1)
    ]


def _paragraphs(inline: Inliner, name: str, text: Text, label: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell, ``label`` before the first one."""
    plain: Role = "cell_centered" if name in _CENTERED and len(text) == 1 else "cell"
    paragraphs: list[Paragraph] = []
    before = label
    for paragraph in text:
        mark = paragraph.mark
        number = f"{before} {mark}" if before and mark else before or mark
        role: Role = "cell_dash" if mark else plain
        paragraphs.append(Paragraph(role, inline(paragraph.text), number))
        before = ""
    return tuple(paragraphs)

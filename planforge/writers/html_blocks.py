"""Paragraphs, footnotes and tables as HTML."""

import re
from collections.abc import Iterator
from html import escape

from planforge.document import (
    Block,
    Document,
    Inline,
    Inlines,
    Link,
    Mark,
    NoteCall,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)

_FIRST_HEADING = 2
"""The heading of outline level 0; the title of a part is the heading above it."""

_LAST_HEADING = 6
_LONG_CELL = 800
"""Length of a cell's markup from which its row may break over two pages, not move whole."""

_MARKS = {"removed": "del", "added": "ins"}
_SPACE = re.compile(r"\s")


class BlockWriter:
    """Writes the blocks of one document, and the footnotes called since they were last written."""

    def __init__(self, document: Document) -> None:
        self._notes = document.footnotes
        self._called = 0
        self._noted = 0
        self._anchors = frozenset(
            block.anchor
            for part in document.parts
            for block in part.blocks
            if isinstance(block, Paragraph)
        )

    def write(self, block: Block) -> str:
        """Return the block's markup, ended by a newline."""
        return self._paragraph(block) if isinstance(block, Paragraph) else self._table(block)

    def write_called_notes(self) -> str:
        """Return the list of the footnotes called since the last list; "" where there are none.

        A footnote may call the next ones, which then follow it.
        """
        items: list[str] = []
        while self._noted < self._called:
            self._noted += 1
            items.append(self._note(self._noted, self._notes[self._noted - 1]))
        if not items:
            return ""
        return (
            '<section class="footnotes" aria-label="Chú thích">\n'
            f'<ol role="list">\n{"".join(items)}</ol>\n</section>\n'
        )

    def _note(self, number: int, note: Inlines) -> str:
        return (
            f'<li><div id="note-{number}" role="doc-footnote">'
            f'<sup><a href="#call-{number}" role="doc-backlink"'
            f' aria-label="Về chỗ gọi chú thích {number}">{number}</a></sup>'
            f" {self._inlines(note)}</div></li>\n"
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        anchor = f' id="{_identifier(paragraph.anchor)}"' if paragraph.anchor else ""
        tag, level = _heading(paragraph.outline)
        return (
            f'<{tag} class="{paragraph.role}"{anchor}{level}>{self._content(paragraph)}</{tag}>\n'
        )

    def _content(self, paragraph: Paragraph) -> str:
        content = self._inlines(paragraph.inlines)
        if not paragraph.number:
            return content
        space = " " if content else ""
        return f"{escape(paragraph.number)}{space}{content}"

    def _inlines(self, inlines: Inlines) -> str:
        return "".join([self._inline(inline) for inline in inlines])

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, NoteCall):
            return self._call(inline.number)
        text = escape(inline.text)
        if isinstance(inline, Link) and inline.target in self._anchors:
            text = f'<a href="#{_identifier(inline.target)}">{text}</a>'
        text = _emphasized(inline, text)
        return _marked(inline.mark, text) if isinstance(inline, Run) and inline.mark else text

    def _call(self, number: int) -> str:
        self._called = max(self._called, number)
        return (
            f'<sup><a id="call-{number}" href="#note-{number}" role="doc-noteref"'
            f' aria-label="Chú thích {number}">{number}</a></sup>'
        )

    def _table(self, table: Table) -> str:
        title = escape(table.title)
        return (
            f'<div class="scroll" role="region" aria-label="Bảng: {title}" tabindex="0">\n'
            f'<table>\n<caption><span class="unseen">{title}</span></caption>\n'
            f"<colgroup>{_column_widths(table.columns)}</colgroup>\n"
            f"<thead>\n<tr>{_column_headings(table.columns)}</tr>\n</thead>\n"
            f"<tbody>\n{''.join(self._rows(table.rows))}</tbody>\n</table>\n</div>\n"
        )

    def _rows(self, rows: tuple[TableRow, ...]) -> Iterator[str]:
        """Yield the rows; a group begins a body of its own unless a cell reaches into it."""
        for index, (row, spans) in enumerate(zip(rows, row_spans(rows), strict=True)):
            if index and row.kind == "group" and all(spans):
                yield "</tbody>\n<tbody>\n"
            yield self._row(row, spans)

    def _row(self, row: TableRow, spans: list[int]) -> str:
        group = row.kind == "group"
        tags = ["td"] * len(row.cells)
        if group and tags:
            tags[-1] = 'th scope="rowgroup"'
        cells = [
            self._cell(cell, span, tag)
            for cell, span, tag in zip(row.cells, spans, tags, strict=True)
            if span
        ]
        name = "group" if group else "long" if max(map(len, cells), default=0) > _LONG_CELL else ""
        opening = f'<tr class="{name}">' if name else "<tr>"
        return f"{opening}{''.join(cells)}</tr>\n"

    def _cell(self, cell: TableCell, rows: int, tag: str) -> str:
        columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        reach = f' rowspan="{rows}"' if rows > 1 else ""
        content = "".join([self._paragraph(paragraph) for paragraph in cell.paragraphs])
        name, _, _ = tag.partition(" ")
        return f"<{tag}{columns}{reach}>{content.rstrip()}</{name}>"


def _heading(outline: int | None) -> tuple[str, str]:
    """Return the tag of an outline level and the attribute of one too deep for HTML's headings."""
    if outline is None:
        return "p", ""
    level = outline + _FIRST_HEADING
    if level <= _LAST_HEADING:
        return f"h{level}", ""
    return f"h{_LAST_HEADING}", f' aria-level="{level}"'


def _emphasized(inline: Run | Link, text: str) -> str:
    text = f"<em>{text}</em>" if inline.italic else text
    if inline.plain and not inline.bold:
        text = f'<span class="plain">{text}</span>'
    return f"<strong>{text}</strong>" if inline.bold else text


def _marked(mark: Mark, text: str) -> str:
    return f"<{_MARKS[mark]}>{text}</{_MARKS[mark]}>"


def _column_widths(columns: tuple[TableColumn, ...]) -> str:
    total = sum(column.width for column in columns)
    return "".join([f'<col style="width: {column.width / total:.2%}">' for column in columns])


def _column_headings(columns: tuple[TableColumn, ...]) -> str:
    return "".join(
        [f'<th scope="col" class="column_heading">{escape(c.heading)}</th>' for c in columns]
    )


def row_spans(rows: tuple[TableRow, ...]) -> list[list[int]]:
    """Return over how many rows each cell reaches; 0 for a cell merged with the one above.

    A cell that claims to be merged with the one above stands by itself in the first row.
    """
    below: dict[int, int] = {}
    spans: list[list[int]] = []
    for index in range(len(rows) - 1, -1, -1):
        reach, below = below, {}
        column = 0
        spans.append([])
        for cell in rows[index].cells:
            rows_deep = reach.get(column, 0) + 1
            merged = cell.merge == "continue" and index > 0
            if merged:
                below[column] = rows_deep
            spans[-1].append(0 if merged else rows_deep)
            column += cell.columns
    spans.reverse()
    return spans


def _identifier(anchor: str) -> str:
    """Return the id of an anchor, apart from the page's own ids; an id holds no space."""
    return escape("muc-" + _SPACE.sub("_", anchor))

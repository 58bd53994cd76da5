"""The document as plain text: to read in a terminal, and to hold against in tests.

Cells of a row are divided by `` | ``; a cell merged with the one above prints ``↑``. A footnote
call prints ``[n]``, its text stands at the end of the part. Words marked as removed or added
stand in ``[-…-]`` and ``{+…+}``.
"""

from collections.abc import Iterator

from planforge.document import (
    Block,
    Closing,
    Document,
    Inline,
    Inlines,
    Letterhead,
    NoteCall,
    Paragraph,
    Part,
    Run,
    Table,
    TableCell,
    TableRow,
    Title,
)

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_INDENTS = {"subheading": 1, "point": 2, "body": 2, "dash": 3, "plus": 4}
_MARKS = {"": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}


def write_outline(document: Document) -> str:
    """Return the whole document as text, ended by a newline."""
    lines: list[str] = []
    for part in document.parts:
        if lines:
            lines += ["", "=" * 72, ""]
        lines += _part(part)
    if document.footnotes:
        lines += ["", "-" * 20]
        lines += [f"[{n}] {inline_text(note)}" for n, note in enumerate(document.footnotes, 1)]
    return "\n".join(lines) + "\n"


def inline_text(inlines: Inlines) -> str:
    """Return the text of ``inlines``; a footnote call is its number in brackets."""
    return "".join([_inline(inline) for inline in inlines])


def _inline(inline: Inline) -> str:
    if isinstance(inline, NoteCall):
        return f"[{inline.number}]"
    if isinstance(inline, Run) and inline.mark:
        opening, closing = _MARKS[inline.mark]
        return f"{opening}{inline.text}{closing}"
    return inline.text


def paragraph_text(paragraph: Paragraph) -> str:
    """Return a paragraph as it is printed, number first."""
    text = inline_text(paragraph.inlines)
    return f"{paragraph.number} {text}".strip() if paragraph.number else text


def _part(part: Part) -> Iterator[str]:
    if part.letterhead:
        yield from _letterhead(part.letterhead)
    if part.title:
        yield from _title(part.title)
    for block in part.blocks:
        yield from _block(block)
    if part.closing:
        yield from _closing(part.closing)


def _letterhead(head: Letterhead) -> Iterator[str]:
    yield from (*head.parent, *head.issuer, NATIONAL_TITLE, MOTTO)
    if head.number:
        yield from (f"Số: {head.number}", head.place_date)


def _title(title: Title) -> Iterator[str]:
    yield from ("", title.type, title.subject)
    if title.note:
        yield title.note
    yield ""


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        if block.outline == 0:
            yield ""
        yield "  " * _INDENTS.get(block.role, 0) + paragraph_text(block)
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield ""
    yield " | ".join(column.heading for column in table.columns)
    for row in table.rows:
        yield _row(row)


def _row(row: TableRow) -> str:
    return " | ".join(_cell(cell) for cell in row.cells).rstrip()


def _cell(cell: TableCell) -> str:
    if cell.merge == "continue":
        return "↑"
    return " ".join(paragraph_text(paragraph) for paragraph in cell.paragraphs)


def _closing(closing: Closing) -> Iterator[str]:
    yield from ("", "Nơi nhận:", *closing.recipients, "", *closing.authority, closing.title)
    if closing.other_title:
        yield closing.other_title
    yield closing.name

"""The document: what every writer writes and no writer changes.

Blocks name roles, never fonts; numbers, capitals and marks are already text. A document is a
row of parts, each with page numbers of its own: the plan, or a decision and the plan attached
to it, then the appendices. The tree holds no cycles, so the garbage collector need not look.
"""

from typing import Literal

from msgspec import Struct

Role = Literal[
    "authority",  # who decides, above the bases of a decision
    "basis",  # căn cứ
    "article",  # điều
    "body",
    "dash",
    "plus",
    "part",  # Phần I, on a line of its own
    "part_title",
    "heading",  # Mục: I.
    "subheading",  # Khoản: 1.
    "point",  # Điểm: a)
    "appendix_label",
    "appendix_title",
    "appendix_note",
    "column_heading",
    "group",
    "group_number",
    "cell",
    "cell_centered",
    "cell_dash",
]


Mark = Literal["", "removed", "added"]


class Run(Struct, frozen=True, gc=False):
    """Text of one look; ``plain`` sets it off from a bold heading.

    ``mark`` tells words that stand in one of two compared texts only: in the old or the new one.
    """

    text: str
    bold: bool = False
    italic: bool = False
    plain: bool = False
    mark: Mark = ""


class Link(Struct, frozen=True, gc=False):
    """A reference to the paragraph whose anchor is ``target``, printed as ``text``."""

    text: str
    target: str
    bold: bool = False
    italic: bool = False
    plain: bool = False


class NoteCall(Struct, frozen=True, gc=False):
    """The call of footnote ``number``, from 1."""

    number: int


Inline = Run | Link | NoteCall
Inlines = tuple[Inline, ...]


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph; ``number`` is printed before it and followed by a space.

    ``outline`` is its level in the navigation pane, from 0; None is running text. ``anchor`` is
    the name links refer to, "" for none.
    """

    role: Role
    inlines: Inlines
    number: str = ""
    outline: int | None = None
    anchor: str = ""


def text_length(paragraph: Paragraph) -> int:
    """Return the number of characters in a paragraph, its number and footnote calls aside."""
    length = 0
    for inline in paragraph.inlines:
        if not isinstance(inline, NoteCall):
            length += len(inline.text)
    return length


Merge = Literal["", "start", "continue"]


class TableCell(Struct, frozen=True, gc=False):
    """A cell that spans ``columns``; ``merge`` says how it joins the cells above and below."""

    paragraphs: tuple[Paragraph, ...] = ()
    columns: int = 1
    merge: Merge = ""


class TableRow(Struct, frozen=True, gc=False):
    """A row; ``kind`` is ``group`` for a heading across the table."""

    cells: tuple[TableCell, ...]
    kind: Literal["group", "task"] = "task"


class TableColumn(Struct, frozen=True, gc=False):
    """A column; widths are shares of the table's width."""

    heading: str
    width: float


class Table(Struct, frozen=True, gc=False):
    """A table whose column headings are repeated on every page; ``title`` names it to readers."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


Block = Paragraph | Table


class Letterhead(Struct, frozen=True, gc=False):
    """The top of a first page; ``number`` and ``place_date`` are "" on an attached plan."""

    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str = ""
    place_date: str = ""


class Title(Struct, frozen=True, gc=False):
    """Type of document and subject; ``note`` is the line “(Kèm theo …)” or ""."""

    type: str
    subject: str
    note: str = ""


class Closing(Struct, frozen=True, gc=False):
    """Nơi nhận, line by line with its marks, and the signature."""

    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    title: str
    other_title: str
    name: str


class Part(Struct, frozen=True, kw_only=True, gc=False):
    """A run of pages with its own page numbers."""

    kind: Literal["plan", "decision", "attachment", "appendix", "comparison"]
    letterhead: Letterhead | None = None
    title: Title | None = None
    blocks: tuple[Block, ...] = ()
    closing: Closing | None = None
    landscape: bool = False


class Document(Struct, frozen=True, kw_only=True, gc=False):
    """A whole document; footnotes are in the order in which they are called."""

    title: str
    author: str
    parts: tuple[Part, ...]
    footnotes: tuple[Inlines, ...] = ()

"""The text of a template: its paragraphs, each with its place as a person finds it in Word."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from string import digits
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from planforge.findings import Message, msg
from planforge.writers.docx.checking.package import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONGEST_EXCERPT = 48
_ELSEWHERE = {
    "box": msg("Text box"),
    "header": msg("Page header"),
    "footer": msg("Page footer"),
    "notes": msg("Notes"),
}


class Paragraph(Struct, frozen=True):
    """A paragraph's text and place.

    ``section`` is 0 in page headers and footers. ``cell``, ``row`` and ``table`` are the ids of
    the innermost that hold it, 0 for none; a text box counts as a cell without a row.
    """

    text: str
    where: Message
    section: int
    cell: int
    row: int
    table: int


class Section(Struct, frozen=True):
    """A section: its number from 1, its paragraphs and its page setup."""

    number: int
    paragraphs: tuple[Paragraph, ...]
    setup: Element


class _Place(Struct, frozen=True):
    """Where the eye looks: ``kind`` is body, table, box, or the name of another part."""

    kind: str
    table: int = 0
    row: int = 0
    cell: int = 0


class _Spot(Struct, frozen=True):
    """What surrounds an element; ``texts`` collects the text of its paragraph."""

    place: _Place
    section: int = 0
    cell: int = 0
    row: int = 0
    table: int = 0
    texts: list[str] | None = None


class _Draft(Struct):
    spot: _Spot
    number: int
    texts: list[str]


def read_sections(root: Element) -> list[Section]:
    """Return the sections of a document, divided as the writer divides them.

    What follows the last page setup is a section with an empty one.
    """
    reader = _Reader()
    sections: list[Section] = []
    drafts: list[_Draft] = []
    for block in root.iterfind(f"{W}body/*"):
        number = len(sections) + 1
        drafts += reader.read(block, _Spot(_Place("body"), number))
        setup = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if setup is not None:
            sections.append(Section(number, _finished(drafts), setup))
            drafts = []
    if drafts:
        sections.append(Section(len(sections) + 1, _finished(drafts), Element(f"{W}sectPr")))
    return sections


def read_part(part: str, root: Element) -> tuple[Paragraph, ...]:
    """Return the paragraphs of another part of the file: a page header, a footer, notes."""
    kind = part.removeprefix("word/").removesuffix(".xml").rstrip(digits)
    return _finished(_Reader().read(root, _Spot(_Place(kind))))


def _finished(drafts: Iterable[_Draft]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            text=(text := "".join(draft.texts)),
            where=_where(draft.spot.place, draft.number, text),
            section=draft.spot.section,
            cell=draft.spot.cell,
            row=draft.spot.row,
            table=draft.spot.table,
        )
        for draft in drafts
    )


def _where(place: _Place, number: int, text: str) -> Message:
    shown = excerpt(text)
    if place.kind == "table":
        return msg(
            "Table {table}, row {row}, cell {cell}: “{text}”",
            table=place.table, row=place.row, cell=place.cell, text=shown,
        )  # fmt: skip
    if place.kind == "body":
        return msg("Paragraph {number}: “{text}”", number=number, text=shown)
    kind = _ELSEWHERE.get(place.kind, _ELSEWHERE["notes"])
    return msg("{place}: “{text}”", place=kind, text=shown)


def excerpt(text: str) -> str:
    """Return ``text`` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 2] + " …"


class _Reader:
    """Walks a part in the order of the text, counting paragraphs, tables, rows and cells."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._drafts: list[_Draft] = []
        self._paragraphs = self._tables = self._rows = self._cells = 0
        self._entering: dict[str, Callable[[_Spot], _Spot]] = {
            f"{W}p": self._enter_paragraph,
            f"{W}tbl": self._enter_table,
            f"{W}tr": self._enter_row,
            f"{W}tc": self._enter_cell,
            f"{W}txbxContent": self._enter_box,
        }

    def read(self, block: Element, spot: _Spot) -> list[_Draft]:
        """Return the paragraphs in ``block``, whose surroundings are ``spot``."""
        self._drafts = []
        for element, around in self._walk(block, spot):
            if element.tag == f"{W}t" and around.texts is not None:
                around.texts.append(element.text or "")
        return self._drafts

    def _walk(self, block: Element, spot: _Spot) -> Iterator[tuple[Element, _Spot]]:
        pending = [(block, spot)]
        while pending:
            element, around = pending.pop()
            if element.tag == _FALLBACK:
                continue  # a second copy of a text box, for older programs
            enter = self._entering.get(element.tag)
            inner = enter(around) if enter else around
            yield element, inner
            pending.extend((child, inner) for child in reversed(element))

    def _enter_paragraph(self, spot: _Spot) -> _Spot:
        self._paragraphs += spot.place.kind == "body"
        texts: list[str] = []
        self._drafts.append(_Draft(spot, self._paragraphs, texts))
        return replace(spot, texts=texts)

    def _enter_table(self, spot: _Spot) -> _Spot:
        inner = replace(spot, table=next(self._ids))
        if spot.place.kind != "body":
            return inner
        self._tables += 1
        self._rows = 0
        return replace(inner, place=_Place("table", self._tables))

    def _enter_row(self, spot: _Spot) -> _Spot:
        inner = replace(spot, row=next(self._ids))
        if spot.place.kind != "table" or spot.place.row:
            return inner
        self._rows += 1
        self._cells = 0
        return replace(inner, place=replace(spot.place, row=self._rows))

    def _enter_cell(self, spot: _Spot) -> _Spot:
        inner = replace(spot, cell=next(self._ids))
        if spot.place.kind != "table" or spot.place.cell:
            return inner
        self._cells += 1
        return replace(inner, place=replace(spot.place, cell=self._cells))

    def _enter_box(self, spot: _Spot) -> _Spot:
        place = _Place("box") if spot.place.kind in ("body", "table") else spot.place
        return replace(spot, place=place, cell=next(self._ids), row=0, table=0)

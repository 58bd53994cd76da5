"""The package read from its first paragraph to its last: lines, tables, sections."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from planforge.linter.wordfile.lines import Line, Place, Run, make_lines
from planforge.linter.wordfile.package import Package
from planforge.linter.wordfile.sections import Section, make_section
from planforge.linter.wordfile.styles import Styles
from planforge.linter.wordfile.wordml import (
    EMU_PER_POINT,
    R,
    W,
    attribute,
    child,
    is_on,
    number,
)

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NOT_PRINTED = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "drawing", "pict")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    f"{W}object",
}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_PAGE = re.compile(r"\bPAGE\b")
_FLAT = 2 * EMU_PER_POINT
"""A drawing lower than this is a line."""


class Table(Struct, frozen=True):
    """A table: rows, characters in it, and whether its first row is repeated on each page."""

    number: int
    section: int
    rows: int
    length: int
    repeats_heading: bool


class WordDocument(Struct, frozen=True):
    """A Word file as its reader sees it; ``lines`` include blank ones.

    ``boxed``: text stands in text boxes too, which are not read.
    """

    lines: list[Line]
    tables: list[Table]
    sections: list[Section]
    boxed: bool


def read_word_document(package: Package) -> WordDocument:
    """Return the lines, tables and sections of a package."""
    return _Reader(package).read()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles, package.theme)
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._sections: list[Section] = []
        self._paragraphs = 0

    def read(self) -> WordDocument:
        body = self._package.body
        for block in _blocks(body):
            if block.tag == f"{W}tbl":
                self._read_table(block)
                continue
            self._read_paragraph(block)
            setup = child(child(block, "pPr"), "sectPr")
            if setup is not None:
                self._end_section(setup)
        self._end_section(child(body, "sectPr"))
        boxed = next(body.iter(f"{W}txbxContent"), None) is not None
        return WordDocument(self._lines, self._tables, self._sections, boxed)

    @property
    def _section(self) -> int:
        return len(self._sections) + 1

    def _read_paragraph(self, paragraph: Element) -> None:
        self._paragraphs += any(text.text for text in paragraph.iter(f"{W}t"))
        place = Place(self._section, self._paragraphs)
        self._lines += self._lines_of(paragraph, None, place)

    def _read_table(self, table: Element) -> None:
        before, rows = len(self._lines), list(_within(table, "tr"))
        place = len(self._tables) + 1
        for row_number, row in enumerate(rows, 1):
            for cell_number, cell in enumerate(_within(row, "tc"), 1):
                where = Place(self._section, 0, place, row_number, cell_number)
                bordered = _is_ruled_below(child(child(cell, "tcPr"), "tcBorders"))
                for paragraph in cell.iter(f"{W}p"):
                    self._lines += self._lines_of(paragraph, table, where, bordered=bordered)
        heading = child(child(rows[0], "trPr"), "tblHeader") if rows else None
        self._tables.append(
            Table(
                number=place,
                section=self._section,
                rows=len(rows),
                length=sum(len(line.text) for line in self._lines[before:]),
                repeats_heading=heading is not None and is_on(heading),
            )
        )

    def _lines_of(
        self, paragraph: Element, table: Element | None, place: Place, *, bordered: bool = False
    ) -> list[Line]:
        runs = tuple(self._runs(paragraph, paragraph, table))
        drawn = any(next(paragraph.iter(tag), None) is not None for tag in _DRAWN)
        own = _is_ruled_below(child(child(paragraph, "pPr"), "pBdr"))
        model = Line(
            text="",
            runs=(),
            layout=self._styles.layout(paragraph, table),
            place=place,
            ruled=drawn or own or bordered,
            rule=_rule_length(paragraph),
            paged=_holds_page_number(paragraph),
        )
        return make_lines(runs, model)

    def _runs(self, element: Element, paragraph: Element, table: Element | None) -> Iterator[Run]:
        for part in element:
            if part.tag == f"{W}r":
                text = "".join(_texts(part))
                look = self._styles.look(part, paragraph, table) if text else None
                if look is not None and not look.hidden:
                    yield Run(text, look)
            elif part.tag not in _NOT_PRINTED:
                yield from self._runs(part, paragraph, table)

    def _end_section(self, setup: Element | None) -> None:
        last = self._sections[-1] if self._sections else None
        tables = sum(table.section == self._section for table in self._tables)
        own_headers = self._frames(setup, "header", self._package.headers)
        own_footers = self._frames(setup, "footer", self._package.footers)
        self._sections.append(
            make_section(
                setup,
                (self._section, tables),
                {**(last.headers if last else {}), **own_headers},
                {**(last.footers if last else {}), **own_footers},
            )
        )

    def _frames(
        self, setup: Element | None, kind: str, parts: dict[str, Element]
    ) -> dict[str, list[Line]]:
        """Return the lines of a section's own headers or footers; others it has from the last."""
        calls = [] if setup is None else setup.findall(f"{W}{kind}Reference")
        return {
            attribute(call, "type") or "default": self._lines_under(parts[called])
            for call in calls
            if (called := call.get(f"{R}id", "")) in parts
        }

    def _lines_under(self, root: Element) -> list[Line]:
        place = Place(self._section)
        paragraphs = root.iter(f"{W}p")
        return [line for p in paragraphs for line in self._lines_of(p, None, place)]


def _blocks(element: Element) -> Iterator[Element]:
    """Yield paragraphs and tables in order, also those in content controls."""
    for part in element:
        if part.tag in (f"{W}p", f"{W}tbl"):
            yield part
        elif part.tag not in (f"{W}sectPr", f"{W}sdtPr", f"{W}del", f"{W}moveFrom"):
            yield from _blocks(part)


def _within(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for part in element:
        if part.tag == f"{W}{name}":
            yield part
        elif part.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _within(part, name)


def _texts(run: Element) -> Iterator[str]:
    for part in run:
        if part.tag == f"{W}t":
            yield part.text or ""
        elif part.tag in _CHARACTERS and attribute(part, "type") not in ("page", "column"):
            yield _CHARACTERS[part.tag]
        elif part.tag == f"{W}instrText" and _PAGE.search(part.text or ""):
            yield "1"  # so that the field has a look even where its result was never filled in


def _holds_page_number(paragraph: Element) -> bool:
    codes: Iterable[str] = (
        *(code.text or "" for code in paragraph.iter(f"{W}instrText")),
        *(attribute(field, "instr") for field in paragraph.iter(f"{W}fldSimple")),
    )
    return any(_PAGE.search(code) for code in codes)


def _is_ruled_below(borders: Element | None) -> bool:
    return attribute(child(borders, "bottom")) not in ("", "nil", "none")


def _rule_length(paragraph: Element) -> float | None:
    """Return the length in points of the one line drawn in a paragraph, None where unsure."""
    extents = list(paragraph.iter(f"{_DRAWING}extent"))
    if len(extents) != 1 or (number(extents[0].get("cy", "")) or 0) > _FLAT:
        return None
    length = number(extents[0].get("cx", ""))
    return None if length is None else length / EMU_PER_POINT

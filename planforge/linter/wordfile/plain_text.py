"""The words of a Word file as plain text: to read without Word, and to compare in git."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from planforge.findings import Message
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.package import open_word_file
from planforge.linter.wordfile.reading import WordDocument, read_word_document
from planforge.linter.wordfile.sections import Section
from planforge.linter.wordfile.wordml import W, attribute
from planforge.untrusted import LARGEST, UNREADABLE, parse_xml, unpack

_NOTES = "word/footnotes.xml"
_ROWS_OF_LAYOUT = 2
"""A table this low only sets words side by side, as over the title and at the signature."""

_TEXT_BOX = "[…]"
"""Stands at the end where words are in text boxes, which are not read."""


def word_text(data: bytes, name: str) -> str | Message:
    """Return the text of the Word file ``data``, or why it cannot be read.

    A paragraph is a line; of a table, a row is a line, its cells divided by `` | ``. Page headers
    and footers stand behind the text, page numbers left out, and then the footnotes. Numbers that
    Word counts itself are not in the file.
    """
    package = open_word_file(data, name)
    if isinstance(package, Message):
        return package
    document = read_word_document(package)
    lines = [*_body(document), *_frames(document.sections), *_footnotes(data)]
    if document.boxed:
        lines.append(_TEXT_BOX)
    return "".join(f"{line}\n" for line in _without_gaps(lines))


def _body(document: WordDocument) -> Iterator[str]:
    layout = {table.number for table in document.tables if table.rows <= _ROWS_OF_LAYOUT}
    for (table, row), found in groupby(document.lines, key=_row):
        if row == 1:
            yield ""
        if not table or table in layout:
            yield from (line.text for line in found if line.text or not table)
        else:
            yield " | ".join(map(_cell, _cells(found))).rstrip(" |")


def _row(line: Line) -> tuple[int, int]:
    return line.place.table, line.place.row


def _cells(row: Iterable[Line]) -> Iterator[Iterable[Line]]:
    for _number, cell in groupby(row, key=lambda line: line.place.cell):
        yield cell


def _cell(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines if line.text)


def _frames(sections: Sequence[Section]) -> Iterator[str]:
    """Yield what is printed over and under the pages, each line once."""
    frames = (frame for section in sections for frame in (section.headers, section.footers))
    lines = (line for frame in frames for found in frame.values() for line in found)
    yield ""
    yield from dict.fromkeys(line.text for line in lines if line.text and not line.paged)


def _footnotes(data: bytes) -> Iterator[str]:
    """Yield the footnotes, numbered as they stand in the file."""
    yield ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo(_NOTES)
            notes = parse_xml(unpack(archive, entry)) if entry.file_size <= LARGEST else None
    except (*UNREADABLE, KeyError):
        return
    found = () if notes is None else notes.iter(f"{W}footnote")
    for number, note in enumerate((note for note in found if not attribute(note, "type")), 1):
        yield f"[{number}] {_words(note)}"


def _words(note: Element) -> str:
    return " ".join("".join(text.text or "" for text in note.iter(f"{W}t")).split())


def _without_gaps(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with no blank one at the start or the end, and never two."""
    gap = started = False
    for line in lines:
        if line:
            if gap and started:
                yield ""
            yield line
            started = True
        gap = not line

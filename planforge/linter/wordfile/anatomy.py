"""The document as the decree sees it: which line is which element.

Elements are known by content and position, never by the names of styles: whoever made the file
has named them as he liked. What cannot be told for sure is left out.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from planforge.linter.wordfile.appendices import Appendix, find_appendices
from planforge.linter.wordfile.closing import Closing, find_closing
from planforge.linter.wordfile.letterhead import Letterhead, Title, find_letterhead, find_title
from planforge.linter.wordfile.lines import Line, fold
from planforge.linter.wordfile.reading import WordDocument
from planforge.vietnamese.roman import parse_roman

_ROMAN = re.compile(r"(?P<number>[IVXLC]+)\.\s+\S")
_ARTICLE = re.compile(r"Điều \d+[.:]?\s")
_CLAUSE = re.compile(r"\d{1,2}\.\s+\S")
_DIVISION = re.compile(r"(Phần|Chương|Mục) ([IVXLC]+|\d+|thứ \w+)\.?", re.IGNORECASE)
_LONGEST_HEADING = 200
_SHORTEST_TEXT = 40
"""Characters from which a paragraph is running text and not a label or a signature."""


class Headings(Struct, frozen=True):
    """The headings of the main text by level; a division is “Phần I” with its title below."""

    divisions: tuple[Line, ...] = ()
    division_titles: tuple[Line, ...] = ()
    sections: tuple[Line, ...] = ()
    articles: tuple[Line, ...] = ()
    clauses: tuple[Line, ...] = ()


class Anatomy(Struct, frozen=True):
    """A Word file with its elements named; ``text`` is the running text outside tables."""

    document: WordDocument
    letterhead: Letterhead
    title: Title
    headings: Headings
    text: tuple[Line, ...]
    last_text: Line | None
    closing: Closing
    appendices: list[Appendix]

    @property
    def is_document(self) -> bool:
        """Whether it is a document with a letterhead, and no appendix or draft without."""
        return self.letterhead.nation is not None


def make_anatomy(document: WordDocument) -> Anatomy:
    """Return the elements of a document."""
    lines = document.lines
    letterhead = find_letterhead(lines)
    title = find_title(lines, letterhead.end)
    start = max(letterhead.end, title.end)
    closing = find_closing(lines, start)
    appendices = find_appendices(lines, start)
    end = min([len(lines), *(appendix.start for appendix in appendices)])
    bases = set(map(id, title.bases))
    main = [line for line in lines[start:end] if line.text and not line.place.table]
    main = [line for line in main if id(line) not in bases]
    headings = _headings(main)
    known = {id(line) for level in _levels(headings) for line in level}
    outside = {id(line) for line in (*closing.authority, *closing.listed)}
    before = [line for line in lines[start : closing.start] if line.text]
    return Anatomy(
        document=document,
        letterhead=letterhead,
        title=title,
        headings=headings,
        text=tuple(line for line in main if id(line) not in known | outside and _is_running(line)),
        last_text=before[-1] if before and closing.start < len(lines) else None,
        closing=closing,
        appendices=appendices,
    )


def _levels(headings: Headings) -> tuple[tuple[Line, ...], ...]:
    return (
        headings.divisions,
        headings.division_titles,
        headings.sections,
        headings.clauses,
    )


def _is_running(line: Line) -> bool:
    centred = line.layout.align in ("center", "right")
    return len(line.text) >= _SHORTEST_TEXT and not centred and not line.is_upper and line.aligned


def _headings(lines: Sequence[Line]) -> Headings:
    divisions = [
        (line, below)
        for line, below in zip(lines, [*lines[1:], None], strict=False)
        if _DIVISION.fullmatch(line.text)
    ]
    return Headings(
        divisions=tuple(line for line, _ in divisions),
        division_titles=tuple(
            below for _, below in divisions if below is not None and _is_heading(below)
        ),
        sections=tuple(_counted(lines)),
        articles=tuple(line for line in lines if _ARTICLE.match(line.text)),
        clauses=tuple(line for line in lines if _CLAUSE.match(line.text) and _is_clause(line)),
    )


def _counted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines I., II., III. in their order: C. and D. may be letters of another list."""
    found: list[Line] = []
    last = 0
    for line in lines:
        match = _ROMAN.match(line.text)
        value = parse_roman(match["number"]) if match and _is_heading(line) else None
        if value in (1, last + 1):
            found.append(line)
            last = value or 0
    return found


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING and bool(fold(line.text))


def _is_clause(line: Line) -> bool:
    """Say whether a numbered line is surely a heading: short, all bold, no sentence."""
    return _is_heading(line) and line.is_bold and not line.text.endswith((".", ";", ","))

"""The top of the first page, known by what it says and where it stands."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from planforge.linter.wordfile.lines import Line, fold, split_at_tabs
from planforge.vietnamese.document_types import DOCUMENT_TYPES

_NATION = "CONGHOAXAHOICHUNGHIA"
_MOTTO = re.compile(r"DOCLAP.*TUDO.*HANHPHUC")
_NUMBER = re.compile(r"số\s*[:.]?\s*[\d\s.…_]*(/|-\s*[A-ZĐ])|số\s*:", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b|,\s*(ngày\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$")
_LONGEST_DATE = 90
_WITHIN = 40
"""Printed lines in which the letterhead stands, where there is one."""

_TYPES = frozenset(fold(name) for name in DOCUMENT_TYPES.values())
_LONGEST_TITLE = 6
_LEADS = ("Căn cứ", "Theo đề nghị", "Xét đề nghị", "Thực hiện", "Theo ", "Xét ")
_BASIS_LEADS = ("Căn cứ", "Theo đề nghị", "Xét đề nghị")


class Letterhead(Struct, frozen=True):
    """The elements above the type; None or empty where they were not found.

    ``end`` is the index of the line after the last of them. ``is_letter``: there is a “V/v”, so
    there is no type. ``apart``: the agency stands where it can be told from the nation.
    """

    nation: Line | None = None
    motto: Line | None = None
    agency: tuple[Line, ...] = ()
    number: Line | None = None
    place_date: Line | None = None
    is_letter: bool = False
    apart: bool = False
    end: int = 0


class Title(Struct, frozen=True):
    """The type, the subject, and the bases below them; ``end`` as in `Letterhead`."""

    type: Line | None = None
    subject: tuple[Line, ...] = ()
    bases: tuple[Line, ...] = ()
    end: int = 0


def find_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Return the letterhead; the lines of the body never count as part of it."""
    head = _head(lines)
    pieces = [(index, piece) for index, line in head for piece in split_at_tabs(line)]
    nation = _first(pieces, lambda text: fold(text).startswith(_NATION))
    motto = _first(pieces, lambda text: bool(_MOTTO.fullmatch(fold(text))))
    number = _first(pieces, lambda text: bool(_NUMBER.match(text)))
    day = _first(pieces, _is_place_and_date)
    found = [index for index, _ in filter(None, (nation, motto, number, day))]
    agency = tuple(_agency([piece for _, piece in pieces], nation[1] if nation else None))
    return Letterhead(
        nation=nation[1] if nation else None,
        motto=motto[1] if motto else None,
        agency=agency,
        number=number[1] if number else None,
        place_date=day[1] if day else None,
        is_letter=any(fold(piece.text).startswith("VV") for _, piece in pieces),
        apart=bool(nation and (nation[1].place.table or not nation[1].aligned)),
        end=max(found, default=-1) + 1,
    )


def _head(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    """Return the first printed lines with their index, down to the type of the document."""
    seen = [(index, line) for index, line in enumerate(lines) if line.text][:_WITHIN]
    return list(takewhile(lambda item: fold(item[1].text) not in _TYPES, seen))


def _first(
    pieces: Sequence[tuple[int, Line]], is_wanted: Callable[[str], bool]
) -> tuple[int, Line] | None:
    return next((piece for piece in pieces if is_wanted(piece[1].text)), None)


def _is_place_and_date(text: str) -> bool:
    short = len(text) <= _LONGEST_DATE and not text.startswith(("(", *_LEADS))
    return short and bool(_DATE.search(text))


def _agency(pieces: Sequence[Line], nation: Line | None) -> Iterator[Line]:
    """Yield the lines of the cell, or of the left pieces, beside the Quốc hiệu."""
    if nation is None:
        return
    place = nation.place
    for piece in pieces:
        if _NUMBER.match(piece.text):
            return
        beside = (
            piece.place.table == place.table
            and piece.place.row == place.row
            and piece.place.cell < place.cell
            if place.table
            else not piece.aligned and not _is_of_the_nation(piece.text)
        )
        if beside and any(letter.isalpha() for letter in piece.text):
            yield piece


def _is_of_the_nation(text: str) -> bool:
    folded = fold(text)
    return folded.startswith(_NATION) or bool(_MOTTO.fullmatch(folded))


def find_title(lines: Sequence[Line], start: int) -> Title:
    """Return type, subject and bases, looked for from the index ``start`` on."""
    ahead = [(index, line) for index, line in enumerate(lines) if index >= start and line.text]
    found = next((item for item in ahead[:_WITHIN] if fold(item[1].text) in _TYPES), None)
    if found is None:
        return Title(end=start)
    subject = tuple(_subject(lines[found[0] + 1 :]))
    below = found[0] + 1
    if subject:
        below += next(i for i, line in enumerate(lines[below:]) if line is subject[-1]) + 1
    bases = tuple(_bases([line for line in lines[below:] if line.text]))
    return Title(found[1], subject, bases, below)


def _subject(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of the subject: the first printed one and what goes on in its look."""
    rest = iter(lines)
    first = next((line for line in rest if line.text), None)
    if first is None or first.place.table or _starts_text(first):
        return
    yield first
    for _, line in zip(range(_LONGEST_TITLE), rest, strict=False):
        alike = line.layout.align == first.layout.align == "center" and line.is_bold
        if not line.text or line.is_upper or not alike or _starts_text(line):
            return
        yield line


def _starts_text(line: Line) -> bool:
    """Say whether a line is no title: a basis, a heading, a running text."""
    return (
        line.text.startswith(_LEADS)
        and (line.text.endswith((";", ".", ":", ",")) or not line.is_bold)
    ) or bool(re.match(r"([IVX]+|\d+)\.\s|\(", line.text))


def _bases(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the bases one a line; a text that only begins like one is none."""
    ahead = [line for line in lines if fold(line.text) and not line.is_upper]
    block = list(takewhile(lambda line: line.text.startswith(_LEADS), ahead))
    while block and not _is_basis(block[-1], last=True):
        block.pop()
    if any(line.text.startswith(_BASIS_LEADS) for line in block):
        yield from (line for line in block if _is_basis(line, last=line is block[-1]))


def _is_basis(line: Line, *, last: bool) -> bool:
    leads = _BASIS_LEADS if last else _LEADS
    narrative = line.text.endswith(":") or "như sau" in line.text or "sau đây" in line.text
    return line.text.startswith(leads) and not narrative

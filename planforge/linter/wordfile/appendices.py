"""Appendices, known by the word “Phụ lục” on a line of its own."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from planforge.linter.wordfile.lines import Line, fold

_LABEL = re.compile(r"phụ lục(?P<so>\s+số)?\s*(?P<number>[ivxlc]+|\d+)?\s*[.:]?", re.IGNORECASE)
_NOTE = re.compile(r"\((ban hành )?kèm theo", re.IGNORECASE)
_WITHIN = 8
"""Lines below the label in which its title and note stand."""


class Appendix(Struct, frozen=True):
    """The head of an appendix; ``number`` as printed, "" where there is none.

    ``note`` is None where none was found; ``start`` is the index of the label.
    """

    label: Line
    number: str
    title: tuple[Line, ...]
    note: Line | None
    start: int


def find_appendices(lines: Sequence[Line], start: int) -> list[Appendix]:
    """Return the appendices after the index ``start``."""
    return [
        _appendix(lines, index, match["number"] or "")
        for index, line in enumerate(lines)
        if index >= start and (match := _LABEL.fullmatch(line.text)) and _stands_out(line)
    ]


def _stands_out(line: Line) -> bool:
    """Say whether a line is a heading: the words alone may be the end of a sentence."""
    return not line.place.table and (line.layout.align == "center" or line.is_bold)


def _appendix(lines: Sequence[Line], index: int, number: str) -> Appendix:
    below = [line for line in lines[index + 1 : index + 1 + _WITHIN] if line.text]
    note = next((line for line in below if _NOTE.match(line.text)), None)
    return Appendix(lines[index], number, tuple(_title(below)), note, index)


def _title(below: Sequence[Line]) -> Iterator[Line]:
    for number, line in enumerate(below):
        heading = line.layout.align == "center" and (line.is_bold or line.is_upper)
        if line.place.table or _NOTE.match(line.text) or not heading or fold(line.text)[:1] == "":
            return
        if number and not line.is_upper:
            return
        yield line

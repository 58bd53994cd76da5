"""The end of the main text: recipients and signature, known by what they say."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from planforge.linter.wordfile.lines import Line, fold, split_at_tabs

_RECIPIENTS = "NOINHAN"
_LONGEST_TITLE = len("Nơi nhận :  ")
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\s*[./]\s*\w|[TK]/[MTL]\.?\s", re.IGNORECASE)
_LONGEST_AUTHORITY = 80


class Closing(Struct, frozen=True):
    """Recipients and signature; empty where they were not found.

    ``start`` is the index of the first of their lines. ``blank_above`` counts the blank lines
    above the recipients and above the authority in their cells; None where they share no row.
    """

    start: int
    title: Line | None = None
    recipients: tuple[str, ...] = ()
    listed: tuple[Line, ...] = ()
    authority: tuple[Line, ...] = ()
    signer: Line | None = None
    blank_above: tuple[int, int] | None = None


def find_closing(lines: Sequence[Line], start: int) -> Closing:
    """Return the first closing after the index ``start``."""
    ahead = [(index, line) for index, line in enumerate(lines) if index >= start and line.text]
    titled = next(((i, line) for i, line in ahead if _is_title(line)), None)
    signed = next(((i, line) for i, line in ahead if _is_authority(line)), None)
    if titled is None:
        first = signed[0] if signed else len(lines)
        return Closing(first, authority=(signed[1],) if signed else ())
    index, line = titled
    first = min(index, signed[0]) if signed and not signed[1].place.table else index
    if line.place.table:
        return _of_table(lines, line, _start_of_table(lines, index))
    title, *beside = split_at_tabs(line)
    listed = tuple(_dashed(lines[index + 1 :]))
    authority = tuple(beside[:1]) or ((signed[1],) if signed else ())
    return Closing(first, title, _joined(listed), listed, authority)


def _is_title(line: Line) -> bool:
    text = split_at_tabs(line)[0].text
    return fold(text).startswith(_RECIPIENTS) and len(text) <= _LONGEST_TITLE


def _is_authority(line: Line) -> bool:
    text = split_at_tabs(line)[-1].text
    return bool(_PREFIX.match(text)) and len(text) <= _LONGEST_AUTHORITY and text[:2].isupper()


def _start_of_table(lines: Sequence[Line], index: int) -> int:
    table = lines[index].place.table
    return next(i for i, line in enumerate(lines) if line.place.table == table)


def _of_table(lines: Sequence[Line], title: Line, start: int) -> Closing:
    """Return the closing in the table of ``title``: recipients left, signature right."""
    table = [line for line in lines[start:] if line.place.table == title.place.table]
    left = [line for line in table if line.place.in_cell == title.place.in_cell]
    right = _beside(table, title)
    after = left[left.index(title) + 1 :]
    listed = tuple(line for line in after if line.text)
    authority, signer = _signature(right)
    level = (left.index(title), right.index(authority[0])) if authority else None
    same_row = bool(authority) and authority[0].place.row == title.place.row
    return Closing(
        start, title, _joined(listed), listed, authority, signer, level if same_row else None
    )


def _beside(table: Sequence[Line], title: Line) -> list[Line]:
    """Return the lines of the signature's cell: in the same row, or the next that has any."""
    place = title.place
    others = [
        line
        for line in table
        if line.place.row >= place.row and line.place.cell > place.cell and line.text
    ]
    cell = others[0].place.in_cell if others else None
    return [line for line in table if line.place.in_cell == cell]


def _signature(cell: Sequence[Line]) -> tuple[tuple[Line, ...], Line | None]:
    """Return the lines of the authority and, after the room to sign, the name."""
    start = next((index for index, line in enumerate(cell) if line.text), len(cell))
    authority = tuple(takewhile(lambda line: line.is_upper, cell[start:]))
    below = cell[start + len(authority) :]
    named = [line for line in below if line.text]
    signer = named[-1] if named and not named[-1].text.startswith(("(", "[", ".")) else None
    return authority, signer


def _dashed(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the list of recipients outside a table: lines with a dash, one after the other."""
    for line in lines:
        piece = split_at_tabs(line)[0]
        if not piece.text.startswith(("-", "–", "+")):
            return
        yield piece


def _joined(listed: Sequence[Line]) -> tuple[str, ...]:
    """Return each recipient whole, down to the line Lưu: one may go on in a second paragraph."""
    found: list[str] = []
    for line in listed:
        if line.text.startswith(("-", "–", "+")) or not found:
            if found and is_archive(found[-1]):
                break
            found.append(line.text)
        elif not is_archive(found[-1]):
            found[-1] += " " + line.text
    return tuple(found)


def is_archive(text: str) -> bool:
    """Return whether a recipient is the line “- Lưu: VT, …”."""
    return fold(text).startswith("LUU")

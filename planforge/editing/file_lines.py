"""The lines of a file as they are stored, beside the lines as they were read.

Reading drops the byte order mark, gives every line the same end and composes letters; what is
written back must leave all that alone.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import NamedTuple

_BOM = "\ufeff"
_LINE_END = re.compile("(\r\n|\r|\n)")
_LETTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


class Place(NamedTuple):
    """Words on one line as it was read, from ``start`` to ``end`` (all from 0)."""

    line: int
    start: int
    end: int


class Edit(NamedTuple):
    """Words to put in the place of what stands from ``start`` to ``end`` on a stored line."""

    line: int
    start: int
    end: int
    words: str


class FileLines:
    """The text of a file, to be edited without a change anywhere else."""

    def __init__(self, data: bytes) -> None:
        text = data.decode()
        body = text.lstrip(_BOM)
        pieces = _LINE_END.split(body)
        self._mark = text[: len(text) - len(body)]
        self.lines = pieces[::2]
        self._ends = [*pieces[1::2], ""]

    def edit(self, place: Place, read: str, words: str) -> Edit | None:
        """Return what puts ``words`` at ``place`` of a line as ``read``.

        None where it is not certain which stored letters those are.
        """
        if place.line >= len(self.lines):
            return None
        stored = self.lines[place.line]
        start, end = place.start, place.end
        if stored != read:
            offsets = stored_offsets(stored, read)
            start, end = (offsets[start], offsets[end]) if offsets else (-1, -1)
        return Edit(place.line, start, end, words) if min(start, end) >= 0 else None

    def end_of(self, line: int) -> str:
        """Return how a line ends in the file; one at its very end, how the others do."""
        return self._ends[line] or next(filter(None, self._ends), "\n")

    def edited(self, edits: Iterable[Edit], removed: Collection[int] = ()) -> bytes:
        """Return the bytes of the file with ``edits``, which do not overlap.

        ``removed`` are the lines (from 0) that are left out whole.
        """
        lines = self.lines.copy()
        for edit in sorted(edits, reverse=True):
            line = lines[edit.line]
            lines[edit.line] = line[: edit.start] + edit.words + line[edit.end :]
        pairs = enumerate(zip(lines, self._ends, strict=True))
        kept = (line + end for number, (line, end) in pairs if number not in removed)
        return (self._mark + "".join(kept)).encode()


def stored_offsets(stored: str, read: str) -> list[int]:
    """Return for each offset of a line as ``read``, its end included, that of the ``stored`` line.

    -1 stands for an offset inside a letter. The list is empty where the lines differ in more than
    the composing of letters.
    """
    if unicodedata.normalize("NFC", stored) != read:
        return []
    offsets: list[int] = []
    composed: list[str] = []
    for letter in _LETTER.finditer(stored):
        composed.append(unicodedata.normalize("NFC", letter[0]))
        offsets += [letter.start()] + [-1] * (len(composed[-1]) - 1)
    return [*offsets, len(stored)] if "".join(composed) == read else []

"""Where in a plan file the letters of its values stand, so that some of them can be replaced.

What is read differs from what is written in spaces, quotes and escapes alone. Letter by letter
the two are laid side by side; where they do not agree to the last letter, nothing is certain.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planforge.editing.file_lines import Place
from planforge.editing.printed_pieces import line_starts, written_span
from planforge.source import Scalar, Source

_QUOTES = frozenset("'\"")
_MARKS = frozenset("-+")
_UNIT = {
    "'": re.compile(r"''|[^']", re.DOTALL),
    '"': re.compile(r"\\.|[^\\]", re.DOTALL),
}
_PLAIN = re.compile(".", re.DOTALL)
_ESCAPES = {"''": "'", '\\"': '"', "\\\\": "\\", "\\/": "/", "\\n": " ", "\\t": " ", "\\\n": " "}
"""What escapes stand for, as far as an office text has them; others are not followed."""


class _Letter(NamedTuple):
    """A letter of a value and where it stands (both from 0)."""

    letter: str
    line: int
    column: int


class WrittenText(NamedTuple):
    """A text as it was read, and where each letter but spaces stands; () where that is unsure."""

    text: str
    letters: tuple[tuple[int, int], ...] = ()

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where the words from ``start`` to ``end`` stand; () where that is not certain."""
        found = re.finditer(r"\S+", self.text[start:end]) if self.letters else ()
        places = [self._place(start + word.start(), len(word[0])) for word in found]
        certain = tuple(place for place in places if place is not None)
        return certain if len(certain) == len(places) else ()

    def _place(self, start: int, length: int) -> Place | None:
        first = sum(not letter.isspace() for letter in self.text[:start])
        letters = self.letters[first : first + length]
        if any((line, column + 1) != after for (line, column), after in pairwise(letters)):
            return None
        line, column = letters[0]
        return Place(line, column, column + length)


class WrittenFile:
    """The values of a file as they are written."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = line_starts(source.lines)

    def locate(self, scalar: Scalar, texts: Sequence[str]) -> tuple[WrittenText, ...]:
        """Return ``texts``, the paragraphs that were read from ``scalar``, with their places."""
        letters = list(self._letters(scalar))
        placed = _aligned(letters, texts) or [()] * len(texts)
        return tuple(map(WrittenText, texts, placed))

    def outside(self, scalar: Scalar) -> Place | None:
        """Return where a value stands with its quotes; None if on several lines or unsure."""
        first = self._first(scalar)
        start, end = written_span(self._source.text, first, scalar.value)
        if start == end:
            return None
        if self._source.text[first] in _QUOTES:
            start, end = start - 1, end + 1
        line = scalar.line - 1
        if end > self._starts[line] + len(self._source.lines[line]):
            return None
        return Place(line, start - self._starts[line], end - self._starts[line])

    def lines_of(self, scalar: Scalar) -> Iterator[Place]:
        """Yield the pieces of lines that a value takes, but for the quotes around it."""
        start, end = written_span(self._source.text, self._first(scalar), scalar.value)
        for number in range(scalar.line - 1, len(self._source.lines)):
            first, length = self._starts[number], len(self._source.lines[number])
            if end <= first:
                return
            if start < first + length:
                yield Place(number, max(start - first, 0), min(end - first, length))

    def _first(self, scalar: Scalar) -> int:
        return self._starts[scalar.line - 1] + scalar.column - 1

    def _letters(self, scalar: Scalar) -> Iterator[_Letter]:
        """Yield the letters of a value; none after an escape that is not understood."""
        text, first = self._source.text, self._first(scalar)
        start, end = written_span(text, first, scalar.value)
        line = scalar.line - 1
        for unit in _UNIT.get(text[first : first + 1], _PLAIN).finditer(text, start, end):
            letter = _ESCAPES.get(unit[0], unit[0])
            if len(letter) > 1:
                return
            while self._starts[line + 1] <= unit.start():
                line += 1
            if not letter.isspace():
                yield _Letter(letter, line, unit.start() - self._starts[line])


def _aligned(
    letters: Sequence[_Letter], texts: Sequence[str]
) -> list[tuple[tuple[int, int], ...]] | None:
    """Return the places of each text's letters; a list mark may stand before a text."""
    placed = []
    at = 0
    for text in texts:
        wanted = [letter for letter in text if not letter.isspace()]
        at += _marks_before(letters[at : at + len(wanted) + 1], wanted)
        part = letters[at : at + len(wanted)]
        if [item.letter for item in part] != wanted:
            return None
        placed.append(tuple((item.line, item.column) for item in part))
        at += len(wanted)
    return placed if at == len(letters) else None


def _marks_before(letters: Sequence[_Letter], wanted: Sequence[str]) -> int:
    """Return 1 where a list mark stands before the ``wanted`` letters, else 0."""
    written = [item.letter for item in letters]
    if written[: len(wanted)] == list(wanted) or not written:
        return 0
    return int(written[0] in _MARKS)

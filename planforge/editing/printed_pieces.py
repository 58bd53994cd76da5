"""Where in a plan file its printed words stand: line by line, without quotes, keys and comments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.plan import Plan
from planforge.model.walking import walk_texts
from planforge.source import Scalar, Source

_QUOTED = {
    "'": re.compile(r"'((?:[^']|'')*)'"),
    '"': re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL),
}
_BLOCK = frozenset("|>")
_WITH_PROPERTIES = frozenset("&!*")
_WORD = re.compile(r"\S+")
_WORDS_OF_LINE = re.compile(r"[^ \n](?:[^\n]*[^ \n])?")
_LIST_MARK = re.compile("[-+] +(?=[^ \n])")


class Piece(NamedTuple):
    """The printed words on one line, from ``start`` to ``end`` in that line (all from 0).

    ``path`` leads to the value they belong to; ``is_last`` tells the line that ends it.
    """

    path: Path
    scalar: Scalar
    line: int
    start: int
    end: int
    is_last: bool


def find_pieces(plan: Plan, source: Source) -> Iterator[Piece]:
    """Yield the printed words of ``plan``, which was read from ``source``.

    A value whose words are not found in the text exactly as they were read is passed over.
    """
    starts = line_starts(source.lines)
    seen: set[int] = set()
    for path, _ in walk_texts(plan):
        scalar, rest = source.descend(path)
        if isinstance(scalar, Scalar) and id(scalar) not in seen:
            seen.add(id(scalar))
            yield from _pieces(path[: len(path) - len(rest)], scalar, source, starts)


def line_starts(lines: list[str]) -> list[int]:
    """Return the offset at which each line starts, and that of the end of the text."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _pieces(path: Path, scalar: Scalar, source: Source, starts: list[int]) -> Iterator[Piece]:
    text = source.text
    offset = starts[scalar.line - 1] + scalar.column - 1
    start, end = written_span(text, offset, scalar.value)
    spans = [found.span() for found in _WORDS_OF_LINE.finditer(text, start, end)]
    line = scalar.line - 1
    for index, (first, last) in enumerate(spans, 1):
        while starts[line + 1] <= first:
            line += 1
        mark = _LIST_MARK.match(text, first, last)
        first = mark.end() if mark else first  # noqa: PLW2901 - the mark is no word
        yield Piece(
            path, scalar, line, first - starts[line], last - starts[line], index == len(spans)
        )


def written_span(text: str, offset: int, value: str) -> tuple[int, int]:
    """Return from where to where ``value`` is written; an empty span where that is not certain."""
    style = text[offset : offset + 1]
    if style in _QUOTED:
        return _quoted_span(text, offset, value)
    if style in _WITH_PROPERTIES:
        return offset, offset
    if style in _BLOCK:
        offset = text.find("\n", offset) + 1
    return _bare_span(text, offset, value)


def _quoted_span(text: str, offset: int, value: str) -> tuple[int, int]:
    style = text[offset]
    found = _QUOTED[style].match(text, offset)
    if found is None:
        return offset, offset
    written = found[1].replace("''", "'") if style == "'" else found[1]
    if "\\" not in written or style == "'":
        return found.span(1) if written.split() == value.split() else (offset, offset)
    return found.span(1)


def _bare_span(text: str, offset: int, value: str) -> tuple[int, int]:
    """Follow the letters of ``value``: without quotes nothing but spaces differs in the file."""
    letters = "".join(value.split())
    met = 0
    for word in _WORD.finditer(text, offset) if letters else ():
        part = word[0][: len(letters) - met]
        if not letters.startswith(part, met):
            break
        met += len(part)
        if met == len(letters):
            return offset, word.start() + len(part)
    return offset, offset

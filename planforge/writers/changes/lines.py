"""Lines for a terminal: words in colour, broken where the line is full."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

Role = Literal["heading", "relation", "removed", "added", "year", "meaning"]
"""What a word is painted for."""

Paint = Callable[[str, Role], str]
"""Colours words by their role, where the terminal can show it."""


class Span(NamedTuple):
    """Words of one role; "" is plain text."""

    text: str
    role: Role | Literal[""] = ""


_WORD = re.compile(r"\S+")
_COMBINING = re.compile("[\u0300-\u036f]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def unpainted(text: str, _role: Role) -> str:
    """Return ``text`` without colour."""
    return text


def display_width(text: str) -> int:
    """Return how many columns ``text`` takes: a mark over a letter takes none."""
    return len(text) - len(_COMBINING.findall(text))


def pad(text: str, width: int) -> str:
    """Return ``text`` at the right of ``width`` columns."""
    return " " * (width - display_width(text)) + text


def break_text(text: str, width: int, first: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each line of ``text`` begins and ends, broken at spaces and line ends.

    ``first`` is the room on the first line, where that is another. A word that is wider than a
    line has a line of its own.
    """
    room = width if first is None else first
    start = end = -1
    for word in _WORD.finditer(text):
        if start >= 0:
            new_line = "\n" in text[end : word.start()]
            if new_line or display_width(text[start : word.end()]) > room:
                yield start, end
                start, room = -1, width
        start, end = (word.start() if start < 0 else start), word.end()
    if start >= 0:
        yield start, end


def painted_lines(
    spans: Sequence[Span], paint: Paint, width: int, indents: tuple[int, int] = (0, 0)
) -> Iterator[str]:
    """Yield the lines of a paragraph; ``indents`` are those of its first line and of the others.

    Characters that would command the terminal are printed as spaces.
    """
    clean = [Span(_CONTROL.sub(" ", span.text), span.role) for span in spans]
    text = "".join(span.text for span in clean)
    offsets = list(accumulate((len(span.text) for span in clean), initial=0))
    first, rest = indents
    for number, (start, end) in enumerate(break_text(text, width - rest, width - first)):
        words = "".join(_painted(span, paint) for span in _between(clean, offsets, start, end))
        yield " " * (rest if number else first) + words


def _between(spans: Sequence[Span], offsets: Sequence[int], start: int, end: int) -> Iterator[Span]:
    """Yield what of the spans stands between two places; a span begins at its offset."""
    for place in range(bisect_right(offsets, start) - 1, len(spans)):
        offset = offsets[place]
        if offset >= end:
            return
        text = spans[place].text[max(start - offset, 0) : end - offset]
        if text:
            yield Span(text, spans[place].role)


def _painted(span: Span, paint: Paint) -> str:
    return paint(span.text, span.role) if span.role else span.text

"""Pieces of a text around a year: its sentence, the words that show it, the same with another."""

import re
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.;:](?=\s|$)|\n")
_SHOWN_BEFORE, _SHOWN_AFTER = 36, 12


def sentence_around(text: str, offset: int) -> tuple[str, int]:
    """Return the sentence at ``offset``, and where in it that offset is."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= offset), default=0)
    stop = min((end for end in ends if end > offset), default=len(text))
    return text[start:stop], offset - start


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of ``text``, one after the other."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return tuple(text[start:end] for start, end in pairwise([0, *ends, len(text)]))


def words_around(text: str, start: int, end: int) -> str:
    """Return what stands from ``start`` to ``end`` with a few words around it, for showing."""
    first, last = max(0, start - _SHOWN_BEFORE), min(len(text), end + _SHOWN_AFTER)
    before, after = text[first:start], text[end:last]
    if first:
        before = "…" + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + "…"
    return f"{before}{text[start:end]}{after}"


def beginning_of(text: str, longest: int = 60) -> str:
    """Return the first words of ``text``, for showing."""
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + "…"


def cut(text: str, longest: int) -> str:
    """Return ``text``, with a mark in the place of its end where it has too many letters."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def with_year(text: str, offset: int, year: int) -> str:
    """Return ``text`` with another year at ``offset``."""
    return f"{text[:offset]}{year}{text[offset + 4 :]}"

"""The words of a changed text with marks, ready to be read: spaced, abridged, new years only."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from planforge.changes import Piece

MarkKind = Literal["kept", "removed", "added", "year"]


class Mark(NamedTuple):
    """Words of one kind; ``year`` is the new year of a plan that moved.

    Only kept words hold line ends or begin and end with spaces.
    """

    kind: MarkKind
    text: str


CONTEXT = 8
"""How many syllables are shown before and after a mark in a long text."""
_LONG = 40
"""From how many syllables a text is abridged."""
_SAVED = 4
"""An ellipsis that saves fewer syllables is not worth it."""

_EDGES = re.compile(r"(\s*\n\s*|^\s+|\s+$)")
_WORD = re.compile(r"\S+")


def weave(pieces: Iterable[Piece]) -> tuple[Mark, ...]:
    """Return both texts woven together; of a year that moved with the plan, only the new one.

    Of a long text only its first words and those around the marks are left.
    """
    marks = tuple(_spaced(mark for piece in _visible(pieces) for mark in _marks(piece)))
    if sum(len(mark.text.split()) for mark in marks) <= _LONG:
        return marks
    return tuple(_abridged(marks))


def plain(text: str) -> tuple[Mark, ...]:
    """Return ``text`` without marks; () where there is no text."""
    return (Mark("kept", text),) if text else ()


def cut(text: str, syllables: int) -> str:
    """Return ``text`` up to so many syllables, if there are more than a few more."""
    words = text.split(" ")
    return text if len(words) <= syllables + _SAVED else " ".join(words[:syllables]) + " …"


def _visible(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a space beside words of the other text is no change of its own."""
    edge = Piece("kept", "")
    around = (edge, *pieces, edge)
    for index, piece in enumerate(around[1:-1], 1):
        beside = around[index - 1 if piece.kind == "added" else index + 1]
        if piece.kind != "kept" and piece.text.isspace() and _replaces(piece, beside):
            yield Piece("kept", piece.text if piece.kind == "added" else "")
        else:
            yield piece


def _replaces(piece: Piece, other: Piece) -> bool:
    """Whether a piece stands in the place of words of the other text."""
    return other.kind not in ("kept", piece.kind) and bool(other.text.strip())


def _marks(piece: Piece) -> Iterator[Mark]:
    if piece.kind == "kept":
        yield Mark("kept", piece.text)
    elif piece.is_year:
        if piece.kind == "added":
            yield Mark("year", piece.text)
    elif piece.text.strip():
        for text in filter(None, _EDGES.split(piece.text)):
            yield Mark("kept" if text.isspace() else piece.kind, text)
    elif piece.text:
        yield Mark(piece.kind, "¶" if "\n" in piece.text else "␣")
        yield Mark("kept", piece.text if piece.kind == "added" else "")


def _spaced(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks with one space, never two, where words were taken out."""
    before = Mark("kept", "\n")
    for mark in marks:
        shown = mark
        if mark.kind == "kept" and before.text[-1].isspace():
            shown = Mark("kept", mark.text.lstrip(" "))
        elif {before.kind, mark.kind} == {"removed", "added"}:
            yield Mark("kept", " ")
        if shown.text:
            yield shown
            before = shown


def _abridged(marks: Sequence[Mark]) -> Iterator[Mark]:
    last = len(marks) - 1
    for index, mark in enumerate(marks):
        if mark.kind == "kept":
            yield Mark("kept", _shortened(mark.text, tail=index < last))
        else:
            yield mark


def _shortened(text: str, *, tail: bool) -> str:
    """Return kept words with only those left that begin the text or stand beside a mark."""
    words = list(_WORD.finditer(text))
    if len(words) <= CONTEXT * (1 + tail) + _SAVED:
        return text
    begin = text[: words[CONTEXT - 1].end()]
    return f"{begin} … {text[words[-CONTEXT].start() :]}" if tail else f"{begin} …"

"""What a reader of the printed page sees as lines: text, look and place."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from planforge.findings import Message, msg
from planforge.linter.wordfile.styles import Layout, Look

_LONGEST_QUOTE = 40
_MOSTLY = 0.9


class Run(Struct, frozen=True):
    """Text of one look."""

    text: str
    look: Look


class Place(Struct, frozen=True):
    """Where a line stands, all counted from 1; ``paragraph`` is 0 in a table, ``table`` outside."""

    section: int
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0

    @property
    def in_cell(self) -> tuple[int, int, int]:
        """The cell, the same for all of its lines."""
        return self.table, self.row, self.cell


class Line(Struct, frozen=True):
    """A line as it was typed: a paragraph, or the part of one between two line breaks.

    ``text`` is composed, its spaces single, capitals as printed. ``aligned`` is false where tabs
    set it. ``ruled``: a line is drawn at it, ``rule`` points long where that is known.
    ``paged``: it holds the number of the page.
    """

    text: str
    runs: tuple[Run, ...]
    layout: Layout
    place: Place
    aligned: bool = True
    ruled: bool = False
    rule: float | None = None
    paged: bool = False

    @property
    def where(self) -> Message:
        """The place in words that a person finds in Word."""
        quote = self.text
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
        place = self.place
        if place.table:
            return msg(
                "Table {table}, row {row}, cell {cell}: “{text}”",
                table=place.table, row=place.row, cell=place.cell, text=quote,
            )  # fmt: skip
        return msg("Paragraph {number}: “{text}”", number=place.paragraph, text=quote)

    @property
    def is_upper(self) -> bool:
        """Whether it is printed in capitals; text without letters is not."""
        return self.text == self.text.upper() and self.text != self.text.lower()

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, but for a stray character."""
        return self.share("bold") > _MOSTLY

    @property
    def is_italic(self) -> bool:
        """Whether all of it is italic, but for a stray character."""
        return self.share("italic") > _MOSTLY

    @property
    def sizes(self) -> list[float]:
        """The sizes of its letters and digits, in points, each once."""
        return list(dict.fromkeys(run.look.size for run in self._seen()))

    def share(self, switch: str) -> float:
        """Return how much of the letters and digits has ``switch``, from 0 to 1."""
        seen = [(_letters(run.text), run.look) for run in self._seen()]
        total = sum(count for count, _ in seen)
        held = sum(count for count, look in seen if getattr(look, switch))
        return held / total if total else 0.0

    def _seen(self) -> Iterator[Run]:
        return (run for run in self.runs if _letters(run.text) and not run.look.raised)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def make_lines(runs: Sequence[Run], model: Line) -> list[Line]:
    """Return the lines that ``runs`` make, in all else like ``model``."""
    return [replace(model, text=printed(parts), runs=parts) for parts in _split(runs, "\n")]


def split_at_tabs(line: Line) -> list[Line]:
    """Return the pieces of a line between its tabs, without blank ones."""
    pieces = [
        replace(line, text=printed(parts), runs=parts, aligned=False)
        for parts in _split(line.runs, "\t")
    ]
    found = [piece for piece in pieces if piece.text]
    return found if len(found) > 1 else [line]


def _split(runs: Sequence[Run], mark: str) -> list[tuple[Run, ...]]:
    pieces = [
        (line, Run(text, run.look))
        for line, run, text in _numbered(runs, mark)
    ]  # fmt: skip
    grouped = groupby(pieces, key=lambda piece: piece[0])
    return [tuple(run for _, run in group) for _, group in grouped] or [()]


def _numbered(runs: Sequence[Run], mark: str) -> Iterator[tuple[int, Run, str]]:
    line = 0
    for run in runs:
        for number, text in enumerate(run.text.split(mark)):
            line += number > 0
            yield line, run, text


def printed(runs: Sequence[Run]) -> str:
    """Return the text of ``runs`` composed, with single spaces and capitals as printed."""
    texts = (run.text.upper() if run.look.caps else run.text for run in runs)
    return " ".join(unicodedata.normalize("NFC", "".join(texts)).split())


def fold(text: str) -> str:
    """Return only the letters and digits of ``text``, in capitals and without any marks.

    By it a line is known whatever its capitals, tone marks, spaces and hyphens.
    """
    apart = unicodedata.normalize("NFD", text.upper().replace("Đ", "D"))
    return "".join(character for character in apart if character.isalnum())

"""A PDF file read back: pages with their words in reading order, lines and typefaces."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
from msgspec import Struct
from pdfplumber.page import Page as PdfPage

POINTS_PER_MM = 72 / 25.4


class Box(Struct, frozen=True):
    """A rectangle in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Its middle from left to right."""
        return (self.left + self.right) / 2


class Word(Struct, frozen=True):
    """A word and where it stands."""

    text: str
    box: Box


class Page(Struct, frozen=True):
    """A printed page; ``words`` stand in reading order, ``notes`` are those of the footnotes.

    ``number`` is what stands in the top margin, ``level_lines`` are the horizontal lines,
    ``looks`` the typefaces and colours of its type.
    """

    width: float
    height: float
    number: str
    words: tuple[Word, ...]
    notes: tuple[Word, ...]
    number_box: Box | None
    level_lines: tuple[Box, ...]
    has_table: bool
    looks: frozenset[tuple[str, Any]]

    def find(self, text: str) -> list[Box]:
        """Return where the words of ``text`` stand, one box a printed line; [] for nowhere."""
        wanted = text.split()
        texts = [word.text for word in self.words]
        for start in range(len(texts) - len(wanted) + 1):
            if texts[start : start + len(wanted)] == wanted:
                return list(_lines(self.words[start : start + len(wanted)]))
        return []


def _lines(words: tuple[Word, ...]) -> Iterator[Box]:
    """Yield the box of each printed line of ``words``."""
    line: list[Box] = []
    for word in words:
        if line and word.box.top > line[-1].bottom - 2:
            yield _around(line)
            line = []
        line.append(word.box)
    yield _around(line)


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


@cache
def read_pages(path: Path, top_margin: float) -> tuple[Page, ...]:
    """Return the pages of a PDF file; ``top_margin`` is in millimetres."""
    with pdfplumber.open(path) as pdf:
        return tuple(_page(page, top_margin * POINTS_PER_MM) for page in pdf.pages)


def _page(page: PdfPage, margin: float) -> Page:
    words = [Word(word["text"], _box(word)) for word in page.extract_words(use_text_flow=True)]
    in_margin = [word for word in words if word.box.bottom < margin]
    below = [word for word in words if word.box.bottom >= margin]
    foot = max((rect["top"] for rect in page.rects), default=page.height)
    return Page(
        width=page.width,
        height=page.height,
        number=" ".join(word.text for word in in_margin),
        words=tuple(word for word in below if word.box.top < foot),
        notes=tuple(word for word in below if word.box.top >= foot),
        number_box=_around([word.box for word in in_margin]) if in_margin else None,
        level_lines=tuple(_box(line) for line in page.lines if line["height"] < 1),
        has_table=any(line["height"] > 1 for line in page.lines),
        looks=frozenset((char["fontname"], char["non_stroking_color"]) for char in page.chars),
    )


def _box(found: dict[str, Any]) -> Box:
    return Box(found["x0"], found["top"], found["x1"], found["bottom"])

"""The page setup of a section, and where it numbers its pages."""

from xml.etree.ElementTree import Element

from msgspec import Struct

from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.wordml import TWIPS_PER_MM, attribute, child, is_on, number

_WORDS_OWN_PAPER = {"w": 12240.0, "h": 15840.0}
_WORDS_OWN_MARGIN = 1440.0


class Section(Struct, frozen=True):
    """A section: paper and margins in millimetres, its page headers and footers by kind.

    ``start`` is the number of its first page, None where the count goes on. ``first_differs``:
    the first page has a header of its own, or none. ``tables`` counts the tables in it.
    """

    number: int
    width: float
    height: float
    margins: dict[str, float]
    start: float | None
    numerals: str
    first_differs: bool
    tables: int
    headers: dict[str, list[Line]]
    footers: dict[str, list[Line]]

    @property
    def lies_across(self) -> bool:
        """Whether the sheet is wider than it is high."""
        return self.width > self.height


def make_section(
    setup: Element | None,
    counts: tuple[int, int],
    headers: dict[str, list[Line]],
    footers: dict[str, list[Line]],
) -> Section:
    """Return the section that ``setup`` describes; ``counts`` are its number and its tables."""
    size, margins = child(setup, "pgSz"), child(setup, "pgMar")
    numbering, title = child(setup, "pgNumType"), child(setup, "titlePg")
    width, height = (_length(size, side, _WORDS_OWN_PAPER[side]) for side in ("w", "h"))
    sides = {
        side: abs(_length(margins, side, _WORDS_OWN_MARGIN))
        for side in ("top", "bottom", "left", "right")
    }
    sides["left"] += _length(margins, "gutter", 0)
    return Section(
        number=counts[0],
        width=width,
        height=height,
        margins=sides,
        start=number(attribute(numbering, "start")),
        numerals=attribute(numbering, "fmt") or "decimal",
        first_differs=title is not None and is_on(title),
        tables=counts[1],
        headers=headers,
        footers=footers,
    )


def _length(element: Element | None, side: str, default: float) -> float:
    told = number(attribute(element, side))
    return (default if told is None else told) / TWIPS_PER_MM

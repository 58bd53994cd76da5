"""Paper and margins of a template held against the decree."""

from collections.abc import Iterable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

from planforge.findings import Finding, Message, msg
from planforge.standards import Figure, Standard, load_standard
from planforge.writers.docx.checking.codes import DAMAGED, PAGE_SETUP, complain
from planforge.writers.docx.checking.package import W
from planforge.writers.docx.checking.text import Section

_MILLIMETRE = 1440 / 25.4
"""Twentieths of a point."""

_TOLERANCE = 0.1
"""Millimetres by which rulers in inches and in centimetres differ."""


def check_page_setup(sections: Iterable[Section]) -> Iterator[Finding]:
    """Name sections without a page setup, and warn of figures outside the decree."""
    for section in sections:
        where = msg("Section {number}", number=section.number)
        try:
            size = [_length(section.setup, "pgSz", side) for side in ("w", "h")]
            margins = {side: _length(section.setup, "pgMar", side) for side in _sides()}
        except ValueError:
            yield complain(
                DAMAGED,
                msg("The section has no page size or no margins."),
                where=where,
                hint=msg("Set both in Word: Layout, Size and Margins."),
            )
            continue
        for name, length, figure in _measures(size, margins):
            if not figure.allows(length, tolerance=_TOLERANCE):
                yield _outside(name, length, figure, where)


@cache
def _standard() -> Standard:
    return load_standard()


def _sides() -> dict[str, Message]:
    return {
        "top": msg("top margin"),
        "bottom": msg("bottom margin"),
        "left": msg("left margin"),
        "right": msg("right margin"),
    }


def _length(setup: Element, element: str, side: str) -> float:
    """Return a length in millimetres; raises ValueError where the template gives none."""
    found = setup.find(f"{W}{element}")
    return int(found.get(f"{W}{side}", "") if found is not None else "") / _MILLIMETRE


def _measures(
    size: list[float], margins: dict[str, float]
) -> Iterator[tuple[Message, float, Figure]]:
    standard = _standard()
    yield msg("paper width"), min(size), standard.paper.width
    yield msg("paper height"), max(size), standard.paper.height
    for side, name in _sides().items():
        yield name, margins[side], getattr(standard.margins, side)


def _outside(name: Message, length: float, figure: Figure, where: Message) -> Finding:
    return complain(
        PAGE_SETUP,
        msg(
            "The {name} is {length} mm; the decree asks for {allowed} mm.",
            name=name, length=f"{length:.3g}", allowed=_allowed(figure),
        ),
        where=where,
        hint=msg("Set it in Word: Layout, Size and Margins."),
    )  # fmt: skip


def _allowed(figure: Figure) -> str:
    if figure.one_of:
        return ", ".join(f"{value:g}" for value in figure.one_of)
    return "-".join(f"{v:g}" for v in (figure.at_least, figure.at_most) if v is not None)

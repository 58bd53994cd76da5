"""Margins (PL I.I.3)."""

from collections.abc import Iterator, Sequence

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, allowed, standard
from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.sections import Section

_TOLERANCE = 0.2
"""Millimetres by which rulers in inches and in centimetres differ."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield each margin that is outside the decree, upright pages and those across apart."""
    sections = anatomy.document.sections
    yield from _outside([s for s in sections if not s.lies_across], "error")
    yield from _outside([s for s in sections if s.lies_across], "info")


def _outside(sections: Sequence[Section], severity: Severity) -> Iterator[Breach]:
    for side, name in _sides().items():
        figure = getattr(standard().margins, side)
        wrong = [s for s in sections if not figure.allows(s.margins[side], tolerance=_TOLERANCE)]
        if wrong:
            yield Breach(
                message=msg(
                    "The {side} is {length} mm; the decree asks for {allowed} mm.",
                    side=name,
                    length=f"{wrong[0].margins[side]:.3g}",
                    allowed=allowed(figure),
                ),
                hint=msg("Set it in Word: Layout, Margins, Custom Margins."),
                source=standard().margins.clause,
                where=msg("Section {number}", number=wrong[0].number),
                count=len(wrong),
                severity=severity,
            )


def _sides() -> dict[str, Message]:
    return {
        "top": msg("top margin"),
        "bottom": msg("bottom margin"),
        "left": msg("left margin"),
        "right": msg("right margin"),
    }


RULE = WordRule(
    code="W102",
    name="margins",
    severity="error",
    check=check,
    what=msg(
        "Margins outside 20-25 mm above and below, 30-35 mm left, 15-20 mm right. Pages that "
        "lie across are only noted: there is no rule for them."
    ),
    why=msg(
        "The left margin is bound, the upper one holds the page number, and offices return "
        "what does not fit."
    ),
    bad="Lề trái: 25,4 mm",
    good="Lề trái: 30 mm",
    source="PL I.I.3",
)

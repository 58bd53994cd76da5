"""Quốc hiệu (PL I.II.1)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found
from planforge.linter.wordfile.rule import WordRule

_SPELLINGS = ("CỘNG HÒA", "CỘNG HOÀ")
"""The decree itself prints both."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the Quốc hiệu, or that there is none."""
    nation = anatomy.letterhead.nation
    if nation is None:
        if not anatomy.appendices:
            yield not_found("national_title", "warning" if anatomy.document.boxed else "error")
        return
    wanted = element("national_title")
    if nation.text.upper() not in [wanted.text.replace(_SPELLINGS[0], s) for s in _SPELLINGS]:
        yield Breach(
            message=msg("“{text}” is not how the Quốc hiệu is worded.", text=nation.text),
            hint=msg("Write {text}.", text=wanted.text),
            source=wanted.clause,
            where=nation.where,
        )
    yield from look_breaches("national_title", [nation])


RULE = WordRule(
    code="W104",
    name="national-title",
    severity="error",
    check=check,
    what=msg("The Quốc hiệu: wording, 12-13 pt, bold capitals, centred."),
    why=msg("It is the first thing a reader sees, and its form is fixed."),
    bad="Quốc hiệu: cỡ chữ 14, không đậm",
    good="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM (cỡ 12-13, đậm)",
    source="PL I.II.1",
)

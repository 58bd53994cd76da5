"""Paper and orientation (PL I.I.1 and 2)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, standard
from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.sections import Section

_TOLERANCE = 0.5
"""Millimetres by which programs differ about A4."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield sections on other paper, and those that lie across without reason."""
    sections = anatomy.document.sections
    other = [section for section in sections if not _is_a4(section)]
    across = [section for section in sections if section.lies_across and not section.tables]
    if other:
        yield _other_paper(other[0], len(other))
    if across:
        yield Breach(
            message=msg("The page lies across, but there is no table on it."),
            hint=msg("Set it upright in Word: Layout, Orientation."),
            source=standard().orientation.clause,
            where=msg("Section {number}", number=across[0].number),
            count=len(across),
        )


def _is_a4(section: Section) -> bool:
    short, long = sorted((section.width, section.height))
    paper = standard().paper
    return paper.width.allows(short, tolerance=_TOLERANCE) and paper.height.allows(
        long, tolerance=_TOLERANCE
    )


def _other_paper(section: Section, count: int) -> Breach:
    return Breach(
        message=msg(
            "The paper is {width} × {height} mm; the decree asks for A4, 210 × 297 mm.",
            width=f"{section.width:.0f}",
            height=f"{section.height:.0f}",
        ),
        hint=msg("Choose A4 in Word: Layout, Size."),
        source=standard().paper.clause,
        where=msg("Section {number}", number=section.number),
        count=count,
    )


RULE = WordRule(
    code="W101",
    name="page-size-or-orientation",
    severity="error",
    check=check,
    what=msg("Paper that is not A4, and pages that lie across without a table."),
    why=msg("The document is printed and filed on A4; only wide tables may lie across."),
    bad="Khổ giấy: Letter (216 × 279 mm)",
    good="Khổ giấy: A4 (210 × 297 mm), hướng dọc",
    source="PL I.I.1, PL I.I.2",
)

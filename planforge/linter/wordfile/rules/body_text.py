"""The running text (PL I.II.6.e)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import (
    Breach,
    Wanted,
    allowed,
    element,
    grouped,
    size_problem,
    standard,
)
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule

_MILLIMETRES = 0.6
_POINTS = 0.3
_LINES = 0.02
"""Tolerances: rulers in inches, sizes in half points, spacing in 240ths."""

_LISTED = ("-", "–", "+", "*", "•", "(", "[", "\t")


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield each kind of deviation of the running text once, with its count."""
    text, wanted = anatomy.text, element("body")
    clause = standard().paragraph.clause
    yield from grouped(text, lambda line: size_problem(line, wanted), wanted.clause)
    for problem_of in (_alignment, _indent, _spacing):
        yield from grouped(text, problem_of, clause)
    yield from grouped(_crowded(anatomy.document.lines, text), _gap, clause)


def _alignment(line: Line) -> Wanted | None:
    if line.layout.align == "both":
        return None
    return (
        msg("The text is not justified."),
        msg("Select the text in Word and press Ctrl+J."),
    )


def _indent(line: Line) -> Wanted | None:
    layout = line.layout
    if layout.numbered or layout.left or line.text.startswith(_LISTED) or _is_tabbed(line):
        return None
    if standard().paragraph.indent.allows(layout.indent, tolerance=_MILLIMETRES):
        return None
    return (
        msg(
            "The first line is {indent} mm in; the decree asks for {allowed} mm.",
            indent=f"{layout.indent:.3g}", allowed=allowed(standard().paragraph.indent),
        ),
        msg("Set it in Word: Paragraph, Special: First line."),
    )  # fmt: skip


def _is_tabbed(line: Line) -> bool:
    """Say whether a line is set in with a tab or with spaces."""
    return bool(line.runs) and line.runs[0].text[:1].isspace()


def _spacing(line: Line) -> Wanted | None:
    lines, figure = line.layout.line, standard().paragraph.line
    if lines is None or figure.allows(lines, tolerance=_LINES):
        return None
    return (
        msg(
            "The line spacing is {lines}; the decree asks for {allowed} lines.",
            lines=f"{lines:.3g}", allowed=allowed(figure),
        ),
        msg("Set it in Word: Paragraph, Line spacing."),
    )  # fmt: skip


def _crowded(lines: Sequence[Line], text: Sequence[Line]) -> list[Line]:
    """Return the paragraphs of the text that stand too close below another one of it."""
    known = set(map(id, text))
    figure = standard().paragraph.gap
    return [
        below
        for above, below in pairwise(lines)
        if {id(above), id(below)} <= known
        and above.place != below.place
        and not figure.allows(_distance(above, below), tolerance=_POINTS)
    ]


def _distance(above: Line, below: Line) -> float:
    """Return the points between two paragraphs, at most: some programs add the two gaps."""
    joined = above.layout.style == below.layout.style
    upper = 0.0 if above.layout.contextual and joined else above.layout.after
    lower = 0.0 if below.layout.contextual and joined else below.layout.before
    return upper + lower


def _gap(_line: Line) -> Wanted | None:
    return (
        msg(
            "The paragraph stands less than {gap} pt below the one above it.",
            gap=f"{standard().paragraph.gap.at_least:g}",
        ),
        msg("Set it in Word: Paragraph, Spacing: Before {gap} pt.",
            gap=f"{standard().paragraph.gap.use:g}"),
    )  # fmt: skip


RULE = WordRule(
    code="W111",
    name="body-text",
    severity="error",
    check=check,
    what=msg(
        "The running text: 13-14 pt, justified, first line 1 or 1.27 cm in, at least 6 pt "
        "between paragraphs, single to one and a half lines."
    ),
    why=msg(
        "Text that is set otherwise is harder to read and looks like the work of another office."
    ),
    bad="Nội dung: cỡ 12, canh trái, giãn dòng 2",
    good="Nội dung: cỡ 14, canh đều, giãn dòng 1-1,5",
    source="PL I.II.6.e",
)

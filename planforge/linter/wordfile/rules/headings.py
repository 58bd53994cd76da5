"""Headings of the main text (PL I.II.6.e and table PL I.V)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import (
    Breach,
    Wanted,
    element,
    grouped,
    look_breaches,
    size_problem,
)
from planforge.linter.wordfile.lines import Line, printed
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield each kind of deviation once for each level."""
    headings = anatomy.headings
    for name, lines in (
        ("part", headings.divisions),
        ("part_title", headings.division_titles),
        ("outline_section", headings.sections),
        ("clause_heading", headings.clauses),
    ):
        yield from look_breaches(name, [_without_note(line) for line in lines])
    yield from _articles(headings.articles)


def _without_note(line: Line) -> Line:
    """Return a heading without the words in brackets that stand beside it in plain type."""
    heading = tuple(takewhile(lambda run: run.look.bold or not run.text.strip(), line.runs))
    beside = printed(line.runs[len(heading) :])
    if not heading or not beside.startswith("("):
        return line
    return replace(line, text=printed(heading), runs=heading)


def _articles(lines: Sequence[Line]) -> Iterator[Breach]:
    wanted = element("article")
    yield from grouped(lines, lambda line: size_problem(line, wanted), wanted.clause)
    yield from grouped(lines, _plain_number, wanted.clause)


def _plain_number(line: Line) -> Wanted | None:
    """Return a complaint where “Điều 1.” is not bold; what follows may be plain text."""
    first = next((run for run in line.runs if run.text.strip()), None)
    if first is None or first.look.bold:
        return None
    return (
        msg("“Điều” and its number are not bold."),
        msg("Select “Điều …” in Word and press Ctrl+B."),
    )


RULE = WordRule(
    code="W112",
    name="headings",
    severity="error",
    check=check,
    what=msg(
        "Headings: “I. …” in bold capitals, “1. …” bold, “Điều 1.” bold, “Phần I” bold and "
        "centred with its title in capitals below; all upright, 13-14 pt."
    ),
    why=msg("The reader finds his way by them, and the table of contents is made of them."),
    bad="I. Mục tiêu, yêu cầu (chữ thường)",
    good="I. MỤC TIÊU, YÊU CẦU (in hoa, đậm)",
    source="PL I.II.6.e, PL I.V",
)

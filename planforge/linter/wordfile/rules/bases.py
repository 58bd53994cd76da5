"""The bases of the document (PL I.II.6.a)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, Wanted, element, grouped, look_breaches
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule

_HINT = msg("End each basis with “;” and the last one with “.”.")


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the bases; not every document has any."""
    bases = anatomy.title.bases
    if bases:
        clause = element("basis").clause
        yield from look_breaches("basis", bases)
        yield from grouped(bases[:-1], _not_a_semicolon, clause)
        yield from grouped(bases[-1:], _not_a_full_stop, clause)


def _not_a_semicolon(line: Line) -> Wanted | None:
    return None if line.text.endswith(";") else (msg("The basis does not end with “;”."), _HINT)


def _not_a_full_stop(line: Line) -> Wanted | None:
    return (
        None if line.text.endswith(".") else (msg("The last basis does not end with “.”."), _HINT)
    )


RULE = WordRule(
    code="W110",
    name="bases",
    severity="error",
    check=check,
    what=msg(
        "The bases: italic, 13-14 pt, justified, each ending with a semicolon and the last "
        "one with a full stop."
    ),
    why=msg("They are the ground the document stands on and are told from its text by their type."),
    bad="Căn cứ Luật … ngày 16 tháng 6 năm 2025, (chữ đứng)",
    good="Căn cứ Luật … ngày 16 tháng 6 năm 2025; (chữ nghiêng)",
    source="PL I.II.6.a",
)

"""L103: an abbreviation is defined once, and stands for one thing."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.abbreviations import Definition, read_abbreviations
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_READ_APART = frozenset(("appendices", "footnotes", "decision"))
"""What is read on its own may say again what an abbreviation stands for."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each definition of an abbreviation that the body has defined already."""
    first: dict[str, Definition] = {}
    for definition in read_abbreviations(subject).definitions:
        if not definition.long or definition.path[0] in _READ_APART:
            continue
        before = first.setdefault(definition.short, definition)
        if before is not definition:
            yield _violation(definition, before)


def _violation(definition: Definition, before: Definition) -> Violation:
    short = definition.short
    if fold(definition.long) != fold(before.long):
        return Violation(
            definition.path,
            msg(
                "“{short}” stands for “{long}” here and for “{before}” above.",
                short=short,
                long=definition.long,
                before=before.long,
            ),
            msg("Give one of the two another abbreviation, or write it out."),
        )
    return Violation(
        definition.path,
        msg("“{short}” has been explained above already.", short=short),
        msg("Write “{short}” alone from the second time on.", short=short),
    )


RULE = Rule(
    code="L103",
    name="abbreviation-defined-twice",
    severity="info",
    check=check,
    what=msg(
        "An abbreviation explained a second time in the body, or with two meanings. An appendix "
        "is read on its own and may explain it again."
    ),
    why=msg("A second definition makes the reader look for a second meaning."),
    bad="""
opening: |
  Thủ tục hành chính (TTHC) phải được công khai.

  Kết quả giải quyết thủ tục hành chính (TTHC) được số hóa.
""",
    good="""
opening: |
  Thủ tục hành chính (TTHC) phải được công khai.

  Kết quả giải quyết TTHC được số hóa.
""",
)

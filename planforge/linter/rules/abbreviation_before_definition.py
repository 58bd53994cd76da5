"""L102: an abbreviation is defined before it is used."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.abbreviations import first_uses, read_abbreviations
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_NO_PLACE_TO_DEFINE = frozenset(("title", "decision", "footnotes"))
"""A title is too short for a definition; a footnote is not read in the order of the file."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first use of each abbreviation whose definition comes later."""
    defined: dict[str, int] = {}
    for definition in read_abbreviations(subject).definitions:
        defined.setdefault(definition.short, definition.offset)
    for use in first_uses(subject):
        if use.offset < defined.get(use.short, 0) and use.path[0] not in _NO_PLACE_TO_DEFINE:
            yield Violation(
                use.path,
                msg("“{short}” is used here and explained only further on.", short=use.short),
                msg(
                    "Write it out here, with “({short})” after it, and only here.", short=use.short
                ),
            )


RULE = Rule(
    code="L102",
    name="abbreviation-before-definition",
    severity="info",
    check=check,
    what=msg("An abbreviation used before the place that says what it stands for."),
    why=msg("Who reads from the beginning meets a word that is not explained yet."),
    bad="""
opening: |
  Công tác CCHC được duy trì liên tục.

  Để thực hiện tốt cải cách hành chính (CCHC), Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
""",
    good="""
opening: |
  Công tác cải cách hành chính (CCHC) được duy trì liên tục.

  Để thực hiện tốt CCHC, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
""",
)

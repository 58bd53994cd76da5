"""L104: an abbreviation that is declared or defined is used."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.abbreviations import read_abbreviations
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import read_wording


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each abbreviation declared and never used, and each defined and never used again."""
    found = read_abbreviations(subject)
    used = {use.short for use in found.uses}
    declared = subject.plan.abbreviations
    for short in declared:
        if short not in used and not _stands_in(subject, short):
            yield Violation(
                ("abbreviations", short),
                msg("“{short}” is declared and never used.", short=short),
                msg("Delete it from `abbreviations:`."),
            )
    for definition in found.definitions:
        if definition.long and definition.short not in used:
            used.add(definition.short)
            yield Violation(
                definition.path,
                msg("“{short}” is explained here and never used.", short=definition.short),
                msg("Delete “({short})”, or use it further on.", short=definition.short),
            )


def _stands_in(subject: Subject, short: str) -> bool:
    pattern = rf"(?<!\w){re.escape(short)}(?!\w)"
    return re.search(pattern, read_wording(subject).text) is not None


RULE = Rule(
    code="L104",
    name="abbreviation-unused",
    severity="info",
    check=check,
    what=msg(
        "An abbreviation under `abbreviations:` that no text uses, or one explained in the text "
        "and never used afterwards."
    ),
    why=msg("The list is a promise to the reader; what is left over comes from an older plan."),
    bad="""
abbreviations:
  CNTT: công nghệ thông tin
""",
    good="""
abbreviations:
  CNTT: công nghệ thông tin
opening: Đẩy mạnh ứng dụng công nghệ thông tin (CNTT); đào tạo kỹ năng CNTT cho công chức.
""",
)

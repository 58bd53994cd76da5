"""A111: the province that issues the plan exists in its time."""

import re
from collections.abc import Iterator
from datetime import date

from planforge.findings import msg
from planforge.linter.assignment import moment_of
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.registries.agencies import merged_provinces
from planforge.vietnamese.normalization import normalize

_MERGED_ON = date(2025, 7, 1)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the issuer whose province belongs to another in the plan's time."""
    if moment_of(subject.plan) < _MERGED_ON:
        return
    provinces = merged_provinces()
    found = re.search(rf"\btỉnh ({'|'.join(provinces)})\b", normalize(subject.plan.issuer.name))
    if found:
        yield Violation(
            ("issuer", "name"),
            msg("“{name}” has not existed since 30/6/2025.", name=found[0]),
            msg("It belongs to {province} now.", province=provinces[found[1]]),
        )


RULE = Rule(
    code="A111",
    name="province-not-existing-then",
    severity="warning",
    check=check,
    what=msg("A plan for the time after 30/6/2025 issued in a province that joined another."),
    why=msg("The letterhead of an older plan was carried along."),
    bad="""
issuer:
  name: Ủy ban nhân dân tỉnh Nam Định
  short: UBND tỉnh
  place: Nam Định
""",
    good="""
issuer:
  name: Ủy ban nhân dân tỉnh Ninh Bình
  short: UBND tỉnh
  place: Ninh Bình
""",
    source="202/2025/QH15",
)

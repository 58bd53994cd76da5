"""D108: Quý I and Quý 1 do not stand in one plan."""

import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_QUARTER = re.compile(r"(?<!\w)[Qq]uý (?:(?P<roman>IV|I{1,3})|(?P<arabic>[1-4]))(?![\w])")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first quarter in the rarer kind of digits; Arabic where both are as frequent."""
    found: dict[str, list[tuple[Path, str]]] = {"roman": [], "arabic": []}
    for item in subject.texts:
        for match in _QUARTER.finditer(item.plain) if "uý" in item.plain else ():
            found[match.lastgroup or ""].append((item.path, match[0]))
    roman, arabic = found["roman"], found["arabic"]
    if not (roman and arabic):
        return
    rare, usual = (roman, arabic) if len(roman) < len(arabic) else (arabic, roman)
    yield Violation(
        rare[0][0],
        msg("“{rare}” here, “{usual}” elsewhere.", rare=rare[0][1], usual=usual[0][1]),
        msg("Write all quarters in one kind of digits."),
    )


RULE = Rule(
    code="D108",
    name="mixed-quarters",
    severity="info",
    check=check,
    what=msg("Quarters in Roman and in Arabic digits in one plan. Told once a plan."),
    why=msg("It shows that parts were pasted together; either kind is right by itself."),
    bad="""
opening: Báo cáo Quý I/2026 và Quý II/2026; kiểm tra trong Quý 3/2026.
""",
    good="""
opening: Báo cáo Quý I/2026 và Quý II/2026; kiểm tra trong Quý III/2026.
""",
)

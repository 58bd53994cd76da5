"""D104: a span of time ends after it begins."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.day_spans import find_spans
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each span that ends before it begins."""
    for item in subject.texts:
        for span in find_spans(item.plain) if "20" in item.plain else ():
            if span.days <= 0:
                yield Violation(
                    item.path,
                    msg("“{span}” ends before it begins.", span=span.words),
                    msg("Change the two ends round, or correct the wrong one."),
                )


RULE = Rule(
    code="D104",
    name="reversed-range",
    severity="error",
    check=check,
    what=msg("A span of days, months, quarters or years whose end lies before its beginning."),
    why=msg("One of the two ends is wrong; mostly a year was left from the plan before."),
    bad="""
opening: Số liệu tính từ ngày 15/12/2026 đến ngày 14/3/2026.
""",
    good="""
opening: Số liệu tính từ ngày 15/12/2025 đến ngày 14/3/2026.
""",
)

"""D113: the title names the time the plan is for."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.title_years import foreign_years


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the titles whose years are not those of the period."""
    plan = subject.plan
    titles: list[tuple[Path, str]] = [(("title",), plan.title)]
    if plan.decision is not None:
        titles.append((("decision", "title"), plan.decision.title))
    for path, title in titles:
        if years := foreign_years(title, plan.period.years):
            yield Violation(
                path,
                msg(
                    "The title says {years}, the period {period}.",
                    years=years,
                    period=str(plan.period),
                ),
                msg("Correct the title or `period:`."),
            )


RULE = Rule(
    code="D113",
    name="title-period-disagrees",
    severity="error",
    check=check,
    what=msg(
        "A title that names a year or a span of years, none of which is the plan's `period:`. "
        "The longer programme a yearly plan carries out may be named."
    ),
    why=msg("One of the two is last year's. The period decides what all other rules expect."),
    bad="""
title: Cải cách hành chính tỉnh Ninh Bình năm 2025
""",
    good="""
title: Thực hiện Chương trình cải cách hành chính giai đoạn 2021 - 2030 tỉnh Ninh Bình năm 2026
""",
)

"""C108: what a plan rests on is in force on the plan's day."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.document_findings import citations_after_the_end
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation of a document that surely holds no longer."""
    return citations_after_the_end(subject, sure=True)


RULE = Rule(
    code="C108",
    name="document-not-in-force",
    severity="warning",
    check=check,
    what=msg(
        "A document that ended before the day of issue, or before the period of a plan without "
        "a date. Reviews, titles of other documents and what the text itself calls replaced "
        "are left alone. Only entries of the registry that are sure."
    ),
    why=msg("Work is assigned by rules that hold no longer, mostly copied from last year's plan."),
    bad="""
date: 2026-12-28
opening: Công khai thông tin theo Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ.
""",
    good="""
date: 2025-12-30
opening: Công khai thông tin theo Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ.
""",
)

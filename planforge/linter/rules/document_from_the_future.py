"""C112: a plan cites only what has been issued before it."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.citations import cited_documents
from planforge.linter.known_documents import issue_day
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.dates import format_short_date


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every document dated after the plan itself."""
    issued = issue_day(subject.plan)
    for item in cited_documents(subject) if issued else ():
        day = item.citation.day
        if issued and day and day > issued:
            yield Violation(
                item.path,
                msg(
                    "“{document}” is dated {date}, after the plan itself ({issued}).",
                    document=item.name,
                    date=item.citation.date,
                    issued=format_short_date(issued),
                ),
                msg("Check the date; the year is mostly the slip."),
            )


RULE = Rule(
    code="C112",
    name="document-from-the-future",
    severity="warning",
    check=check,
    what=msg("A cited document dated after the day the plan is issued."),
    why=msg("What is not issued yet cannot be cited; one of the two dates is wrong."),
    bad="""
date: 2025-12-30
opening: Thực hiện Kế hoạch số 15/KH-UBND ngày 15/01/2026 của UBND tỉnh.
""",
    good="""
date: 2025-12-30
opening: Thực hiện Kế hoạch số 15/KH-UBND ngày 15/01/2025 của UBND tỉnh.
""",
)

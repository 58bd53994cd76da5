"""V101: what is to be decided about a draft is decided before it is signed."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.reviews import open_by_area
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield, at the first open decision, how many are; V102 has a review that nobody began."""
    parts = tuple(subject.review.parts())
    waiting = [path for path, part in parts if part.is_open]
    if 0 < len(waiting) < len(parts):
        yield Violation(
            waiting[0],
            msg(
                "{open} of {total} decisions are still open: {areas}.",
                open=len(waiting),
                total=len(parts),
                areas=open_by_area(subject.review),
            ),
            msg("This is the first of them; `planforge rollover --status` shows all."),
        )


RULE = Rule(
    code="V101",
    name="open-decisions",
    severity="warning",
    check=check,
    about="review",
    what=msg(
        "A draft some of whose areas, tasks or questions are not decided yet in its review file."
    ),
    why=msg(
        "What nobody decided is carried into the new year by mere copying. "
        "`planforge build --final` refuses such a draft."
    ),
    bad="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
  - task: kiem-tra-cong-vu
    decision: open
""",
    good="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
  - task: kiem-tra-cong-vu
    decision: change
    reason: Kiểm tra thêm cấp xã
""",
)

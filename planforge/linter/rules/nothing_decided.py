"""V102: a draft is more than a copy of last year's plan."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a review in which there is something to decide and everything is open."""
    parts = tuple(subject.review.parts())
    if parts and all(part.is_open for _, part in parts):
        yield Violation(
            ("follows",),
            msg("None of the {total} decisions about the old plan is made yet.", total=len(parts)),
            msg(
                "Write for each area and task below `decision: keep`, `change`, `drop`, `merge` "
                "or `split`, and for each question `answer: done`."
            ),
        )


RULE = Rule(
    code="V102",
    name="nothing-decided",
    severity="warning",
    check=check,
    about="review",
    what=msg("A draft of which nothing at all is decided yet in its review file."),
    why=msg("It is last year's plan with other years in it; nobody has looked at it."),
    bad="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: open
  - task: kiem-tra-cong-vu
    decision: open
""",
    good="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
  - task: kiem-tra-cong-vu
    decision: open
""",
)

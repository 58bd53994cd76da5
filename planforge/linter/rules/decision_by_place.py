"""V108: tasks that are decided about have ids, so that the decisions can be followed."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.reviews import decisions_by_place
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield, at the first of them, how many tasks the review names by their place."""
    unnamed = tuple(decisions_by_place(subject))
    if unnamed:
        yield Violation(
            (*unnamed[0].path, "task"),
            msg("{count} task(s) of the old plan have no id.", count=len(unnamed)),
            msg(
                "Best before deciding, write `id:` into the rows of {old} and draft anew; "
                "`planforge rollover --force` takes over what is decided already.",
                old=subject.review.follows,
            ),
        )


RULE = Rule(
    code="V108",
    name="decision-by-place",
    severity="info",
    check=check,
    about="review",
    what=msg("Tasks that a review names by their place in the old plan, as they have no id."),
    why=msg(
        "Whether such a decision is carried out can hardly be checked, and a task that is merged "
        "looks dropped in a comparison. The id is not printed."
    ),
    bad="""
follows: 2025.yaml
tasks:
  - task: phu-luc.1.2        # nhiệm vụ này trong kế hoạch trước chưa có id
    decision: keep
""",
    good="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
""",
)

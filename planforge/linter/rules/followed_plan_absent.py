"""S112: the plan that a plan follows lies where it says."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a plan that follows a file which is known not to be there."""
    follows = subject.plan.follows
    if follows in subject.absent:
        yield Violation(
            ("follows",),
            msg("The plan before, `{follows}`, is not there.", follows=follows),
            msg("Correct `follows:`: it is the file of the plan before as seen from this one."),
        )


RULE = Rule(
    code="S112",
    name="followed-plan-absent",
    severity="warning",
    check=check,
    what=msg("A plan that follows a file which is not there: it was renamed, moved or deleted."),
    why=msg("What became of its tasks can then no longer be followed from year to year."),
    bad="""
follows: 2024.yaml           # tệp này không còn trong thư mục
""",
    good="""
follows: 2025.yaml
""",
)

"""V106: a draft and its review follow the same plan."""

from collections.abc import Iterator
from posixpath import normpath
from unicodedata import normalize

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a review that names another old plan; a draft from a model follows none."""
    own, reviewed = subject.plan.follows, subject.review.follows
    if own and reviewed and _plain(own) != _plain(reviewed):
        yield Violation(
            ("follows",),
            msg(
                "The review is about what becomes of `{reviewed}`, but the draft follows `{own}`.",
                reviewed=reviewed,
                own=own,
            ),
            msg("Write the same file after `follows:` in both; or restore the right review."),
        )


def _plain(way: str) -> str:
    """Return a way with one spelling, as both files lie in one folder."""
    return normpath(normalize("NFC", way.replace("\\", "/")))


RULE = Rule(
    code="V106",
    name="review-follows-another",
    severity="warning",
    check=check,
    about="review",
    what=msg("A review whose old plan is another one than that which its draft follows."),
    why=msg(
        "The decisions are then held against the wrong plan, and what the right one has may be "
        "dropped unseen."
    ),
    bad="""
follows: 2024.yaml           # dự thảo ghi follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
""",
    good="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
""",
)

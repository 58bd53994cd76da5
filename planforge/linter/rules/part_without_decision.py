"""V105: the review of a draft leaves out no task of the old plan."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.appendix import Task
from planforge.model.walking import walk_records

_SHOWN = 5


def check(subject: Subject) -> Iterator[Violation]:
    """Yield, all at once, the tasks with an id that nothing is said of."""
    if subject.previous is None:
        return
    named = {part.task for part in subject.review.tasks}
    records = (record for _, record in walk_records(subject.previous))
    tasks = (record.id for record in records if isinstance(record, Task))
    missing = [name for name in tasks if name and name not in named]
    if missing:
        names = ", ".join(missing[:_SHOWN]) + (", …" if missing[_SHOWN:] else "")
        yield Violation(
            ("follows",),
            msg(
                "Nothing is said of {count} task(s) of the old plan: {names}.",
                count=len(missing),
                names=names,
            ),
            msg("Add `- task: {name}` with its decision to `tasks:`.", name=missing[0]),
        )


RULE = Rule(
    code="V105",
    name="part-without-decision",
    severity="warning",
    check=check,
    about="review",
    what=msg("A task of the old plan that the review of the draft does not name."),
    why=msg("A task that is struck from the list is dropped without anybody having decided so."),
    bad="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
""",
    good="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
  - task: kiem-tra-cong-vu
    decision: keep
  - task: tap-huan-cchc
    decision: keep
  - task: tham-quan-mo-hinh
    decision: drop
    reason: Không bố trí được kinh phí
""",
)

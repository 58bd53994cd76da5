"""A103: every piece of work is due some time."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.assignment import rows_without
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every task whose deadline is neither given nor left blank on purpose."""
    for row in rows_without(subject, "deadline"):
        yield Violation(
            row.cells["deadline"].path,
            msg("This task has no deadline."),
            msg("Say when it is due under `deadline:`, or write an empty text for a blank."),
        )


RULE = Rule(
    code="A103",
    name="missing-deadline",
    severity="warning",
    check=check,
    what=msg("A task whose time is not given, in a table that has the column."),
    why=msg("Work without a time is put off, and its progress cannot be followed."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo kết quả rà soát
        lead: Sở Tư pháp
        support: Các sở, ban, ngành
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo kết quả rà soát
        lead: Sở Tư pháp
        support: Các sở, ban, ngành
        deadline: Quý I/2026
""",
)

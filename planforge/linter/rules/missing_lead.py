"""A101: every piece of work has an agency that answers for it."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every line of a task on which no lead agency holds, after merging.

    A task that stands over others is answered for by their leads; a later line that is merged
    with a hole is the same hole.
    """
    for row in subject.rows:
        lead = row.cells["lead"]
        if row.task.tasks or not row.appendix.has_column("lead"):
            continue
        if not lead.text.strip() and not (row.position and lead.value is None):
            yield Violation(
                lead.path,
                msg("This task has no lead agency."),
                msg("Name the one agency that answers for it under `lead:`."),
            )


RULE = Rule(
    code="A101",
    name="missing-lead",
    severity="error",
    check=check,
    what=msg("A line of the appendix on which no lead agency holds, after merged cells."),
    why=msg("Work that nobody answers for is not done, and nobody can be asked."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo
        deadline: Quý I/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo
        lead: Sở Tư pháp
        deadline: Quý I/2026
""",
)

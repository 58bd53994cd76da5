"""A101: every piece of work has an agency that answers for it."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject, has_column


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every line of a task on which no lead agency holds, after merging."""
    for row in subject.rows:
        if row.is_title or not has_column(row.appendix, "lead"):
            continue
        if not row.cells["lead"].text.strip():
            yield Violation(
                row.cells["lead"].path,
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

"""A104: who helps is said, or said to be nobody."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.assignment import mentions_in, rows_without
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every task of a single agency whose supporting agencies are not given."""
    for row in rows_without(subject, "support"):
        if any(mention.is_collective for mention in mentions_in(row.cells["lead"])):
            continue
        yield Violation(
            row.cells["support"].path,
            msg("This task has no supporting agency."),
            msg("Name who helps under `support:`, or write an empty text for a blank."),
        )


RULE = Rule(
    code="A104",
    name="missing-support",
    severity="info",
    check=check,
    what=msg(
        "A task of a single agency for which no support is given, in a table that has the column."
    ),
    why=msg("An agency that is not named does not know that it is expected to help."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo kết quả rà soát
        lead: Sở Tư pháp
        deadline: Quý I/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        product: Báo cáo kết quả rà soát
        lead: Sở Tư pháp
        support: ""
        deadline: Quý I/2026
""",
)

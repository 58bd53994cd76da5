"""A102: every piece of work ends in something that can be handed over."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.assignment import rows_without
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every task whose product is neither given nor left blank on purpose."""
    for row in rows_without(subject, "product"):
        yield Violation(
            row.cells["product"].path,
            msg("This task has no product."),
            msg("Say what is handed over under `product:`, or write an empty text for a blank."),
        )


RULE = Rule(
    code="A102",
    name="missing-product",
    severity="warning",
    check=check,
    what=msg("A task whose product is not given, in a table that has the column."),
    why=msg("Without a product nobody can tell at the end of the year whether the work was done."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Rà soát văn bản quy phạm pháp luật
        lead: Sở Tư pháp
        support: Các sở, ban, ngành
        deadline: Quý I/2026
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

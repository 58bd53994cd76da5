"""D107: two products and two deadlines pair; two and three do not."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.rows import CellItem

_FEWEST = 2


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each line whose lists of products and of deadlines differ in length."""
    for row in subject.rows:
        product, deadline = row.cells["product"], row.cells["deadline"]
        if product.inherited and deadline.inherited:
            continue
        products, deadlines = _items(product), _items(deadline)
        if products != deadlines and min(products, deadlines) >= _FEWEST:
            yield Violation(
                deadline.path,
                msg(
                    "{products} products here, but {deadlines} deadlines.",
                    products=products,
                    deadlines=deadlines,
                ),
                msg("Give each product its deadline, in the same order."),
            )


def _items(cell: CellItem) -> int:
    """Return how many dashed items a cell lists."""
    return sum(1 for paragraph in cell.value or () if paragraph.mark == "-")


RULE = Rule(
    code="D107",
    name="unpaired-deadlines",
    severity="info",
    check=check,
    what=msg(
        "A list of products beside a list of deadlines of another length, both of two or more."
    ),
    why=msg("Readers pair them in order; one product has no deadline, or one has two."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Theo dõi thi hành pháp luật
        product: [Kế hoạch, Báo cáo sơ kết, Báo cáo tổng kết]
        lead: Sở Tư pháp
        deadline: [Tháng 01/2026, Tháng 12/2026]
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Theo dõi thi hành pháp luật
        product: [Kế hoạch, Báo cáo]
        lead: Sở Tư pháp
        deadline: [Tháng 01/2026, Tháng 12/2026]
      - task: Kiểm soát thủ tục hành chính
        product: [Kế hoạch, Báo cáo]
        lead: Văn phòng UBND tỉnh
        deadline: Năm 2026
""",
)

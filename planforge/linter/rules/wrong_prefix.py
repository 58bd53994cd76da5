"""N103: 2.1 stands under 2."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.numbering import NumberedItem, find_kept_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.numbering import Number


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each kept decimal number that begins with another number than that above it."""
    for run in find_kept_runs(subject):
        for item in run.items:
            if item.kept and not _belongs(item, run.parent):
                yield Violation(
                    (*item.path, "number"),
                    msg(
                        "“{number}” stands under “{parent}”.",
                        number=item.number.label,
                        parent=run.parent.label or run.parent.decimal,
                    ),
                    msg("Delete `number:`, so that the program counts, or keep the right number."),
                )


def _belongs(item: NumberedItem, parent: Number) -> bool:
    prefix, dot, _ = item.kept.rpartition(".")
    return not dot or not prefix or not parent.decimal or prefix in (parent.decimal, parent.bare)


RULE = Rule(
    code="N103",
    name="wrong-prefix",
    severity="warning",
    check=check,
    what=msg("A number kept as issued, such as 1.1, under an item with another number, such as 2."),
    why=msg("The number says that the item belongs elsewhere, and another one may have it too."),
    bad="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - title: Cải cách thể chế
        text: Rà soát văn bản.
      - title: Cải cách thủ tục hành chính
        child_style: 1.1.
        sections:
          - {number: "1.1", title: Công khai thủ tục, text: Thực hiện thường xuyên.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
    good="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - title: Cải cách thể chế
        text: Rà soát văn bản.
      - title: Cải cách thủ tục hành chính
        child_style: 1.1.
        sections:
          - {title: Công khai thủ tục, text: Thực hiện thường xuyên.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
)

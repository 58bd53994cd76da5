"""N107: a) does not stand inside a)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.numbering import find_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first item of each run numbered in the style of something above it."""
    for run in find_runs(subject):
        nested = (i for i in run.items if i.number.bare and i.number.style in run.above)
        if item := next(nested, None):
            yield Violation(
                item.path,
                msg(
                    "“{number}” begins again inside an item numbered in the same way.",
                    number=item.number.label,
                ),
                msg("Set another `child_style:` on the item above, such as `-` or `1.1.`."),
            )


RULE = Rule(
    code="N107",
    name="nested-style",
    severity="info",
    check=check,
    what=msg("Items numbered a), b) inside an item that is itself numbered a) or b)."),
    why=msg("“Điểm a” then names two places. It is often seen, and often left."),
    bad="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    child_style: a)
    sections:
      - title: Cải cách thể chế
        child_style: a)
        sections:
          - {title: Rà soát, text: Rà soát văn bản của tỉnh.}
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
    child_style: a)
    sections:
      - title: Cải cách thể chế
        sections:
          - {title: Rà soát, text: Rà soát văn bản của tỉnh.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
)

"""N101: no two siblings print the same number."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.numbering import NumberedItem, find_kept_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each number that a sibling prints already."""
    for run in find_kept_runs(subject):
        seen: dict[str, NumberedItem] = {}
        for item in run.items:
            twin = seen.setdefault(item.number.label, item)
            if twin is not item and item.number.bare:
                kept = item if item.kept else twin
                yield Violation(
                    (*kept.path, "number"),
                    msg("Two items here are numbered “{number}”.", number=item.number.label),
                    msg("Delete `number:`, so that the program counts, or keep the right number."),
                )


RULE = Rule(
    code="N101",
    name="duplicate-number",
    severity="error",
    check=check,
    what=msg("Two items side by side that print the same number, because one was kept as issued."),
    why=msg("“Nhiệm vụ số 6” then means two things, and whoever cites it cites both."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp}
      - {number: "1", task: Công khai thủ tục, lead: Văn phòng UBND tỉnh}
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp}
      - {task: Công khai thủ tục, lead: Văn phòng UBND tỉnh}
""",
)

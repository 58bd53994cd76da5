"""S109: “gồm 88 nhiệm vụ” is said of 88 tasks."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject, TextItem
from planforge.linter.totals import totals_of

_DECLARED = re.compile(
    r"(?i:kế hoạch|phụ lục|danh mục|bảng phân công)(?: này| [IVX]+)? (?:bao )?(?:gồm|có)(?: có)? "
    r"(?:tất cả |tổng số )?(?P<count>[0-9]{1,4}) (?P<kind>nhiệm vụ|nhóm nhiệm vụ|phụ lục)(?! của)"
    r"|(?i:tổng số|tổng cộng)(?: có| là|:)? ?(?P<count_2>[0-9]{1,4}) "
    r"(?P<kind_2>nhiệm vụ|nhóm nhiệm vụ|phụ lục)(?! của)"
)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each total that no way of counting gives."""
    known: dict[str, set[int]] = {}
    for item in subject.texts:
        for found in _DECLARED.finditer(item.plain) if _is_about_table(item) else ():
            count, kind = int(found["count"] or found["count_2"]), found["kind"] or found["kind_2"]
            if kind not in known:
                known[kind] = totals_of(subject, kind)
            if known[kind] and count not in known[kind]:
                yield Violation(
                    item.path,
                    msg(
                        "“{words}”, but there are {count}.", words=found[0], count=max(known[kind])
                    ),
                    msg("Write the right total, or add what is missing."),
                )


def _is_about_table(item: TextItem) -> bool:
    """Whether a text counts what the appendices hold, and not what the body lists."""
    if "nhiệm vụ" not in item.plain and "phụ lục" not in item.plain:
        return False
    in_appendix = item.path[0] == "appendices" and "tasks" not in item.path
    return in_appendix or "{" in item.written or "phụ lục" in item.plain.casefold()


RULE = Rule(
    code="S109",
    name="wrong-total",
    severity="warning",
    check=check,
    what=msg(
        "A total the plan gives of its own tasks, groups or appendices (“Kế hoạch gồm 88 nhiệm "
        "vụ”) that no way of counting them gives: all, top ones, rows, those of one appendix."
    ),
    why=msg("A total that is wrong shows that rows were added or lost after it was written."),
    bad="""
opening: Kế hoạch này gồm 03 nhiệm vụ nêu tại {phu-luc}.
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
      - {task: Công khai thủ tục, lead: Văn phòng UBND tỉnh, deadline: Thường xuyên}
""",
    good="""
opening: Kế hoạch này gồm 02 nhiệm vụ nêu tại {phu-luc}; năm 2025 hoàn thành 85/88 nhiệm vụ.
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
      - {task: Công khai thủ tục, lead: Văn phòng UBND tỉnh, deadline: Thường xuyên}
""",
)

"""D102: the time column holds times."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.due_dates import find_dues
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_CUSTOMARY = (
    r"[0-9]{1,2}[/.-][0-9]{1,4}|(?<!\w)(?:năm|tháng|tuần|ngày|quí|đợt|giai đoạn|nhiệm kỳ|hàng|hằng"
    r"|thường xuyên|định kỳ|đột xuất|liên tục|kịp thời|lâu dài|suốt|cả năm|đầu|cuối|sau|trước"
    r"|khi|ngay|theo|tùy|từng|trong|hoàn thành|tiếp tục|phát sinh|thời gian|thời hạn|tiến độ"
    r"|lộ trình|kế hoạch|yêu cầu|cùng kỳ|kỳ|đã|chưa|dự kiến|nếu có|có)(?!\w)"
    r"|(?:19|20)[0-9]{2}|(?<!\w)qu[yý](?!\w)|[.…_]{2,}|^[-–…x]*$"
)
"""Words and signs that speak of time; read on folded text."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each part of a time cell that no grammar reads and that has no word of time."""
    for due in find_dues(subject):
        if due.deadline is None and not re.search(_CUSTOMARY, fold(due.text)):
            yield Violation(
                due.path,
                msg("“{text}” says no time.", text=due.text),
                msg("Write a time: “Quý I/2026”, “Tháng 6/2026”, “Thường xuyên”."),
            )


RULE = Rule(
    code="D102",
    name="unknown-deadline",
    severity="warning",
    check=check,
    what=msg(
        "A part of the time column that is no time at all: an agency, a product, a slip of the "
        "keyboard. Free wording about time (“Sau khi có hướng dẫn”) is left alone."
    ),
    why=msg("Mostly a cell has slipped into the wrong column, and the deadline is lost."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Sở Nội vụ}
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Ngay sau khi có hướng dẫn}
""",
)

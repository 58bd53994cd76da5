"""Facts and events of one year in running text: the cues by which they are known.

A law that took effect, a body that began its work, a congress: moving the year would tell of
something that does not happen. A start without an end (``từ ngày 01/7/2025``) is such a fact too.
"""

import re

from planforge.rollover.wording import sentence_around

_DAY = r"(?:[0-9]{1,2}/[0-9]{1,2}/|[0-9]{1,2} tháng [0-9]{1,2} năm )"
_HAPPENED = re.compile(
    "(?:hiệu lực|(?:đi vào|kết thúc|chấm dứt|chính thức) (?:hoạt động|vận hành))[^.;:,()]{0,40}$",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"(?<!\w)từ (?:ngày )?{_DAY}$", re.IGNORECASE)
_COLLECTED = re.compile("(?:số liệu|tính|chốt|thống kê|báo cáo)[^.;:]{0,30}$", re.IGNORECASE)
_UNTIL = re.compile(r"[^.;:,]{0,12}(?:đến|tới|-|–)(?!\w)")
_REFORM_DAY = re.compile(r"(?<![0-9])(?:0?1/0?[37]/|0?1 tháng 0?[37] năm )$")
_REFORM = re.compile(
    "cấp huyện|(?:02|2|hai) cấp|sắp xếp|hợp nhất|sáp nhập|tổ chức bộ máy|kết thúc|chuyển tiếp",
    re.IGNORECASE,
)
"""On 01/3/2025 and 01/7/2025 ministries, provinces and communes were merged, districts ended.

The year is not looked at: what is a fact must not depend on how often the plan has moved.
"""

_COUNTED_YEAR = re.compile(
    r"(?<!\w)năm (?:cuối|đầu|bản lề|thứ (?:nhất|hai|ba|tư|năm|[0-9]))(?: cùng| tiên)?"
    " (?:của|thực hiện|triển khai|nhiệm kỳ|vận hành|giai đoạn|kế hoạch)",
    re.IGNORECASE,
)
_IS_A_YEAR = re.compile(r",? (?:được xác định )?là (?:một )?năm(?!\w)")
_THEME = re.compile(r"chủ đề (?:của |công tác |hành động )*năm $", re.IGNORECASE)
_WITH_THEME = re.compile(r"[^.;:]{0,20}với chủ đề")
_EVENT = re.compile(
    r"(?:(?<!nghị quyết )đại hội|bầu cử|khai trương|khánh thành|kỷ niệm [0-9]+ năm)(?!\w)"
    r"[^.;:()]{0,80}$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"công bố (?:trong |vào |tháng [0-9]+[ /]?|quý [IV]+[ /]?)*(?:năm )?$")


def is_fact(text: str, offset: int) -> bool:
    """Whether the year at ``offset`` stands with what happened, or holds, in that year alone."""
    sentence, place = sentence_around(text, offset)
    before, after = sentence[:place], sentence[place + 4 :]
    led = any(cue.search(before) for cue in (_HAPPENED, _THEME, _EVENT))
    followed = any(cue.match(after) for cue in (_IS_A_YEAR, _WITH_THEME))
    reform = _REFORM_DAY.search(before) and _REFORM.search(sentence)
    counted = _COUNTED_YEAR.search(sentence)
    return bool(led or followed or reform or counted or _begins_for_good(before, after))


def _begins_for_good(before: str, after: str) -> bool:
    found = _SINCE.search(before)
    if found is None or _UNTIL.match(after):
        return False
    return not _COLLECTED.search(before[: found.start()])


def is_announcement(text: str, offset: int) -> bool:
    """Whether the year at ``offset`` says when figures were made public."""
    sentence, place = sentence_around(text, offset)
    return _ANNOUNCED.search(sentence[:place]) is not None

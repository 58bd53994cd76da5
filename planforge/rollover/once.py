"""Times that do not come again with every plan: the cues by which they are known."""

import re

from planforge.findings import Message, msg
from planforge.rollover.wording import beginning_of, sentence_around
from planforge.vietnamese.citations import find_citations
from planforge.vietnamese.deadlines import Deadline, parse_deadline, split_deadlines

_MAKE = (
    "(?:xây dựng|(?<!công )lập|(?<!chương )(?<!quy )trình|thẩm định|phê duyệt|hoàn thiện|ban hành"
    "|thông qua)"
)
_MERGED = "(?:sắp xếp|hợp nhất|sáp nhập|tổ chức lại|kiện toàn)"
_BODIES = "(?:trung tâm|sở|chi cục|ban quản lý|công ty|bộ phận|phòng|quỹ|đơn vị|xã|phường|tỉnh)"
_ONCE = re.compile(
    rf"{_MAKE}[^.;:()]{{0,60}}(?:\b(?:đề án|vị trí việc làm)\b|giai đoạn (?:19|20)[0-9]{{2}}"
    rf"|phương án {_MERGED})|đề án vị trí việc làm"
    r"|hoàn thành (?:việc |công tác )?"
    r"(?:sắp xếp|hợp nhất|chuyển đổi|bàn giao|di dời|làm sạch|nâng cấp|đầu tư)"
    rf"|{_MERGED}[^.;:()]{{0,40}}đơn vị hành chính|đơn vị hành chính[^.;()]{{0,70}}{_MERGED}"
    r"|(?:sắp xếp|xử lý)[^.;:()]{0,40}dôi dư"
    r"|(?:đề án|phân cấp)[^.;:()]{0,160}thể chế hóa|thể chế hóa[^.;:()]{0,60}(?:đề án|phân cấp)"
    rf"|(?:thành lập|khai trương|khánh thành) (?:các )?(?:mới )?{_BODIES}(?!\w)"
    r"|\b(?:sáp nhập|giải thể|cổ phần hóa|thoái vốn)\b"
    r"|hợp nhất (?:các )?(?:sở|cơ quan|đơn vị|tổ chức)"
    r"|(?:tổng kết|sơ kết)[^.;:()]{0,40}"
    r"(?:giai đoạn|nghị quyết|chương trình|đề án|chỉ thị|[0-9]+ năm)"
    r"|\b(?:đại hội|bầu cử)\b|kỷ niệm [0-9]+ năm|lần thứ [ivx0-9]+",
    re.IGNORECASE,
)
"""Work that is done once: a scheme, a merger, a review of several years, an event, a long plan."""

_DECIDED_THERE = re.compile("nghị quyết (?:của )?đại hội[^,;.:()]*", re.IGNORECASE)
"""A congress that is only cited, for what it decided."""

_DUE = re.compile(rf"(?<!tiếp tục ){_MERGED} (?:lại )?(?:tổ chức|bộ máy|các đơn vị)", re.IGNORECASE)
"""Work that may go on for years, unless a definite time is set for it."""

_SET_ABOVE = re.compile(
    "tự (?:đánh giá|chấm điểm)[^.;]{0,40}chỉ số[^.;]{0,40} tỉnh(?! đoàn)", re.IGNORECASE
)
_ON_A_DAY = frozenset(("on", "by"))

_FOR_YEARS = re.compile(
    r"(?:kế hoạch|chương trình|đề án)[^.;:()]{0,120}giai đoạn (?:19|20)[0-9]{2}", re.IGNORECASE
)
_DEFINITE = frozenset(("quarter", "month", "on", "by"))
"""Work for a period of years that is due by a definite time is done when that time has come."""

_LOOKS_BACK = re.compile(
    "chỉ số|tổng kết|đánh giá|báo cáo|công bố|quyết toán|kết quả|xếp loại|thi đua|khen thưởng"
    "|chấm điểm|thẩm định|rút kinh nghiệm",
    re.IGNORECASE,
)
"""What closes a year and is due after its end, every year anew."""

_SET_ELSEWHERE = re.compile(
    r"(?:trước|chậm nhất|hạn|xong|muộn nhất)[^.;:,0-9]{0,20} [0-9]{1,2}/[0-9]{1,2}/$"
)
_FIRST_LATE_MONTH = 10


def time_of_row(text: str, year: int, words: str, years: range) -> Message | None:
    """Return why ``year`` in the time cell ``text`` may not move with the plan, or None.

    ``words`` say what the row is about, ``years`` are those of the plan.
    """
    deadlines = [parse_deadline(part) for part in split_deadlines(text)]
    named = [deadline for deadline in deadlines if deadline and str(year) in deadline.expression]
    if any(deadline.kind == "open_year" for deadline in named):
        return msg("goes on for years")
    if year < years.start and not (year == years.start - 1 and all(map(_is_late, named))):
        return msg("lies before the plan's time")
    if _SET_ABOVE.search(words) and any(deadline.kind in _ON_A_DAY for deadline in named):
        return msg("perhaps set by the ministry each year")
    definite = any(deadline.kind in _DEFINITE for deadline in named)
    return _after_the_end(year, words, years) or _done_once(
        words, _ONCE, *[_FOR_YEARS, _DUE] * definite
    )


def time_in_sentence(text: str, offset: int, years: range) -> Message | None:
    """Return why the year at ``offset`` of running text may not move with the plan, or None."""
    sentence, place = sentence_around(text, offset)
    year = int(text[offset : offset + 4])
    return (
        _after_the_end(year, sentence, years)
        or _done_once(sentence, _ONCE)
        or _set_elsewhere(sentence, place)
    )


def _is_late(deadline: Deadline) -> bool:
    """Whether a time is in the last months of its year, when the next plan is prepared."""
    first, last = deadline.interval() or (None, None)
    day = first or last
    return day is not None and day.month >= _FIRST_LATE_MONTH


def _after_the_end(year: int, words: str, years: range) -> Message | None:
    follows = year == years.stop and (_LOOKS_BACK.search(words) or str(year) in words)
    return msg("lies after the plan's time") if year >= years.stop and not follows else None


def _done_once(words: str, *cues: re.Pattern[str]) -> Message | None:
    words = _DECIDED_THERE.sub("", words)
    found = next(filter(None, (cue.search(words) for cue in cues)), None)
    return msg("perhaps done only once (“{cue}”)", cue=beginning_of(found[0])) if found else None


def _set_elsewhere(sentence: str, place: int) -> Message | None:
    """Return that a document names the day, where the sentence cites one for it."""
    if not _SET_ELSEWHERE.search(sentence[:place]):
        return None
    for citation in find_citations(sentence):
        number = str(citation.symbol) if citation.symbol else citation.name
        return msg("perhaps set by {document}", document=f"{citation.type} {number}".strip())
    return None

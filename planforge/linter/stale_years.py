"""Years of another plan in places that speak of this one."""

import re

from planforge.vietnamese.years import classify_years

WRITTEN_YEAR = "(?:19|20)[0-9]{2}"
_LOOKS_BACK = re.compile(
    "kết quả|đánh giá|tổng kết|sơ kết|tình hình|hạn chế|tồn tại|mất điểm|tiêu chí|chỉ số|quyết toán"
    "|thanh tra|kiểm toán|kiểm tra|kết luận|so với|cùng kỳ|khắc phục|tiếp tục|chuyển tiếp|còn lại"
    "|đã |từ năm|trước năm|nghị quyết|luật|pháp lệnh|hiến pháp|nghị định|thông tư|quyết định"
    "|công bố|báo cáo|số liệu|học kỳ|năm học|niên độ|xếp hạng|thứ hạng|khảo sát",
    re.IGNORECASE,
)
_PLAN_TO_MAKE = re.compile(
    r"(?:[Xx]ây dựng|[Bb]an hành|[Ll]ập|[Tt]riển khai|^)(?:[^.;:()]{0,60}?)[Kk]ế hoạch "
    r"(?:[^.;:()0-9]{0,90} )?năm (?P<year>20[0-9]{2})(?=[\s,;.)]|$)"
)


def stale_title_year(title: str, years: range) -> int | None:
    """Return the other year that a heading names in place of one of ``years``, or None.

    A heading that names a year of the plan as well, or that looks back, is right.
    """
    if all(int(year) in years for year in re.findall(WRITTEN_YEAR, title)):
        return None
    tokens = classify_years(title, years)
    if any(token.kind in ("plan_year", "next_year", "deadline") for token in tokens):
        return None
    for token in tokens:
        before = title[: token.offset]
        if token.kind == "literal" and before.endswith("ăm ") and not _LOOKS_BACK.search(before):
            return token.year
    return None


def stale_plan_year(text: str, years: range) -> int | None:
    """Return the past year for which ``text`` says a plan is to be made, or None."""
    if "ế hoạch" not in text:
        return None
    for found in _PLAN_TO_MAKE.finditer(text):
        year = int(found["year"])
        clause = re.split("[.;:]", text[: found.end()])[-1]
        if year < years.start and not _LOOKS_BACK.search(clause):
            return _confirmed(text, found.start("year"), years)
    return None


def _confirmed(text: str, offset: int, years: range) -> int | None:
    """Return the year at ``offset`` if nothing in the text gives it another meaning."""
    kinds = {token.offset: token for token in classify_years(text, years)}
    token = kinds.get(offset)
    return token.year if token and token.kind == "literal" else None

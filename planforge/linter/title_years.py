"""The years a title names, held against those of the plan."""

import re

from planforge.linter.stale_years import WRITTEN_YEAR
from planforge.vietnamese.years import YearToken, classify_years

_OF_SOMETHING_ELSE = re.compile(
    "(?:luật|hiến pháp|pháp lệnh|nghị quyết|kết luận|kiểm tra|kiểm toán|thanh tra|tổng điều tra"
    r"|sau|từ|khắc phục|mất điểm|chỉ số)(?!\w)[^,;.]*$",
    re.IGNORECASE,
)


def foreign_years(title: str, years: range) -> str:
    """Return the year or span that ``title`` names in place of the plan's, "" where it is right.

    A title without years is right; so is one that names any year of the plan, or a span the
    plan lies in.
    """
    if all(int(year) in years for year in re.findall(WRITTEN_YEAR, title)):
        return ""
    tokens = classify_years(title, years)
    if any(token.kind in ("plan_year", "deadline") for token in tokens):
        return ""
    single = next((token for token in tokens if _claims(title, token)), None)
    if single is not None:
        return str(single.year)
    spans = [token.year for token in tokens if token.kind == "multi_year_period"]
    begins_later = len(spans) > 1 and min(spans) >= years.stop
    if not spans or (max(spans) >= years.start and not begins_later):
        return ""
    return "-".join(str(year) for year in sorted({min(spans), max(spans)}))


def _claims(title: str, token: YearToken) -> bool:
    """Whether a year is said to be the plan's, and is not that of a law, an index or a check."""
    before = title[: token.offset]
    return (
        token.kind in ("literal", "next_year")
        and before.casefold().endswith("năm ")
        and not _OF_SOMETHING_ELSE.search(before)
    )

"""Deadlines: what the time column of an appendix says.

    cell       = part | "- " part " - " part …
    part       = [label " "] expression [" (nếu có)"]
    year       = ["Trong "] "Năm " Y
    open_year  = "Năm " Y " và những năm tiếp theo"
    quarter    = "Quý " (I-IV | 1-4) ("/" | "-Năm " | "- Năm " | " năm ") Y
    month      = "Tháng " M ("/" | " năm ") Y
    on         = "Ngày " date
    by         = ("Trước" | "Chậm nhất" | "Đến") " " (["ngày "] date | month | quarter | year)
    recurring  = "Thường xuyên" | "Hàng năm" | "Hàng quý và năm " Y | "Hàng tháng" …
    external   = "Theo " …

Capitals are free at the start of a word, and a label holds no digits.
"""

import datetime as dt
import re
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from planforge.vietnamese.dates import format_month, format_short_date, parse_date
from planforge.vietnamese.roman import format_roman, parse_roman

Kind = Literal["year", "open_year", "quarter", "month", "on", "by", "recurring", "external"]
Interval = tuple[dt.date | None, dt.date | None]

_YEAR = "(?:19|20)[0-9]{2}"
_DATE = f"(?:[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR}|[0-9]{{1,2}} tháng [0-9]{{1,2}} năm {_YEAR})"
_MONTH = f"[Tt]háng (?P<month>0?[1-9]|1[0-2])(?:/| năm )(?P<year>{_YEAR})"
_QUARTER = f"[Qq]uý (?P<quarter>IV|I{{1,3}}|[1-4])(?: ?[/–-] ?| )(?:[Nn]ăm )?(?P<year>{_YEAR})"
_POINTS = (
    f"[Nn]gày (?P<date>{_DATE})",
    rf"(?<![\w/])(?P<date>{_DATE})",
)

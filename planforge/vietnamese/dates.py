"""Calendar days, as a document's own date and as dates inside its text."""

import re
from datetime import date

_FORMS = (
    r"(?:[Nn]gày )?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    r"[Nn]gày (?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})",
)
_LAST_PADDED_MONTH = 2


def format_header_date(day: date) -> str:
    """Return ``day`` as ``ngày 05 tháng 01 năm 2022``, the form of a document's own date.

    Days below 10 and the months 1 and 2 take a leading zero, others never
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4).
    """
    return f"ngày {day.day:02d} tháng {format_month(day.month)} năm {day.year:04d}"


def format_short_date(day: date) -> str:
    """Return ``day`` as ``01/6/2020``, padded like `format_header_date`."""
    return f"{day.day:02d}/{format_month(day.month)}/{day.year:04d}"


def format_month(month: int) -> str:
    """Return ``month`` in digits; only 1 and 2 take a leading zero, as in `format_header_date`."""
    return f"{month:02d}" if month <= _LAST_PADDED_MONTH else str(month)


def parse_header_date(text: str) -> date | None:
    """Return the day that `format_header_date` prints as ``text``.

    None also for a day padded otherwise (``tháng 03``), which `parse_date` reads.
    """
    day = parse_date(text)
    return day if day is not None and format_header_date(day) == text else None


def parse_date(text: str) -> date | None:
    """Return the day written as ``1/6/2020``, ``2020-06-01`` or ``ngày 1 tháng 6 năm 2020``.

    Leading zeros are free in the first and the last form, and ``ngày`` may precede the first.
    None for anything else and for days that do not exist.
    """
    for form in _FORMS:
        if found := re.fullmatch(form, text):
            return make_day(found["year"], found["month"], found["day"])
    return None


def make_day(year: str, month: str, day: str) -> date | None:
    """Return the day whose parts are written in digits, or None when there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

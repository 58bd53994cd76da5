"""The time a plan is for, which is not the time it is issued."""

import datetime
import re

from msgspec import Struct

_FIRST_YEAR = 1945
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")


class Period(Struct, frozen=True):
    """The days from ``start`` to ``end``, both included."""

    start: datetime.date
    end: datetime.date

    @property
    def years(self) -> range:
        """The calendar years the period touches."""
        return range(self.start.year, self.end.year + 1)

    def __str__(self) -> str:
        """Return ``2022``, ``2026-2030`` or, for other periods, ``01/7/2025-31/12/2025``."""
        first, last = self.start, self.end
        if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
            return f"{first:%d/%m/%Y}-{last:%d/%m/%Y}"
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"


def parse_period(text: str) -> Period | None:
    """Return the period written as ``2022`` or ``2026-2030``, or None."""
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if not _FIRST_YEAR <= first <= last:
        return None
    return Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31))

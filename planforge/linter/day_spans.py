"""Days and spans of days inside running text: “từ ngày 15/12/2020 đến ngày 14/3/2021”."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.vietnamese.deadlines import parse_deadline

_DIGITS = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_WORDS = r"ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}"
_DAY = rf"(?:[Nn]gày )?{_DIGITS}|{_WORDS}"
_BOUND = (
    rf"{_DAY}|[Tt]háng [0-9]{{1,2}}(?:/| năm )[0-9]{{4}}"
    rf"|[Qq]uý (?:IV|I{{1,3}}|[1-4])(?:/| năm )[0-9]{{4}}|[Nn]ăm [0-9]{{4}}"
)
_TO = r" (?:đến|tới)(?: hết)? | ?[-–—] ?"
_BETWEEN = re.compile("[0-9] ?(?:đến|tới|[-–—])")
_SPAN = (
    rf"[Tt]ừ (?:hết )?(?P<first>{_BOUND})(?:{_TO})(?P<last>{_BOUND})(?![/0-9])"
    rf"|(?<![/0-9])(?P<first_2>{_DAY}) (?:đến|tới)(?: hết)? (?P<last_2>{_DAY})(?![/0-9])"
    r"|giai đoạn (?P<first_3>[0-9]{4}) ?[-–—] ?(?P<last_3>[0-9]{4})(?![/0-9])"
)


class DaySpan(NamedTuple):
    """A span as written: where it starts in its text, its first and its last day."""

    start: int
    words: str
    first: dt.date
    last: dt.date

    @property
    def is_of_dates(self) -> bool:
        """Whether both ends are written as days."""
        return len(re.findall(_DAY, self.words)) == len(("first", "last"))

    @property
    def days(self) -> int:
        """How many days the span has, both ends included; not positive where it is reversed."""
        return (self.last - self.first).days + 1


def find_spans(text: str) -> Iterator[DaySpan]:
    """Yield the spans in ``text`` whose ends are both written with their year and exist.

    A month, quarter or year as an end stands for its first or its last day.
    """
    for found in re.finditer(_SPAN, text) if _BETWEEN.search(text) else ():
        ends = [value for value in found.groups() if value]
        first, last = _interval(ends[0]), _interval(ends[1])
        if first and last:
            yield DaySpan(found.start(), found[0], first[0], last[1])


def _interval(written: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of one end of a span."""
    bare = written[0].isdigit()
    named = f"năm {written}" if bare and "/" not in written else f"ngày {written}"
    deadline = parse_deadline(named if bare else written)
    first, last = (deadline and deadline.interval()) or (None, None)
    return (first, last) if first and last else None

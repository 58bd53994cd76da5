"""Dates as they are written, and as the decree writes them: 01/6/2020, 05/02/2020."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import Subject
from planforge.vietnamese.dates import format_month

_DATE = re.compile(
    r"(?<![\w/.])(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/[0-9]{4}(?![\w/])"
    r"|[Nn]gày (?P<d2>[0-9]{1,2}) tháng (?P<m2>[0-9]{1,2}) năm [0-9]{4}"
    r"|[Tt]háng (?P<m3>[0-9]{1,2})(?:/| năm )[0-9]{4}(?!\w)"
)
_LAST_PADDED = 9
_LAST_EARLY = 2


class DateSpelling(NamedTuple):
    """A date as written, and with its day or month as the decree writes it.

    ``kind`` says what was looked at: ``day``, ``early`` for the months 1 and 2, ``late``.
    """

    path: Path
    written: str
    right: str
    kind: str


def find_spellings(subject: Subject) -> Iterator[DateSpelling]:
    """Yield each date that has a day or month below ten."""
    for item in subject.texts:
        if "/" not in item.plain and "tháng " not in item.plain.casefold():
            continue
        for found in _DATE.finditer(item.plain):
            for group, written in found.groupdict().items():
                if written and 0 < int(written) <= _LAST_PADDED:
                    yield _spell(item.path, found, group)


def _spell(path: Path, found: re.Match[str], group: str) -> DateSpelling:
    """Return the date ``found`` with the day or month in ``group`` as the decree writes it."""
    month, value = group.startswith("m"), int(found[group])
    right = format_month(value) if month else f"{value:02d}"
    start, end = (place - found.start() for place in found.span(group))
    kind = ("early" if value <= _LAST_EARLY else "late") if month else "day"
    return DateSpelling(path, found[0], found[0][:start] + right + found[0][end:], kind)

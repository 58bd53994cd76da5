"""D109: dates take a zero as the decree writes them, or at least all in one way."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.dates import format_month

_DATE = re.compile(
    r"(?<![\w/.])(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/[0-9]{4}(?![\w/])"
    r"|[Nn]gày (?P<d2>[0-9]{1,2}) tháng (?P<m2>[0-9]{1,2}) năm [0-9]{4}"
    r"|[Tt]háng (?P<m3>[0-9]{1,2})(?:/| năm )[0-9]{4}(?!\w)"
)
_LAST_PADDED = 9


class _Spelling(NamedTuple):
    path: Path
    written: str
    right: str
    month: bool
    """Whether it is a month's zero, not a day's."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the dates padded otherwise than the decree does, where the plan does both."""
    spellings = tuple(_spellings(subject))
    for month in (True, False):
        right = [item for item in spellings if item.month is month and item.right == item.written]
        for item in spellings if right else ():
            if item.month is month and item.right != item.written:
                yield Violation(
                    item.path,
                    msg(
                        "“{written}” here, “{usual}” elsewhere.",
                        written=item.written,
                        usual=right[0].written,
                    ),
                    msg("Write “{right}”, as the decree does.", right=item.right),
                )


def _spellings(subject: Subject) -> Iterator[_Spelling]:
    """Yield each date that has a day or month below ten."""
    for item in subject.texts:
        for found in _DATE.finditer(item.plain):
            day, month = found["d"] or found["d2"], found["m"] or found["m2"] or found["m3"]
            if 0 < int(month) <= _LAST_PADDED:
                right = _replaced(found, month, format_month(int(month)))
                yield _Spelling(item.path, found[0], right, month=True)
            if day and 0 < int(day) <= _LAST_PADDED:
                right = _replaced(found, day, f"{int(day):02d}")
                yield _Spelling(item.path, found[0], right, month=False)


def _replaced(found: re.Match[str], part: str, right: str) -> str:
    """Return the date with its day or its month written ``right``."""
    group = next(name for name, value in found.groupdict().items() if value is part)
    start, end = (place - found.start() for place in found.span(group))
    return found[0][:start] + right + found[0][end:]


RULE = Rule(
    code="D109",
    name="date-padding",
    severity="info",
    check=check,
    what=msg(
        "Dates with and without leading zeros in one plan. The decree pads days below 10 and the "
        "months 1 and 2: 01/6/2020, 05/02/2020. Its clause is on a document's own date; a plan "
        "that pads everything else in one way of its own is left alone."
    ),
    why=msg("Two ways in one document look careless."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b",
    bad="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/09/2020 của Chính phủ.
""",
    good="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/9/2020 của Chính phủ.
""",
)

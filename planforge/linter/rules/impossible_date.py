"""D101: every date is in the calendar."""

import datetime as dt
import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_DATE = re.compile(
    r"(?<![\w/.])(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})(?![\w/])"
    r"|[Nn]gày (?P<d2>[0-9]{1,2}) tháng (?P<m2>[0-9]{1,2})(?: năm (?P<y2>[0-9]{4}))?(?!\w)"
    r"|[Nn]gày (?P<d3>[0-9]{1,2})/(?P<m3>[0-9]{1,2})(?![\w/])"
    r"|[Tt]háng (?P<m4>[0-9]{1,2})(?:/| năm )(?P<y4>[0-9]{4})(?!\w)"
    r"|[Qq]uý (?P<q>[IVX]+|[0-9]{1,2})(?: ?[/–-] ?| )(?:năm )?(?P<y5>[0-9]{4})(?!\w)"
)
_LEAP_YEAR = 2020
_QUARTERS = ("I", "II", "III", "IV", "1", "2", "3", "4")
_CENTURIES = range(1900, 2100)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each day, month or quarter that no calendar has."""
    for item in subject.texts:
        for found in _DATE.finditer(item.plain) if _may_have_dates(item.plain) else ():
            if not _exists(found):
                yield Violation(
                    item.path,
                    msg("There is no “{date}”.", date=found[0]),
                    msg("Write the date that is meant."),
                )


def _may_have_dates(text: str) -> bool:
    return "/" in text or "háng " in text or "uý " in text


def _exists(found: re.Match[str]) -> bool:
    year = int(found["y"] or found["y2"] or found["y4"] or found["y5"] or _LEAP_YEAR)
    if year not in _CENTURIES:
        return False
    if found["q"]:
        return found["q"] in _QUARTERS
    day = int(found["d"] or found["d2"] or found["d3"] or 1)
    month = int(found["m"] or found["m2"] or found["m3"] or found["m4"])
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


RULE = Rule(
    code="D101",
    name="impossible-date",
    severity="error",
    check=check,
    what=msg("A day, month or quarter that does not exist: 31/11/2022, tháng 13/2022, quý V/2022."),
    why=msg("Nobody can meet it or find the document it dates."),
    bad="""
opening: Hoàn thành trước ngày 31/11/2026.
""",
    good="""
opening: Hoàn thành trước ngày 30/11/2026.
""",
)

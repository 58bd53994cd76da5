"""Place and date of issue (PL I.II.4)."""

import re
from collections.abc import Iterator

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found, standard
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule

_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    rf"(?P<place>.*?)(?P<comma>,?)\s*ngày(?P<day>\s*\d+\s*|{_BLANK})"
    rf"tháng(?P<month>\s*\d+\s*|{_BLANK})năm(\s*\d+|{_BLANK})[.]?"
)


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with place and date, or that they are not there."""
    line = anatomy.letterhead.place_date
    if line is None:
        if anatomy.is_document:
            yield not_found("place_date")
        return
    yield from _wording(line)
    yield from look_breaches("place_date", [line])


def _wording(line: Line) -> Iterator[Breach]:
    match = _DATE.fullmatch(line.text)
    if match is None:
        yield _breach(line, msg("The date is not written as “ngày … tháng … năm …”."), "error")
        return
    if match["place"] and not match["comma"]:
        yield _breach(line, msg("There is no comma after the place."), "error")
    rule = standard().wording["date"]
    day, month = match["day"].strip(), match["month"].strip()
    if day.isdecimal() and len(day) == 1:
        yield _breach(line, msg("The day {day} has no leading zero.", day=day), "error")
    if month.isdecimal() and len(month) == 1 and int(month) in rule.pad_months:
        yield _breach(line, msg("The month {month} has no leading zero.", month=month), "error")
    if month.startswith("0") and month[1:].isdecimal() and int(month) not in rule.pad_months:
        yield _breach(line, msg("Only the months 1 and 2 take a leading zero."), "warning")


def _breach(line: Line, message: Message, severity: Severity) -> Breach:
    return Breach(
        message=message,
        hint=msg("Write it like “Ninh Bình, ngày 05 tháng 01 năm 2026”."),
        source=element("place_date").clause,
        where=line.where,
        severity=severity,
    )


RULE = WordRule(
    code="W108",
    name="place-and-date",
    severity="error",
    check=check,
    what=msg(
        "Place and date: italic, 13-14 pt, centred, a comma after the place, “ngày 05 tháng "
        "01 năm 2026” in full with zeros before days below 10 and the months 1 and 2."
    ),
    why=msg("A date with a missing zero is open to forgery; the form is fixed."),
    bad="Ninh Bình ngày 5 tháng 1 năm 2026",
    good="Ninh Bình, ngày 05 tháng 01 năm 2026",
    source="PL I.II.4",
)

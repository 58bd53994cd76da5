"""D112: what is due on a day is due on a working day."""

import datetime as dt
from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.linter.due_days import find_due_days
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Month and day of the holidays that keep to the solar calendar (Labour Code 2019, Điều 112)."""

_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
"""Ends of quarters: “Đến 31/12” means the year, whatever day it is."""

_SATURDAY = 5


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each day something is due on that is a weekend or a fixed holiday."""
    for path, written, day in find_due_days(subject):
        if (month_and_day := (day.month, day.day)) in _ENDS:
            continue
        if month_and_day in _HOLIDAYS or day.weekday() >= _SATURDAY:
            yield _violation(path, written, day)


def _violation(path: Path, written: str, day: dt.date) -> Violation:
    return Violation(
        path,
        msg("“{written}” is {kind}.", written=written, kind=_kind(day)),
        msg("Check whether a working day is meant."),
    )


def _kind(day: dt.date) -> Message:
    if (day.month, day.day) in _HOLIDAYS:
        return msg("a public holiday")
    return msg("a Saturday") if day.weekday() == _SATURDAY else msg("a Sunday")


RULE = Rule(
    code="D112",
    name="due-on-day-off",
    severity="info",
    check=check,
    what=msg(
        "A day by which something is due that is a Saturday, a Sunday, 01/01, 30/4, 01/5 or "
        "02/9. Days of Tết and Giỗ Tổ are not known here; “trước ngày” is due the day before, "
        "and ends of quarters stand for the quarter."
    ),
    why=msg("Reports are then sent late, or must be sent earlier than anybody expects."),
    bad="""
opening: Báo cáo gửi chậm nhất ngày 02/9/2026.
""",
    good="""
opening: Báo cáo gửi chậm nhất ngày 03/9/2026.
""",
)

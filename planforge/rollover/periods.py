"""The period a plan moves to: as long as its own, some years later."""

import datetime

from planforge.model.period import Period

LAST_YEAR = 2099
"""Beyond it four digits are not taken for a year of a plan."""


def move_period(period: Period, year: int) -> Period:
    """Return ``period`` moved by whole years so that it begins in ``year``."""
    years = year - period.start.year
    return Period(move_day(period.start, years), move_day(period.end, years))


def next_period(period: Period) -> Period:
    """Return the first period of the same length that begins after ``period`` has ended."""
    year = period.end.year
    while move_period(period, year).start <= period.end:
        year += 1
    return move_period(period, year)


def move_day(day: datetime.date, years: int) -> datetime.date:
    """Return ``day`` some years later, 28/02 where there is no 29/02."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

"""Single days by which something is due, in the time column and in running text."""

import datetime as dt
import re
from collections.abc import Iterator

from planforge.findings import Path
from planforge.linter.due_dates import find_dues
from planforge.linter.subject import Subject
from planforge.vietnamese.dates import make_day

_BY = re.compile(
    r"(?:chậm nhất|hạn cuối|muộn nhất|thời hạn)(?: là)?(?: đến)?(?: vào)?(?: hết)?:? (?:ngày )?"
    r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_EVENT = re.compile(
    "hưởng ứng|kỷ niệm|lễ |hội thi|hội nghị|phát động|khai mạc|ngày hội|tuần lễ", re.IGNORECASE
)


def find_due_days(subject: Subject) -> Iterator[tuple[Path, str, dt.date]]:
    """Yield place, words and day of each due day of the plan's years.

    “Trước ngày” leaves its day out and is no due day; the day of an event is none either.
    """
    years = subject.plan.period.years
    for path, written, day in (*_in_cells(subject), *_in_texts(subject)):
        if day.year in years:
            yield path, written, day


def _in_cells(subject: Subject) -> Iterator[tuple[Path, str, dt.date]]:
    for due in find_dues(subject):
        deadline, day = due.deadline, due.last_day
        if deadline is None or day is None or not _DATE.search(deadline.expression):
            continue
        excluded = deadline.expression.casefold().startswith("trước")
        event = deadline.kind == "on" and _EVENT.search(due.subject_words)
        if not (excluded or event):
            yield due.path, deadline.expression, day


def _in_texts(subject: Subject) -> Iterator[tuple[Path, str, dt.date]]:
    for item in subject.texts:
        if "deadline" in item.path or "/20" not in item.plain:
            continue
        for found in _BY.finditer(item.plain):
            if day := make_day(found["year"], found["month"], found["day"]):
                yield item.path, found[0], day

"""D103: work of a plan is due in the time of the plan."""

import datetime as dt
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.due_dates import Due, find_dues, looks_back, plans_ahead
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.period import Period


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each deadline wholly before or after the period, but for those custom allows."""
    period = subject.plan.period
    for due in find_dues(subject):
        if _is_outside(due, period):
            yield Violation(
                due.path,
                msg("“{text}” lies outside {period}.", text=due.text, period=str(period)),
                msg("Correct the time, or the `period:` of the plan."),
            )


def _is_outside(due: Due, period: Period) -> bool:
    deadline, last = due.deadline, due.last_day
    if deadline is None or last is None:
        return False
    if last < period.start:
        stale_year = deadline.kind == "year"
        return not stale_year and not (plans_ahead(due) and _month_before(period) <= last)
    if deadline.kind == "by" and (last.month, last.day) == (12, 31):
        return False
    first = due.interval[0] or last
    if first <= _january(period):
        return False
    return first > _carry_over(period) or not looks_back(due)


def _month_before(period: Period) -> dt.date:
    return period.start - dt.timedelta(days=31)


def _january(period: Period) -> dt.date:
    return period.end + dt.timedelta(days=31)


def _carry_over(period: Period) -> dt.date:
    return period.end + dt.timedelta(days=90)


RULE = Rule(
    code="D103",
    name="deadline-outside-period",
    severity="warning",
    check=check,
    what=msg(
        "A deadline before the plan's period or after it. Left alone: the month before for plans "
        "and their like, the month after, the quarter after for results and reports, and goals "
        "for the end of a later year (“Đến năm 2030”)."
    ),
    why=msg("Often the cell was taken over from last year's plan."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý I/2025}
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý I/2026}
      - {task: Lập Kế hoạch CCHC năm 2026, lead: Sở Nội vụ, deadline: Tháng 12/2025}
      - {task: Xác định Chỉ số CCHC năm 2026, lead: Sở Nội vụ, deadline: Quý I/2027}
""",
)

"""D106: what a plan asks for is still to come when it is issued."""

import datetime as dt
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.due_dates import Due, find_dues, plans_ahead
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.plan import Plan
from planforge.vietnamese.dates import format_short_date

_ALLOWED = 92
"""Days before the issue that the plan itself, and plans made with it, may have been due."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each deadline of the plan's time that has passed on the day of issue."""
    issued = issue_date(subject.plan)
    if issued is None:
        return
    for due in find_dues(subject):
        if _has_passed(due, issued, subject.plan.period.start):
            yield Violation(
                due.path,
                msg(
                    "“{text}” is past on the day of issue, {date}.",
                    text=due.text,
                    date=format_short_date(issued),
                ),
                msg("Set a later time, or leave the task out if it is done."),
            )


def issue_date(plan: Plan) -> dt.date | None:
    """Return the day the plan is issued, by a decision or by itself; None for a draft."""
    return plan.decision.date if plan.decision else plan.date


def _has_passed(due: Due, issued: dt.date, start: dt.date) -> bool:
    last = due.last_day
    if last is None or not start <= last < issued:
        return False
    return not (plans_ahead(due) and (issued - last).days <= _ALLOWED)


RULE = Rule(
    code="D106",
    name="deadline-before-issue",
    severity="warning",
    check=check,
    what=msg(
        "A deadline in the plan's period that has passed before the plan is issued. Plans and "
        "their like may have been due in the three months before."
    ),
    why=msg("Nobody can keep it; the plan was late, or the date is wrong."),
    bad="""
date: 2026-08-14
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
    good="""
date: 2026-08-14
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý IV/2026}
""",
)

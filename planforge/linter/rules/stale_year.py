"""D110: a plan speaks of its own year, not of the year of the plan it was made from."""

import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.due_dates import find_dues
from planforge.linter.rule import Rule, Violation
from planforge.linter.stale_years import stale_plan_year, stale_title_year
from planforge.linter.subject import Subject

_SHOWN = 70
_HINT = msg("Write the year this plan is for, or say which past year is meant and why.")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield stale years in deadlines, in headings, and in the names of plans to be made."""
    years = subject.plan.period.years
    for due in find_dues(subject):
        if due.deadline and due.deadline.kind in ("year", "open_year"):
            year = int(re.findall("[0-9]{4}", due.deadline.expression)[0])
            if year < years.start:
                yield _violation(due.path, due.text, year)
    reviewed = tuple(item.path for item in subject.sections if item.section.role == "review")
    for item in subject.texts:
        if "20" not in item.plain or (reviewed and _is_inside(item.path, reviewed)):
            continue
        find = stale_title_year if _is_heading(item.path) else stale_plan_year
        if year_found := find(item.plain, years):
            yield _violation(item.path, item.plain, year_found)


def _is_inside(path: Path, places: tuple[Path, ...]) -> bool:
    return any(path[: len(place)] == place for place in places)


def _is_heading(path: Path) -> bool:
    return path[0] in ("sections", "appendices") and path[-1] == "title"


def _violation(path: Path, text: str, year: int) -> Violation:
    end = text.rindex(str(year)) + len(str(year))
    shown = text[max(0, end - _SHOWN) : end]
    return Violation(
        path,
        msg("“{text}”: {year} stands where the plan's own year belongs.", text=shown, year=year),
        _HINT,
    )


RULE = Rule(
    code="D110",
    name="stale-year",
    severity="warning",
    check=check,
    what=msg(
        "A year before the plan's in a deadline (“Năm 2025”), another year in a heading, or a "
        "plan to be made for a past year. Past years that are reviewed, measured or compared, "
        "those of cited documents and of longer periods are right."
    ),
    why=msg("It was copied from the last plan; the deadline has passed before work begins."),
    bad="""
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ năm 2025
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Năm 2025}
""",
    good="""
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ năm 2026
    tasks:
      - {task: Tự chấm điểm Chỉ số CCHC năm 2025, lead: Sở Nội vụ, deadline: Năm 2026}
""",
)

"""A109: work goes to agencies that exist when it is to be done."""

from collections.abc import Iterator
from datetime import date, timedelta

from planforge.findings import Message, msg
from planforge.linter.assignment import addressees, issuing_committee, moment_of
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.registries.agencies import Agency, load_agencies
from planforge.vietnamese.dates import format_short_date

_OWN_DAYS = timedelta(days=122)
"""Provinces merged their departments on days of their own between 01/3/2025 and 01/7/2025."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every place where work or a copy goes to an agency that has ended or is yet to come."""
    plan = subject.plan
    moment = moment_of(plan)
    committee = issuing_committee(plan)
    for path, mention in addressees(subject):
        if mention.name.startswith("Phòng ") and not committee:
            continue
        if any(_may_exist(agency, moment, plan.period.end) for agency in mention.agencies):
            continue
        for agency in mention.agencies[-1:]:
            yield Violation(path, *_judge(mention.name, agency, moment))


def _may_exist(agency: Agency, moment: date, end: date) -> bool:
    """Whether an agency exists at some time of the plan, or nobody knows that it does not."""
    if not agency.sure:
        return True
    leeway = _OWN_DAYS if agency.level == "province" else timedelta()
    over = agency.valid_to is not None and moment > agency.valid_to + leeway
    return not over and (agency.valid_from is None or agency.valid_from <= end)


def _judge(name: str, agency: Agency, moment: date) -> tuple[Message, Message]:
    """Return what is wrong with naming ``agency`` at ``moment``, and whom to name instead."""
    known = load_agencies()
    if agency.valid_to is not None and agency.valid_to < moment:
        day = format_short_date(agency.valid_to)
        wrong = msg("“{name}” has not existed since {day}.", name=name, day=day)
        others = [known[successor].name for successor in agency.successors]
    else:
        day = format_short_date(agency.valid_from or moment)
        wrong = msg("“{name}” exists only from {day} on.", name=name, day=day)
        others = [other.name for other in known.values() if agency.id in other.successors]
    if not others:
        return wrong, msg("Name the agency that has the work in the plan's time.")
    names = ", ".join(f"“{other}”" for other in dict.fromkeys(others))
    return wrong, msg("In the plan's time its work belongs to {names}.", names=names)


RULE = Rule(
    code="A109",
    name="agency-not-existing-then",
    severity="warning",
    check=check,
    what=msg(
        "An agency as lead, support or recipient that does not exist in the time of the plan: a "
        "district after 30/6/2025, a merged department or ministry after 28/02/2025, a new one "
        "before."
    ),
    why=msg("Work given to an agency that no longer exists is left over from an older plan."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Thực hiện Kế hoạch chuyển đổi số
        product: Báo cáo
        lead: Sở Thông tin và Truyền thông
        support: UBND các huyện, thị xã, thành phố
        deadline: Quý III/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Thực hiện Kế hoạch chuyển đổi số
        product: Báo cáo
        lead: Sở Khoa học và Công nghệ
        support: UBND các xã, phường, đặc khu
        deadline: Quý III/2026
""",
    source="72/2025/QH15; 45/2025/NĐ-CP; 176/2025/QH15",
)

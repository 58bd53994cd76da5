"""A105: an agency does not support itself."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.assignment import identity_of, mentions_in
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.rows import CellItem
from planforge.registries.mentions import Mention


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every single agency that leads a task and stands among those who support it."""
    for row in subject.rows:
        lead, support = row.cells["lead"], row.cells["support"]
        if lead.inherited and support.inherited:
            continue
        for mention in _in_both(lead, support):
            yield Violation(
                support.path,
                msg("“{name}” leads this task and supports it as well.", name=mention.name),
                msg("Leave it out under `support:`, or name the other agency that was meant."),
            )


def _in_both(lead: CellItem, support: CellItem) -> list[Mention]:
    """Return the leads that also support.

    Collectives are left out: of “Các sở, ban, ngành” each leads its own part and supports the
    rest. So are lists of equal length, which pair line by line, and leads that support each other.
    """
    if len(lead.texts) == len(support.texts) > 1:
        return []
    leads = [m for m in mentions_in(lead) if not m.supports and not m.is_collective]
    supporting = {identity_of(mention) for mention in mentions_in(support)}
    both = [mention for mention in leads if identity_of(mention) in supporting]
    return [] if len(both) == len(leads) > 1 else both


RULE = Rule(
    code="A105",
    name="lead-also-supports",
    severity="warning",
    check=check,
    what=msg("An agency that stands both as lead and among the supporting agencies of one task."),
    why=msg("One of the two is mostly a slip for another agency, which then hears of nothing."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm tra cải cách hành chính
        product: Báo cáo kết quả kiểm tra
        lead: Sở Nội vụ
        support: Văn phòng UBND tỉnh; Sở Nội vụ
        deadline: Quý III/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm tra cải cách hành chính
        product: Báo cáo kết quả kiểm tra
        lead: Sở Nội vụ
        support: Văn phòng UBND tỉnh; Sở Tư pháp
        deadline: Quý III/2026
""",
)

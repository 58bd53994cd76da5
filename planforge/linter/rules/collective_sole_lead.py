"""A108: somebody gathers what everybody does."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.assignment import is_understood, mentions_in
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.rows import CellItem


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every task on which collectives lead and no single agency is named at all.

    Work that each office does itself is led by all of them, and rightly: then the agency that
    gathers the results stands as support, or nobody does on purpose. People's Committees answer
    each for its own territory.
    """
    for row in subject.rows:
        lead, support = row.cells["lead"], row.cells["support"]
        if lead.inherited and support.inherited:
            continue
        if support.value != () and _is_everybody(lead) and _is_collective(support):
            yield Violation(
                lead.path,
                msg("Only collectives answer for this task: “{lead}”.", lead=lead.text),
                msg(
                    "Name the agency that answers for it, or under `support:` the one that gathers."
                ),
            )


def _is_everybody(cell: CellItem) -> bool:
    named = [mention.id or "" for mention in mentions_in(cell)]
    offices = [id_ for id_ in named if not id_.startswith("ubnd-")]
    return bool(offices) and _is_collective(cell)


def _is_collective(cell: CellItem) -> bool:
    """Whether only whole collectives are named in a cell, or nobody."""
    mentions = mentions_in(cell)
    return is_understood(cell) and all(m.is_collective and not m.rest for m in mentions)


RULE = Rule(
    code="A108",
    name="collective-sole-lead",
    severity="info",
    check=check,
    what=msg("A task that collectives lead while no single agency leads or supports it."),
    why=msg("What is everybody's work is nobody's: there is no one to ask how it stands."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Số hóa kết quả giải quyết thủ tục hành chính
        product: Báo cáo
        lead: Các sở, ban, ngành; UBND cấp xã
        support: Các cơ quan có liên quan
        deadline: Quý IV/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Số hóa kết quả giải quyết thủ tục hành chính
        product: Báo cáo
        lead: Các sở, ban, ngành; UBND cấp xã
        support: Văn phòng UBND tỉnh
        deadline: Quý IV/2026
""",
)

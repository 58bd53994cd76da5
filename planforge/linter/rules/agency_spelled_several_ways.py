"""A107: an agency has one name in one plan."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.assignment import mentions_in, written_cells
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.registries.agencies import load_agencies

_NAMED_TOGETHER = ("bo-nganh", "so-ban-nganh", "ubnd-cap-huyen", "ubnd-cap-xa")
"""Collectives that have a name; the others are described, each time in its own words."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each agency of which the tables use several spellings, at the first odd one."""
    for agency_id, places in _spellings(subject).items():
        if len(places) > 1:
            name = load_agencies()[agency_id].name
            counts = sorted(places.items(), key=lambda item: -len(item[1]))
            best = name if name in places else counts[0][0]
            yield Violation(
                next(paths[0] for spelling, paths in places.items() if spelling != best),
                msg(
                    "“{name}” is written in {count} ways: {spellings}.",
                    name=name,
                    count=len(places),
                    spellings=", ".join(f"“{text}” ({len(paths)})" for text, paths in counts),
                ),
                msg("Write “{best}” throughout.", best=best),
            )


def _spellings(subject: Subject) -> dict[str, dict[str, list[Path]]]:
    """Return where each spelling of each agency stands.

    A capital at the start is the cell's, not the name's. Names with a place are left out: they
    tell bodies of one kind apart.
    """
    found: dict[str, dict[str, list[Path]]] = {}
    for _, cell in written_cells(subject):
        for mention in mentions_in(cell):
            described = mention.is_collective and mention.id not in _NAMED_TOGETHER
            if mention.id and not mention.place and not described:
                spelling = mention.name[0].upper() + mention.name[1:]
                found.setdefault(mention.id, {}).setdefault(spelling, []).append(cell.path)
    return found


RULE = Rule(
    code="A107",
    name="agency-spelled-several-ways",
    severity="info",
    check=check,
    what=msg(
        "An agency that the tables of one plan spell in several ways, such as “Sở ban ngành”."
    ),
    why=msg("What has several names is counted, searched and compared wrongly."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm tra cải cách hành chính
        product: Báo cáo kết quả kiểm tra
        lead: Sở Nội vụ
        support: Các sở, ban, ngành
        deadline: Quý III/2026
      - task: Tập huấn cải cách hành chính
        product: Hội nghị tập huấn
        lead: Sở Nội vụ
        support: Các Sở, ban ngành
        deadline: Quý II/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm tra cải cách hành chính
        product: Báo cáo kết quả kiểm tra
        lead: Sở Nội vụ
        support: Các sở, ban, ngành; các cơ quan có liên quan
        deadline: Quý III/2026
      - task: Tập huấn cải cách hành chính
        product: Hội nghị tập huấn
        lead: Sở Nội vụ
        support: UBND cấp xã, các sở, ban, ngành và các cơ quan liên quan
        deadline: Quý II/2026
""",
)

"""A107: an agency has one name in one plan."""

from collections import Counter
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.assignment import mentions_in, written_cells
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.registries.agencies import load_agencies

_DESCRIPTIONS = ("co-quan-lien-quan", "co-quan-don-vi", "don-vi-su-nghiep", "doan-the")
"""Collectives that are described rather than named."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each agency of which the tables use several spellings, at the first odd one."""
    for agency_id, places in _spellings(subject).items():
        counts = Counter({spelling: len(paths) for spelling, paths in places.items()})
        ordered = counts.most_common()
        if len(ordered) > 1 and agency_id not in _DESCRIPTIONS:
            usual = ordered[0][0]
            yield Violation(
                next(paths[0] for spelling, paths in places.items() if spelling != usual),
                msg(
                    "“{name}” is spelled {count} ways: {spellings}.",
                    name=load_agencies()[agency_id].name,
                    count=len(ordered),
                    spellings=", ".join(f"“{spelling}” ({n})" for spelling, n in ordered),
                ),
                msg("Write “{usual}” throughout.", usual=usual),
            )


def _spellings(subject: Subject) -> dict[str, dict[str, list[Path]]]:
    """Return where each spelling of each agency stands.

    A capital at the start is the cell's, not the name's. Names with a place are left out: they
    tell bodies of one kind apart.
    """
    found: dict[str, dict[str, list[Path]]] = {}
    for _, cell in written_cells(subject):
        for mention in mentions_in(cell):
            if mention.id and not mention.place:
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

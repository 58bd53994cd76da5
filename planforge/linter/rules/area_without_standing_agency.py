"""A110: the agency that answers for an area of reform has a part in it."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.assignment import issuing_committee, mentions_in, moment_of, written_cells
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.rows import CellItem
from planforge.registries.agencies import load_agencies, spelling_key

_INTERIOR = ("so-noi-vu", "so-noi-vu-2025")
_STANDING = {
    "institutions": ("so-tu-phap",),
    "procedures": ("van-phong-ubnd-tinh", "van-phong-hdnd-va-ubnd-tinh", "trung-tam-hcc-tinh"),
    "organization": _INTERIOR,
    "civil_service": _INTERIOR,
    "public_finance": ("so-tai-chinh", "so-tai-chinh-2025"),
    "digital_government": (
        "so-thong-tin-va-truyen-thong",
        "so-khoa-hoc-va-cong-nghe",
        "so-khoa-hoc-va-cong-nghe-2025",
    ),
    "direction": _INTERIOR,
}
"""Whom a province charges with an area, in Vietnam's plans since 2021; any one of them will do."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each area of a province's tables in which its standing agency is never named."""
    if issuing_committee(subject.plan) != "ubnd-tinh":
        return
    cells = _cells_by_area(subject)
    paths = {group.area: path for path, group in reversed(subject.groups)}
    for area, agencies in _STANDING.items():
        if area in cells and area in paths and not _names_any(cells[area], agencies):
            yield _violation((*paths[area], "area"), area, subject)


def _cells_by_area(subject: Subject) -> dict[str, list[CellItem]]:
    found: dict[str, list[CellItem]] = {}
    for row, cell in written_cells(subject):
        for area in row.areas:
            found.setdefault(area, []).append(cell)
    return found


def _names_any(cells: list[CellItem], agencies: tuple[str, ...]) -> bool:
    """Whether one of ``agencies`` is named in ``cells``, be it inside a sentence."""
    if any(mention.id in agencies for cell in cells for mention in mentions_in(cell)):
        return True
    keys = {spelling_key(load_agencies()[id_].name) for id_ in agencies}
    return any(key in spelling_key(cell.text) for cell in cells for key in keys)


def _violation(path: Path, area: str, subject: Subject) -> Violation:
    moment = moment_of(subject.plan)
    agency = next(
        load_agencies()[id_] for id_ in _STANDING[area] if load_agencies()[id_].exists_on(moment)
    )
    return Violation(
        path,
        msg("“{name}” has no part in this area.", name=agency.name),
        msg("It is mostly the agency that answers for it: check that no task was forgotten."),
    )


RULE = Rule(
    code="A110",
    name="area-without-standing-agency",
    severity="info",
    check=check,
    what=msg(
        "An area of a province's appendix whose usual agency neither leads nor supports any task."
    ),
    why=msg("The agency that reports on an area at the end of the year should have work in it."),
    bad="""
appendices:
  - id: phu-luc
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
          - task: Rà soát văn bản quy phạm pháp luật
            product: Báo cáo kết quả rà soát
            lead: Sở Tài chính
            support: Văn phòng UBND tỉnh
            deadline: Quý I/2026
""",
    good="""
appendices:
  - id: phu-luc
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
          - task: Rà soát văn bản quy phạm pháp luật
            product: Báo cáo kết quả rà soát
            lead: Các sở, ban, ngành
            support: Sở Tư pháp
            deadline: Quý I/2026
""",
)

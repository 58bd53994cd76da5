"""The areas of reform in a plan: where each stands, and how its title names it."""

from collections.abc import Iterator
from functools import cache

from planforge.findings import Path
from planforge.linter.subject import Subject
from planforge.model.appendix import Group
from planforge.model.body import AREAS, Section
from planforge.vietnamese.normalization import fold

_PHRASES = {
    "institutions": ("thể chế",),
    "procedures": ("thủ tục hành chính", "TTHC"),
    "organization": ("tổ chức bộ máy", "bộ máy hành chính"),
    "civil_service": ("công vụ", "đội ngũ cán bộ", "cán bộ, công chức"),
    "public_finance": ("tài chính công",),
    "digital_government": (
        "chính phủ điện tử",
        "chính quyền điện tử",
        "chính phủ số",
        "chính quyền số",
        "hiện đại hóa hành chính",
        "chuyển đổi số",
    ),
    "direction": ("chỉ đạo, điều hành", "chỉ đạo điều hành", "chỉ đạo và điều hành"),
}
"""What titles call the seven areas, in the programmes of 2011-2020 and of 2021-2030."""

ORGANISED = 4
"""From this many of the seven areas on, a body or an appendix is one that goes by areas."""


def area_of(area: str, title: str) -> str:
    """Return the area declared, else the one that ``title`` names, else ""."""
    if area or not title:
        return area
    folded = fold(title)
    named = (area for area, phrases in _folded().items() if any(p in folded for p in phrases))
    return next(named, "")


@cache
def _folded() -> dict[str, tuple[str, ...]]:
    return {area: tuple(map(fold, phrases)) for area, phrases in _PHRASES.items()}


def body_areas(subject: Subject) -> tuple[tuple[Path, str, str], ...]:
    """Return path, area and title of each section of the body that is about one of the seven."""
    return tuple(
        (item.path, area, item.section.title)
        for item in subject.sections
        if (area := area_of(item.section.area, item.section.title)) in AREAS
    )


def appendix_areas(subject: Subject) -> tuple[tuple[Path, str, str], ...]:
    """Return path, area and title of each part of an appendix that is about one of the seven."""
    return tuple(
        (path, area, part.title)
        for path, part in _appendix_parts(subject)
        if (area := area_of(part.area, part.title)) in AREAS
    )


def _appendix_parts(subject: Subject) -> Iterator[tuple[Path, Section | Group]]:
    yield from subject.groups
    for index, appendix in enumerate(subject.plan.appendices):
        yield from _sections(("appendices", index, "sections"), appendix.sections)


def _sections(path: Path, sections: tuple[Section, ...]) -> Iterator[tuple[Path, Section]]:
    for index, section in enumerate(sections):
        yield (*path, index), section
        yield from _sections((*path, index, "sections"), section.sections)


def area_names(subject: Subject) -> dict[str, str]:
    """Return for each of the seven areas the name by which this plan, or custom, calls it."""
    names = {
        "institutions": "Cải cách thể chế",
        "procedures": "Cải cách thủ tục hành chính",
        "organization": "Cải cách tổ chức bộ máy hành chính nhà nước",
        "civil_service": "Cải cách chế độ công vụ",
        "public_finance": "Cải cách tài chính công",
        "digital_government": "Xây dựng, phát triển chính quyền điện tử, chính quyền số",
        "direction": "Công tác chỉ đạo, điều hành",
    }
    given = (*appendix_areas(subject), *body_areas(subject))
    return names | {area: title for _, area, title in given if title}

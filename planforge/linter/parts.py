"""The parts a plan is made of, known by their role or by the words of their heading."""

from functools import cache

from planforge.linter.subject import Subject
from planforge.model.body import Section
from planforge.model.text import plain_text
from planforge.vietnamese.normalization import fold

_LONGEST_HEADING = 80
_PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "objectives": (("objectives",), ("mục tiêu", "mục đích", "chỉ tiêu", "yêu cầu")),
    "tasks": (
        ("task_areas", "solutions", "assignment"),
        ("nhiệm vụ", "giải pháp", "nội dung", "phân công", "công việc"),
    ),
    "implementation": (
        ("implementation",),
        ("tổ chức thực hiện", "tổ chức triển khai", "triển khai thực hiện", "trách nhiệm"),
    ),
}
"""The parts every plan has: the roles that declare each, the words of a heading that name it."""


def heading_of(section: Section) -> str:
    """Return the title, or the opening words of a section that has none."""
    if section.title or not section.text:
        return section.title
    opening = plain_text(section.text[0].text)[:_LONGEST_HEADING]
    return opening.split(":")[0].split(".")[0]


def missing_parts(subject: Subject) -> tuple[str, ...]:
    """Return which of ``objectives``, ``tasks`` and ``implementation`` the body lacks."""
    roles = {item.section.role for item in subject.sections}
    unknown = [part for part, (declared, _) in _PARTS.items() if roles.isdisjoint(declared)]
    if not unknown:
        return ()
    headings = " | ".join(fold(heading_of(item.section)) for item in subject.sections)
    return tuple(part for part in unknown if not any(w in headings for w in _folded()[part]))


@cache
def _folded() -> dict[str, tuple[str, ...]]:
    return {part: tuple(map(fold, words)) for part, (_, words) in _PARTS.items()}

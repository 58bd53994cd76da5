"""S104: a heading has something under it."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import SectionItem, Subject
from planforge.model.body import Section

_LONGEST_HEADING = 100


def check(subject: Subject) -> Iterator[Violation]:
    """Yield headings, groups and appendices that stand over nothing."""
    siblings: dict[Path, list[SectionItem]] = {}
    for item in subject.sections:
        siblings.setdefault(item.path[:-1], []).append(item)
    for items in siblings.values():
        for item in _bare_headings(items):
            yield _violation(item.path, item.section.title)
    for path, group in subject.groups:
        if not (group.groups or group.tasks):
            yield _violation(path, group.title)
    for index, appendix in enumerate(subject.plan.appendices):
        if not (appendix.text or appendix.sections or appendix.groups or appendix.tasks):
            yield _violation(("appendices", index), appendix.title or appendix.label)


def _bare_headings(siblings: list[SectionItem]) -> list[SectionItem]:
    """Return the headings over nothing; where all are such, they may be the lines of a list."""
    bare = [item for item in siblings if _is_empty(item.section)]
    if len(bare) == len(siblings) > 1 and siblings[0].above:
        return [item for item in bare if _is_part(item.section)]
    return [item for item in bare if item.number.style not in ("-", "+")]


def _is_empty(section: Section) -> bool:
    """Whether a section is a bare heading; a title that reads as a sentence is none."""
    if section.text or section.sections or section.closing or section.note:
        return False
    title = section.title.rstrip()
    sentence = title.endswith((".", ";", ":", ")")) or len(title) > _LONGEST_HEADING
    return not sentence and "{" not in title


def _is_part(section: Section) -> bool:
    return bool(section.role or section.area) or not section.title


def _violation(path: Path, title: str) -> Violation:
    return Violation(
        path,
        msg("Nothing stands under “{title}”.", title=title)
        if title
        else msg("This section prints nothing but its number."),
        msg("Write what belongs here, point to the appendix, or delete it."),
    )


RULE = Rule(
    code="S104",
    name="empty-section",
    severity="warning",
    check=check,
    what=msg(
        "A heading without text or sections, a group without tasks, an appendix without "
        "anything. Lists of headings without text are left alone."
    ),
    why=msg("An empty heading is a part that was forgotten, or one that should have been cut."),
    bad="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    text: Rà soát văn bản.
  - role: funding
    title: Kinh phí thực hiện
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
    good="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    text: Rà soát văn bản.
  - role: funding
    title: Kinh phí thực hiện
    text: Bố trí trong dự toán được giao.
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
)

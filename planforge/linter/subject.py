"""What rules look at: the plan, and views of it that are made once for all rules."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.appendix import TASK_FIELDS, Appendix, Group, Task
from planforge.model.body import Section
from planforge.model.numbering import UNNUMBERED, Number, next_style, number_items, sub_task_style
from planforge.model.plan import Plan
from planforge.model.review import Review
from planforge.model.rows import CellItem, printed_lines
from planforge.model.text import plain_text
from planforge.model.walking import walk_texts
from planforge.vietnamese.citations import Citation, find_citations

KNOWN_TEXTS = 8192
"""How many different texts are kept in mind; the cells of a table repeat a few dozen."""


class TextItem(NamedTuple):
    """A printed text: where it stands, as written and without its marks."""

    path: Path
    written: str
    plain: str


class SectionItem(NamedTuple):
    """A section with its number, its depth from 0, and the numbers of the sections above it."""

    path: Path
    section: Section
    number: Number
    depth: int
    above: tuple[Number, ...]


class Row(NamedTuple):
    """One printed line of a task, with what holds in each cell after merging.

    ``path`` leads to the line, or to the task where it has no lines; ``position`` is 0 for the
    first line of a task. ``areas`` and ``titles`` are those of the groups around it.
    ``is_title`` tells a task that only stands over tasks of its own.
    """

    path: Path
    appendix: Appendix
    task: Task
    position: int
    number: Number
    cells: dict[str, CellItem]
    areas: tuple[str, ...]
    titles: tuple[str, ...]
    is_title: bool


class CitationItem(NamedTuple):
    """A document cited in a text."""

    path: Path
    citation: Citation


_NO_REVIEW = Review(follows="")


class Subject:
    """A plan under scrutiny. The views are made when first asked for and shared by all rules.

    ``review`` is that of a draft, with nothing to decide where there is none; ``previous`` is
    the plan the draft was made from, None where it is not known. ``absent`` are the files that
    the plan names, as it names them, and that are known not to be there.
    """

    def __init__(
        self,
        plan: Plan,
        review: Review = _NO_REVIEW,
        previous: Plan | None = None,
        *,
        absent: frozenset[str] = frozenset(),
    ) -> None:
        self.plan = plan
        self.absent = absent
        self.review = review
        self.previous = previous

    @cached_property
    def texts(self) -> tuple[TextItem, ...]:
        """Every printed text of the plan, in the order of the file's keys."""
        texts = walk_texts(self.plan)
        return tuple(TextItem(path, text, _plain(text)) for path, text in texts)

    @cached_property
    def citations(self) -> tuple[CitationItem, ...]:
        """Every document cited in the plan's texts."""
        return tuple(
            CitationItem(item.path, citation)
            for item in self.texts
            if "/" in item.plain or "Luật" in item.plain
            for citation in _find_citations(item.plain)
        )

    @cached_property
    def sections(self) -> tuple[SectionItem, ...]:
        """Every section of the body, parents first."""
        usual = self.plan.child_style or next_style("")
        return tuple(_sections(("sections",), self.plan.sections, usual, ()))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every printed line of every task of every appendix."""
        return tuple(
            row
            for index, appendix in enumerate(self.plan.appendices)
            for row in _appendix_rows(("appendices", index), appendix)
        )

    @cached_property
    def groups(self) -> tuple[tuple[Path, Group], ...]:
        """Every group of every appendix, parents first."""
        return tuple(
            item
            for index, appendix in enumerate(self.plan.appendices)
            for item in _groups(("appendices", index, "groups"), appendix.groups)
        )


_plain = lru_cache(KNOWN_TEXTS)(plain_text)
_find_citations = lru_cache(KNOWN_TEXTS)(find_citations)


def _sections(
    path: Path, sections: tuple[Section, ...], usual: str, above: tuple[Number, ...]
) -> Iterator[SectionItem]:
    parent = above[-1] if above else UNNUMBERED
    numbers = number_items(sections, usual, parent)
    for index, (section, number) in enumerate(zip(sections, numbers, strict=True)):
        here = (*path, index)
        yield SectionItem(here, section, number, len(above), above)
        style = section.child_style or next_style(number.style)
        yield from _sections((*here, "sections"), section.sections, style, (*above, number))


def _groups(path: Path, groups: tuple[Group, ...]) -> Iterator[tuple[Path, Group]]:
    for index, group in enumerate(groups):
        yield (*path, index), group
        yield from _groups((*path, index, "groups"), group.groups)


def _appendix_rows(path: Path, appendix: Appendix) -> Iterator[Row]:
    top = (appendix.task_style, UNNUMBERED, ())
    yield from _group_rows((*path, "groups"), appendix, appendix.groups, ())
    yield from _task_rows((*path, "tasks"), appendix, appendix.tasks, top)


def _group_rows(
    path: Path, appendix: Appendix, groups: tuple[Group, ...], around: tuple[Group, ...]
) -> Iterator[Row]:
    above = around[-1:]
    style = next_style(above[0].style or "A") if above else appendix.group_style
    numbers = number_items(groups, style)
    for index, (group, number) in enumerate(zip(groups, numbers, strict=True)):
        here, inside = (*path, index), (*around, group)
        yield from _group_rows((*here, "groups"), appendix, group.groups, inside)
        yield from _task_rows(
            (*here, "tasks"), appendix, group.tasks, (appendix.task_style, number, inside)
        )


def _task_rows(
    path: Path,
    appendix: Appendix,
    tasks: tuple[Task, ...],
    setting: tuple[str, Number, tuple[Group, ...]],
) -> Iterator[Row]:
    usual, parent, around = setting
    for index, (task, number) in enumerate(
        zip(tasks, number_items(tasks, usual, parent), strict=True)
    ):
        here = (*path, index)
        for position, (place, cells) in enumerate(printed_lines(here, task)):
            yield Row(
                path=place,
                appendix=appendix,
                task=task,
                position=position,
                number=number,
                cells=cells,
                areas=tuple(group.area for group in around if group.area),
                titles=tuple(group.title for group in around),
                is_title=bool(task.tasks) and not _works(task),
            )
        below = (sub_task_style(number.style), number, around)
        yield from _task_rows((*here, "tasks"), appendix, task.tasks, below)


def _works(task: Task) -> bool:
    """Whether a task has work of its own: any cell beside its name."""
    return bool(task.lines) or any(getattr(task, name) for name in TASK_FIELDS[1:])

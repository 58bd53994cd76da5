"""Runs of numbered siblings: what prints 1, 2, 3 one below the other.

The numbers are those the document prints: a table without a number column and without numbered
tasks has none.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import Subject
from planforge.model.appendix import Appendix, Group, Line, Task
from planforge.model.body import Section
from planforge.model.numbering import (
    UNNUMBERED,
    Number,
    make_number,
    next_style,
    number_items,
    sub_task_style,
)
from planforge.vietnamese.letters import parse_letter
from planforge.vietnamese.roman import parse_roman

NumberedRecord = Section | Group | Task | Line


class NumberedItem(NamedTuple):
    """A record with its printed number; ``kept`` is the number as issued, "" for generated."""

    path: Path
    record: NumberedRecord
    number: Number
    kept: str


class Run(NamedTuple):
    """Siblings under ``parent``; ``above`` are the styles of all that stands over them."""

    path: Path
    parent: Number
    items: tuple[NumberedItem, ...]
    above: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def find_runs(subject: Subject) -> tuple[Run, ...]:
    """Return the runs of sections, groups, tasks and lines, in printed order; kept for the next."""
    return tuple(_runs(subject))


def _runs(subject: Subject) -> Iterator[Run]:
    plan = subject.plan
    usual = plan.child_style or next_style("")
    yield from _section_runs(("sections",), plan.sections, usual, (UNNUMBERED,))
    for index, appendix in enumerate(plan.appendices):
        yield from _appendix_runs(("appendices", index), appendix)


@lru_cache(maxsize=1)
def find_kept_runs(subject: Subject) -> tuple[Run, ...]:
    """Return the runs that have a number as issued: only there can numbers be wrong."""
    return tuple(run for run in find_runs(subject) if any(item.kept for item in run.items))


def value_of(number: Number) -> int | None:
    """Return the place in its run that a printed number gives, None where it tells none."""
    last = number.bare.rpartition(".")[2]
    if last.isdecimal() and last.isascii():
        return int(last)
    return parse_letter(last.lower()) if "a" in number.style.lower() else parse_roman(last)


def _run(
    path: Path,
    records: Sequence[Section | Group | Task],
    usual: str,
    chain: tuple[Number, ...],
) -> Run:
    numbers = number_items(records, usual, chain[-1])
    items = tuple(
        NumberedItem((*path, index), record, number, record.number if number.bare else "")
        for index, (record, number) in enumerate(zip(records, numbers, strict=True))
    )
    return Run(path, chain[-1], items, tuple(number.style for number in chain))


def _section_runs(
    path: Path, sections: tuple[Section, ...], usual: str, chain: tuple[Number, ...]
) -> Iterator[Run]:
    if not sections:
        return
    run = _run(path, sections, usual, chain)
    yield run
    for item, section in zip(run.items, sections, strict=True):
        style = section.child_style or next_style(item.number.style)
        yield from _section_runs(
            (*item.path, "sections"), section.sections, style, (*chain, item.number)
        )


class _Table(NamedTuple):
    """How a table numbers its tasks and, in ``line_style``, the lines of a task."""

    task_style: str
    line_style: str


def _appendix_runs(path: Path, appendix: Appendix) -> Iterator[Run]:
    top = (UNNUMBERED,)
    usual = appendix.child_style or next_style("")
    yield from _section_runs((*path, "sections"), appendix.sections, usual, top)
    columns = appendix.printed_columns
    lines = (c.style for c in columns if c.style and c.id not in ("no", "task"))
    table = _Table(appendix.task_style, next(lines, ""))
    yield from _group_runs((*path, "groups"), appendix.groups, appendix.group_style, top, table)
    yield from _task_runs((*path, "tasks"), appendix.tasks, table.task_style, top, table)


def _group_runs(
    path: Path, groups: tuple[Group, ...], usual: str, chain: tuple[Number, ...], table: _Table
) -> Iterator[Run]:
    if not groups:
        return
    run = _run(path, groups, usual, chain)
    yield run
    for item, group in zip(run.items, groups, strict=True):
        inner = (*chain, item.number)
        below = next_style(item.number.style)
        yield from _group_runs((*item.path, "groups"), group.groups, below, inner, table)
        yield from _task_runs((*item.path, "tasks"), group.tasks, table.task_style, inner, table)


def _task_runs(
    path: Path, tasks: tuple[Task, ...], usual: str, chain: tuple[Number, ...], table: _Table
) -> Iterator[Run]:
    if not tasks:
        return
    run = _run(path, tasks, usual, chain)
    yield run
    for item, task in zip(run.items, tasks, strict=True):
        if table.line_style and task.lines:
            yield _line_run(item, task.lines, table.line_style)
        if task.tasks:
            below = sub_task_style(item.number.style)
            inner = (*chain, item.number)
            yield from _task_runs((*item.path, "tasks"), task.tasks, below, inner, table)


def _line_run(task: NumberedItem, lines: tuple[Line, ...], style: str) -> Run:
    path = (*task.path, "lines")
    numbers = (
        make_number(style, index, task.number, line.number) for index, line in enumerate(lines, 1)
    )
    items = tuple(
        NumberedItem((*path, index), line, number, line.number if number.bare else "")
        for index, (line, number) in enumerate(zip(lines, numbers, strict=True))
    )
    return Run(path, task.number, items)

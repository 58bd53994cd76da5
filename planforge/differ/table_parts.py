"""The parts of an appendix: its groups, tasks and named lines.

A line of a task that has neither a name nor an id is no part of its own: it only prints another
product, agency or date of its task, and counts as that task's.
"""

from planforge.changes import Entry
from planforge.differ.body_parts import add_paragraphs, add_sections
from planforge.differ.parts import Part, Parts, Setting, filled
from planforge.findings import Path
from planforge.model.appendix import TASK_FIELDS, Appendix, Column, Group, Line, Task
from planforge.model.numbering import Number, next_style, number_items, sub_task_style
from planforge.model.rows import CellItem, printed_lines
from planforge.vietnamese.headings import COLUMN_HEADINGS


def add_appendix(parts: Parts, path: Path, appendix: Appendix) -> None:
    """List an appendix and all it holds."""
    texts = {
        "title": (appendix.title,),
        "note": (parts.plain(appendix.note or ""),),
        "columns": tuple(_heading(column) for column in appendix.columns),
    }
    entry = Entry(kind="appendix", path=path, id=appendix.id, texts=filled(texts))
    here = parts.add(Part(entry=entry, family="appendix", key=appendix.id))
    inside = Setting(here, titles=(appendix.title,))
    add_paragraphs(parts, (*path, "text"), appendix.text, inside)
    style = appendix.child_style or next_style("")
    add_sections(parts, (*path, "sections"), appendix.sections, inside, style)
    _add_groups(parts, (*path, "groups"), appendix.groups, inside, (appendix, appendix.group_style))
    _add_tasks(parts, (*path, "tasks"), appendix.tasks, inside, appendix.task_style)
    add_paragraphs(parts, (*path, "closing"), appendix.closing, inside)


def _add_groups(
    parts: Parts,
    path: Path,
    groups: tuple[Group, ...],
    setting: Setting,
    table: tuple[Appendix, str],
) -> None:
    appendix, style = table
    for index, (group, number) in enumerate(zip(groups, number_items(groups, style), strict=True)):
        here = (*path, index)
        area = group.area or setting.area
        entry = Entry(
            kind="group",
            path=here,
            id=group.id,
            number=number.label,
            area=area,
            titles=setting.titles,
            texts={"title": (group.title,)},
        )
        key = group.id or (f"/{group.area}" if group.area else "")
        part = Part(entry=entry, family="group", parent=setting.parent, key=key)
        inside = Setting(parts.add(part), area, (*setting.titles, group.title), number)
        below = (appendix, next_style(group.style or "A"))
        _add_groups(parts, (*here, "groups"), group.groups, inside, below)
        _add_tasks(parts, (*here, "tasks"), group.tasks, inside, appendix.task_style)


def _add_tasks(
    parts: Parts, path: Path, tasks: tuple[Task, ...], setting: Setting, style: str
) -> None:
    numbers = number_items(tasks, style, setting.number)
    for index, (task, number) in enumerate(zip(tasks, numbers, strict=True)):
        _add_task(parts, (*path, index), task, setting, number)


def _add_task(parts: Parts, path: Path, task: Task, setting: Setting, number: Number) -> None:
    lines = list(printed_lines(path, task))
    entry = Entry(
        kind="task",
        path=path,
        id=task.id,
        number=number.label,
        area=setting.area,
        titles=setting.titles,
        texts=_task_texts(parts, task, lines),
    )
    here = parts.add(Part(entry=entry, family="row", parent=setting.parent, key=task.id))
    titles = (*setting.titles, entry.name)
    inside = Setting(here, setting.area, titles, number)
    for line, (place, cells) in zip(task.lines, lines, strict=False):
        if line.id or line.task:
            _add_line(parts, place, line.id, cells, inside)
    style = sub_task_style(number.style)
    _add_tasks(parts, (*path, "tasks"), task.tasks, inside, style)


def _add_line(
    parts: Parts, path: Path, name: str, cells: dict[str, CellItem], setting: Setting
) -> None:
    entry = Entry(
        kind="line",
        path=path,
        id=name,
        area=setting.area,
        titles=setting.titles,
        texts=filled({field: cells[field].texts for field in TASK_FIELDS}),
    )
    above = path[:-2]
    shared = frozenset(field for field, cell in cells.items() if cell.path[:-1] == above)
    parts.add(Part(entry=entry, family="row", parent=setting.parent, key=name, shared=shared))


def _task_texts(
    parts: Parts, task: Task, lines: list[tuple[Path, dict[str, CellItem]]]
) -> dict[str, tuple[str, ...]]:
    """Return a task's own texts, and those its nameless lines print beside them."""
    texts = {name: parts.paragraphs(getattr(task, name) or ()) for name in TASK_FIELDS}
    for line, (place, cells) in zip(task.lines, lines, strict=False):
        if line.id or line.task:
            continue
        for name in TASK_FIELDS[1:]:
            if cells[name].path[: len(place)] == place:
                texts[name] += cells[name].texts
    records: list[Task | Line] = [task, *(x for x in task.lines if not (x.id or x.task))]
    for record in records:
        for name, cell in record.cells.items():
            texts[name] = texts.get(name, ()) + parts.paragraphs(cell or ())
    for name in ("lead", "support"):  # lines repeat an agency; products and dates come in pairs
        texts[name] = tuple(dict.fromkeys(texts[name]))
    return filled(texts)


def _heading(column: Column) -> str:
    return column.heading or COLUMN_HEADINGS.get(column.id, column.id)

"""A plan as a list of identified parts, in printed order: what a comparison pairs and accounts for.

A line of a task that has neither a name nor an id is no part of its own: it only prints another
product, agency or date of its task, and counts as that task's.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from planforge.changes import Entry, Kind
from planforge.findings import Path
from planforge.model.appendix import TASK_FIELDS, Appendix, Column, Group, Line, Task
from planforge.model.body import Section
from planforge.model.frame import Basis, Decision
from planforge.model.numbering import UNNUMBERED, Number, next_style, number_items, sub_task_style
from planforge.model.plan import Plan
from planforge.model.rows import CellItem, printed_lines
from planforge.model.text import Text, plain_text

Family = Literal[
    "frame", "basis", "article", "name", "heading", "prose", "appendix", "group", "row", "recipient"
]
"""Parts that can become one another: a task a line, a paragraph a numbered item."""


class Part(Struct, frozen=True, kw_only=True):
    """A part of a plan.

    ``parent`` is the index of the part it stands in, -1 at the top; ``key`` what names it over
    the years, "" where nothing does; ``shared`` the cells a line takes from its task.
    """

    entry: Entry
    family: Family
    parent: int = -1
    key: str = ""
    shared: frozenset[str] = frozenset()


class _Setting(Struct, frozen=True):
    """Where a part stands: the part around it, its area, its headings and its number's parent."""

    parent: int = -1
    area: str = ""
    titles: tuple[str, ...] = ()
    number: Number = UNNUMBERED


def list_parts(plan: Plan) -> list[Part]:
    """Return every part of ``plan`` in printed order, each after the part it stands in."""
    return _Lister().list(plan)


class _Lister:
    """Collects the parts of one plan."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def list(self, plan: Plan) -> list[Part]:
        top = _Setting()
        self.frame(plan)
        self.bases(("bases",), plan.bases)
        self.paragraphs(("opening",), plan.opening, top)
        for short, long in plan.abbreviations.items():
            self.name("abbreviation", ("abbreviations", short), short, f"{short}: {long}")
        self.sections(("sections",), plan.sections, top, plan.child_style or next_style(""))
        self.paragraphs(("closing",), plan.closing, top)
        for name, text in plan.footnotes.items():
            self.name("footnote", ("footnotes", name), name, plain_text(text))
        for index, appendix in enumerate(plan.appendices):
            self.appendix(("appendices", index), appendix)
        self.recipients(plan)
        self.signature(plan)
        return self.parts

    def add(self, part: Part) -> int:
        self.parts.append(part)
        return len(self.parts) - 1

    def frame(self, plan: Plan) -> None:
        self.single("header", (), {
            "title": plan.title,
            "type": plan.type,
            "issuer": plan.issuer.name,
            "parent": " ".join(plan.issuer.parent),
            "place": plan.issuer.place,
            "number": plan.number,
            "date": f"{plan.date:%d/%m/%Y}" if plan.date else "",
            "period": str(plan.period),
        })  # fmt: skip
        if plan.decision is not None:
            self.decision(plan.decision)

    def decision(self, decision: Decision) -> None:
        self.single("decision", ("decision",), {
            "title": decision.title,
            "issuer": decision.issuer,
            "authority": " ".join(decision.authority),
            "number": decision.number,
            "date": f"{decision.date:%d/%m/%Y}" if decision.date else "",
            "proposal": decision.proposal,
        })  # fmt: skip
        self.bases(("decision", "bases"), decision.bases)
        for index, article in enumerate(decision.articles):
            texts = {"title": (article.title,), "text": _plain(article.text)}
            path = ("decision", "articles", index)
            self.add(Part(entry=_entry("article", path, texts), family="article"))

    def signature(self, plan: Plan) -> None:
        signature = plan.signature
        self.single("signature", ("signature",), {
            "name": signature.name,
            "title": signature.title,
            "other_title": signature.other_title,
            "authority": " ".join(signature.authority),
        })  # fmt: skip

    def single(self, kind: Kind, path: Path, texts: Mapping[str, str]) -> None:
        entry = _entry(kind, path, {name: (text,) for name, text in texts.items()})
        self.add(Part(entry=entry, family="frame", key=kind))

    def name(self, kind: Kind, path: Path, name: str, text: str) -> None:
        entry = _entry(kind, path, {"text": (text,)})
        self.add(Part(entry=entry, family="name", key=f"{kind} {name}"))

    def bases(self, path: Path, bases: Iterable[Basis]) -> None:
        for index, basis in enumerate(bases):
            text = plain_text(f"{basis.lead} {basis.text}".strip())
            entry = _entry("basis", (*path, index), {"text": (text,)})
            self.add(Part(entry=entry, family="basis"))

    def recipients(self, plan: Plan) -> None:
        for index, recipient in enumerate(plan.recipients):
            texts = {"to": (recipient.to,), "purpose": (recipient.purpose,)}
            entry = _entry("recipient", ("recipients", index), texts)
            self.add(Part(entry=entry, family="recipient"))
        entry = _entry("recipient", ("archive",), {"archive": (plan.archive,)})
        self.add(Part(entry=entry, family="recipient", key="archive"))

    def paragraphs(self, path: Path, text: Text, setting: _Setting, first: int = 0) -> None:
        for index, paragraph in enumerate(text[first:], first):
            entry = _entry(
                "paragraph", (*path, index), {"text": (plain_text(paragraph.text),)}, setting
            )
            self.add(Part(entry=entry, family="prose", parent=setting.parent))

    def sections(
        self, path: Path, sections: tuple[Section, ...], setting: _Setting, style: str
    ) -> None:
        numbers = number_items(sections, style, setting.number)
        for index, (section, number) in enumerate(zip(sections, numbers, strict=True)):
            self.section((*path, index), section, setting, number)

    def section(self, path: Path, section: Section, setting: _Setting, number: Number) -> None:
        """List a section; one without title is known by its first paragraph."""
        area = section.area or setting.area
        own_text = not section.title and len(section.text) > 0
        texts = {
            "title": (section.title,),
            "note": (plain_text(section.note),),
            "text": _plain(section.text[:1]) if own_text else (),
        }
        entry = Entry(
            kind="area" if section.area else "section",
            path=path,
            id=section.id,
            number=number.label,
            area=area,
            titles=setting.titles,
            texts=_filled(texts),
        )
        here = self.add(
            Part(
                entry=entry,
                family="heading" if section.title else "prose",
                parent=setting.parent,
                key=self.section_key(section, setting.parent),
            )
        )
        titles = (*setting.titles, section.title) if section.title else setting.titles
        inside = _Setting(here, area, titles, number)
        self.paragraphs((*path, "text"), section.text, inside, first=int(own_text))
        style = section.child_style or next_style(number.style)
        self.sections((*path, "sections"), section.sections, inside, style)
        self.paragraphs((*path, "closing"), section.closing, inside)

    def section_key(self, section: Section, parent: int) -> str:
        """Return what names a section over the years: its id, or its role or area in its part."""
        if section.id:
            return section.id
        name = section.area or ("" if section.role == "other" else section.role)
        above = self.parts[parent].key if parent >= 0 else ""
        return f"{above}/{name}" if name else ""

    def appendix(self, path: Path, appendix: Appendix) -> None:
        texts = {
            "title": (appendix.title,),
            "note": (plain_text(appendix.note or ""),),
            "columns": tuple(_heading(column) for column in appendix.columns),
        }
        entry = Entry(kind="appendix", path=path, id=appendix.id, texts=_filled(texts))
        here = self.add(Part(entry=entry, family="appendix", key=appendix.id))
        inside = _Setting(here, titles=(appendix.title,))
        self.paragraphs((*path, "text"), appendix.text, inside)
        style = appendix.child_style or next_style("")
        self.sections((*path, "sections"), appendix.sections, inside, style)
        self.groups((*path, "groups"), appendix.groups, inside, (appendix, appendix.group_style))
        self.tasks((*path, "tasks"), appendix.tasks, inside, appendix.task_style)
        self.paragraphs((*path, "closing"), appendix.closing, inside)

    def groups(
        self,
        path: Path,
        groups: tuple[Group, ...],
        setting: _Setting,
        table: tuple[Appendix, str],
    ) -> None:
        appendix, style = table
        for index, (group, number) in enumerate(
            zip(groups, number_items(groups, style), strict=True)
        ):
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
            inside = _Setting(self.add(part), area, (*setting.titles, group.title), number)
            below = (appendix, next_style(group.style or "A"))
            self.groups((*here, "groups"), group.groups, inside, below)
            self.tasks((*here, "tasks"), group.tasks, inside, appendix.task_style)

    def tasks(self, path: Path, tasks: tuple[Task, ...], setting: _Setting, style: str) -> None:
        numbers = number_items(tasks, style, setting.number)
        for index, (task, number) in enumerate(zip(tasks, numbers, strict=True)):
            self.task((*path, index), task, setting, number)

    def task(self, path: Path, task: Task, setting: _Setting, number: Number) -> None:
        lines = list(printed_lines(path, task))
        entry = Entry(
            kind="task",
            path=path,
            id=task.id,
            number=number.label,
            area=setting.area,
            titles=setting.titles,
            texts=_task_texts(task, lines),
        )
        here = self.add(Part(entry=entry, family="row", parent=setting.parent, key=task.id))
        titles = (*setting.titles, entry.name)
        inside = _Setting(here, setting.area, titles, number)
        for line, (place, cells) in zip(task.lines, lines, strict=False):
            if line.id or line.task:
                self.line(place, line.id, cells, inside)
        style = sub_task_style(number.style)
        self.tasks((*path, "tasks"), task.tasks, inside, style)

    def line(self, path: Path, name: str, cells: dict[str, CellItem], setting: _Setting) -> None:
        entry = Entry(
            kind="line",
            path=path,
            id=name,
            area=setting.area,
            titles=setting.titles,
            texts=_filled({field: cells[field].texts for field in TASK_FIELDS}),
        )
        above = path[:-2]
        shared = frozenset(field for field, cell in cells.items() if cell.path[:-1] == above)
        self.add(Part(entry=entry, family="row", parent=setting.parent, key=name, shared=shared))


def _entry(
    kind: Kind, path: Path, texts: Mapping[str, tuple[str, ...]], setting: _Setting | None = None
) -> Entry:
    around = setting or _Setting()
    return Entry(kind=kind, path=path, area=around.area, titles=around.titles, texts=_filled(texts))


def _filled(texts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: paragraphs for name, paragraphs in texts.items() if any(paragraphs)}


def _plain(text: Text) -> tuple[str, ...]:
    return tuple(plain_text(paragraph.text) for paragraph in text)


def _heading(column: Column) -> str:
    return column.heading or column.id


def _task_texts(
    task: Task, lines: list[tuple[Path, dict[str, CellItem]]]
) -> dict[str, tuple[str, ...]]:
    """Return a task's own texts, and those its nameless lines print beside them."""
    texts = {name: _plain(getattr(task, name) or ()) for name in TASK_FIELDS}
    for line, (place, cells) in zip(task.lines, lines, strict=False):
        if line.id or line.task:
            continue
        for name in TASK_FIELDS[1:]:
            if cells[name].path[: len(place)] == place:
                texts[name] += cells[name].texts
    records: list[Task | Line] = [task, *(x for x in task.lines if not (x.id or x.task))]
    for record in records:
        for name, cell in record.cells.items():
            texts[name] = texts.get(name, ()) + _plain(cell or ())
    for name in ("lead", "support"):  # lines repeat an agency; products and dates come in pairs
        texts[name] = tuple(dict.fromkeys(texts[name]))
    return _filled(texts)

"""Appendices: a table of tasks as a tree of groups, tasks and lines, or text, or both."""

from typing import Annotated, ClassVar

from planforge.model.body import STYLES, Section
from planforge.model.fields import Key, Record
from planforge.model.text import Cell, Text

TASK_FIELDS = ("task", "product", "lead", "support", "deadline")
"""The columns whose cells are fields of a task or line, in their usual order."""


class Column(Record, frozen=True, kw_only=True):
    """A column of the table."""

    shorthand: ClassVar[str] = "id"

    id: Annotated[
        str,
        Key(
            "`no`, `group`, `task`, `product`, `lead`, `support`, `deadline`, or a name of your "
            "own whose cells stand under `cells`.",
            "lead",
        ),
    ]
    heading: Annotated[str, Key("Printed heading. Left out: the usual one.", "Đơn vị chủ trì")] = ""
    width: Annotated[str, Key("Width in millimetres. Left out: shared out.", "45")] = ""
    style: Annotated[
        str,
        Key(
            "Numbers printed inside the cells: `1.` in `task` numbers the tasks, "
            "`1.1.` in `product` the lines.",
            "1.",
            STYLES,
        ),
    ] = ""


DEFAULT_COLUMNS = ("no", *TASK_FIELDS)


class Line(Record, frozen=True, kw_only=True):
    """One printed line of a task. A field left out is merged with the line above."""

    shorthand: ClassVar[str] = "task"

    id: Annotated[
        str, Key("Stable name, the same every year, where the line is work of its own.")
    ] = ""
    number: Annotated[str, Key("The number as it was issued.", '"1.1"')] = ""
    task: Annotated[Cell, Key("What this line is about, under the task's own text.")] = None
    product: Annotated[Cell, Key("What is handed over (sản phẩm).")] = None
    lead: Annotated[Cell, Key("Lead agency (cơ quan chủ trì).")] = None
    support: Annotated[Cell, Key("Supporting agencies (cơ quan phối hợp).")] = None
    deadline: Annotated[Cell, Key("When (thời gian thực hiện).")] = None
    cells: Annotated[dict[str, Cell], Key("Cells of the columns with names of your own.")] = {}


class Task(Record, frozen=True, kw_only=True):
    """A task: one row, or several lines, or a title over tasks of its own.

    What stands on the task itself holds for all its lines and is merged down them.
    """

    id: Annotated[str, Key("Stable name, the same every year.", "ra-soat-van-ban")] = ""
    style: Annotated[str, Key("How this task is numbered.", "-", STYLES)] = ""
    number: Annotated[
        str, Key("The number as it was issued, where it differs from the right one.", '"6"')
    ] = ""
    task: Annotated[Cell, Key("The task (nhiệm vụ).")]
    product: Annotated[
        Cell,
        Key(
            "What is handed over (sản phẩm): a text, or a list printed with dashes. "
            "An empty text means blank on purpose.",
            "[Kế hoạch của UBND tỉnh, Báo cáo kết quả]",
        ),
    ] = None
    lead: Annotated[Cell, Key("Lead agency (cơ quan chủ trì).", "Sở Tư pháp")] = None
    support: Annotated[
        Cell, Key("Supporting agencies (cơ quan phối hợp).", "Các sở, ban, ngành; UBND cấp huyện")
    ] = None
    deadline: Annotated[
        Cell,
        Key(
            "When (thời gian thực hiện); a list pairs with the products, in order.",
            "[Tháng 01/2022, Tháng 12/2022]",
        ),
    ] = None
    cells: Annotated[dict[str, Cell], Key("Cells of the columns with names of your own.")] = {}
    lines: Annotated[tuple[Line, ...], Key("The printed lines, where there are several.")] = ()
    tasks: Annotated[tuple["Task", ...], Key("Tasks under this one, each with its own row.")] = ()


class Group(Record, frozen=True, kw_only=True):
    """Tasks that belong together, mostly one area of reform; groups nest."""

    id: Annotated[str, Key("Stable name, the same every year.")] = ""
    area: Annotated[str, Key("The area of reform; the same id as in the body.", "procedures")] = ""
    style: Annotated[str, Key("How this group is numbered.", "I", STYLES)] = ""
    number: Annotated[
        str, Key("The number as it was issued, where it differs from the right one.")
    ] = ""
    title: Annotated[str, Key("Heading of the group.", "Cải cách thể chế")]
    groups: Annotated[tuple["Group", ...], Key("Groups inside this one.")] = ()
    tasks: Annotated[tuple[Task, ...], Key("The tasks, in printed order.")] = ()


class Appendix(Record, frozen=True, kw_only=True):
    """A Phụ lục, with page numbers of its own."""

    id: Annotated[str, Key("Stable name; the body refers to it as `{id}`.", "phu-luc")]
    label: Annotated[
        str, Key("Word before the number; the number is set from the second appendix on.")
    ] = "Phụ lục"
    title: Annotated[str, Key("Title, printed in capitals under the label.")] = ""
    note: Annotated[
        str | None,
        Key(
            "The line “(Kèm theo Kế hoạch số …)”. Left out: made from the plan's own number and "
            "date. Empty: none."
        ),
    ] = None
    orientation: Annotated[
        str, Key("How the page lies.", "landscape", ("landscape", "portrait"))
    ] = "landscape"
    text: Annotated[Text, Key("Paragraphs before the table.")] = ()
    columns: Annotated[
        tuple[Column, ...],
        Key(
            "Columns in printed order. Left out: no, task, product, lead, support, deadline.",
            "[group, task, product, lead, support, deadline]",
        ),
    ] = ()
    child_style: Annotated[
        str, Key("How the sections of a written appendix are numbered.", "I.", STYLES)
    ] = ""
    sections: Annotated[tuple[Section, ...], Key("Sections of a written appendix.")] = ()
    groups: Annotated[tuple[Group, ...], Key("The groups of the table.")] = ()
    tasks: Annotated[tuple[Task, ...], Key("The tasks of a table without groups.")] = ()
    closing: Annotated[Text, Key("Paragraphs after the table.")] = ()

    @property
    def printed_columns(self) -> tuple[Column, ...]:
        """The columns given, or the usual ones where none are."""
        return self.columns or tuple(Column(id=name) for name in DEFAULT_COLUMNS)

    def has_column(self, name: str) -> bool:
        """Whether the table prints the column ``name``."""
        return any(column.id == name for column in self.printed_columns)

    @property
    def group_style(self) -> str:
        """How the outermost groups are numbered: A over groups of groups, else I."""
        outermost = "A" if any(group.groups for group in self.groups) else "I"
        return outermost if self.has_column("no") else f"{outermost}."

    @property
    def task_style(self) -> str:
        """How tasks are numbered: in the column for it, in their own cell, or not at all."""
        styles = {column.id: column.style for column in self.printed_columns}
        return styles.get("no", styles.get("task", "")) or ("1" if "no" in styles else "none")

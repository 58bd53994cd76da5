"""S107: a row of the table stands there once."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Row, Subject
from planforge.model.appendix import TASK_FIELDS
from planforge.model.text import Cell

_Key = tuple[object, ...]


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each row that says in every cell what an earlier row of its table says."""
    seen: set[_Key] = set()
    for row in subject.rows:
        task, *rest = (row.cells[name].text for name in TASK_FIELDS)
        if row.is_title or not task.strip() or not any(rest):
            continue
        key = (row.path[1], _parent(row), *map(_comparable, (task, *rest)), _own_cells(row))
        if key in seen:
            yield Violation(
                row.path,
                msg("This row repeats an earlier one word for word: “{task}”.", task=task),
                msg("Delete it, or write what sets the two apart."),
            )
        seen.add(key)


def _parent(row: Row) -> Path:
    """Return the task a sub-task stands under, () for a task: sub-tasks may share their words."""
    path = row.path[:-2] if row.task.lines else row.path
    return path[:-2] if path[-4:-3] == ("tasks",) else ()


def _own_cells(row: Row) -> tuple[tuple[str, Cell], ...]:
    line = row.task.lines[row.position].cells if row.task.lines else {}
    return tuple(sorted({**row.task.cells, **line}.items()))


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split())


RULE = Rule(
    code="S107",
    name="repeated-row",
    severity="warning",
    check=check,
    what=msg(
        "Two rows of a table with the same task, product, agencies and deadline. The same task "
        "with another product or agency is another row."
    ),
    why=msg("A row copied and not changed hides the task that should stand there."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý I/2026}
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, product: Kế hoạch, lead: Sở Tư pháp, deadline: Quý I/2026}
      - {task: Rà soát văn bản, product: Báo cáo, lead: Sở Tư pháp, deadline: Quý IV/2026}
""",
)

"""What a cell belongs to: the words of its row, and whether it says when."""

from planforge.findings import Path
from planforge.model.appendix import Line, Task
from planforge.model.plan import Plan
from planforge.model.text import Cell, plain_text
from planforge.model.walking import walk_records


def words_of_rows(plan: Plan) -> dict[Path, str]:
    """Return what each row is about, by its path: the task above it, its own task, its product."""
    words: dict[Path, str] = {}
    for path, record in walk_records(plan):
        if isinstance(record, Task | Line):
            above = words.get(path[:-2], "")
            parts = (above, cell_text(record.task), cell_text(record.product))
            words[path] = "; ".join(filter(None, parts))
    return words


def row_of(path: Path) -> Path:
    """Return the path of the row whose time ``path`` leads into, () where it is no such cell."""
    steps = len(path) - 1 if isinstance(path[-1], int) else len(path)
    is_time = path[0] == "appendices" and path[steps - 1] == "deadline"
    return path[: steps - 1] if is_time else ()


def cell_text(cell: Cell) -> str:
    """Return the plain text of a cell on one line."""
    return "; ".join(plain_text(paragraph.text) for paragraph in cell or ())

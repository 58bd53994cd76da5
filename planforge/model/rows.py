"""The printed lines of a task, with what holds in each cell after merging."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.appendix import TASK_FIELDS, Line, Task
from planforge.model.text import Cell, Text, plain_text

_KNOWN_TEXTS = 8192
"""How many different texts are kept in mind; the cells of a table repeat a few dozen."""


class CellItem(NamedTuple):
    """What holds in a cell: its value, where it is written, and whether it is written above.

    ``value`` is None where nothing is given at all, () where it is blank on purpose.
    """

    path: Path
    value: Cell
    inherited: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The plain texts of the cell's paragraphs."""
        return _plain_texts(self.value) if self.value else ()

    @property
    def text(self) -> str:
        """The cell's plain text on one line."""
        texts = self.texts
        return texts[0] if len(texts) == 1 else "; ".join(texts)


@lru_cache(_KNOWN_TEXTS)
def _plain_texts(value: Text) -> tuple[str, ...]:
    return tuple(plain_text(paragraph.text) for paragraph in value)


def printed_lines(path: Path, task: Task) -> Iterator[tuple[Path, dict[str, CellItem]]]:
    """Yield place and cells of each line, what is left out taken from above."""
    own = {name: CellItem((*path, name), getattr(task, name)) for name in TASK_FIELDS}
    if not task.lines:
        yield path, own
        return
    above = own
    for index, line in enumerate(task.lines):
        place = (*path, "lines", index)
        above = {name: _line_cell(place, line, name, above[name], index) for name in TASK_FIELDS}
        yield place, above


def _line_cell(path: Path, line: Line, name: str, above: CellItem, index: int) -> CellItem:
    value = getattr(line, name)
    if value is not None:
        return CellItem((*path, name), value)
    if above.value is None:
        return CellItem((*path, name), None)
    return CellItem(above.path, above.value, inherited=index > 0)

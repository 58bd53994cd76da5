"""The rows of the old plan and of the draft that a review decides about, to be held together."""

from collections.abc import Iterable

import msgspec

from planforge.model.appendix import Line, Task
from planforge.model.plan import Plan
from planforge.model.review_parts import reviewed_rows
from planforge.model.text import plain_text
from planforge.vietnamese.years import WRITTEN_YEAR

_LIKE = 0.5
"""How much of their words two texts share that can still be one task."""


def rows_by_name(plan: Plan) -> dict[str, Task | Line]:
    """Return the rows of ``plan`` by what a review calls them."""
    return {row.name: row.row for row in reviewed_rows(plan)}


def is_year_only(old: Task | Line, new: Task | Line) -> bool:
    """Whether nothing but years differs between two rows, with all that stands under them."""
    return _without_years(_json(old)) == _without_years(_json(new))


def _json(row: Task | Line) -> str:
    return msgspec.json.encode(row).decode()


def is_other_work(old: Task | Line, new: Task | Line) -> bool:
    """Whether two rows can no longer be told to be one task: most of their words differ."""
    one, other = task_words(old), task_words(new)
    if not one or not other or one == other:
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415 - only rows that were changed need it

    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _LIKE


def task_words(row: Task | Line) -> tuple[str, ...]:
    """Return the words of a row's task without its years, () where it has none of its own."""
    text = " ".join(plain_text(paragraph.text) for paragraph in row.task or ())
    return tuple(_without_years(text).casefold().split())


def words_of_unnamed(rows: Iterable[Task | Line]) -> list[tuple[str, ...]]:
    """Return the words of the rows that have no id."""
    return [task_words(row) for row in rows if not row.id]


def _without_years(text: str) -> str:
    return WRITTEN_YEAR.sub("", text)

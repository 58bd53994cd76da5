"""The time column, part by part, with the row each part belongs to."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import Row, Subject
from planforge.model.text import plain_text
from planforge.vietnamese.deadlines import Deadline, Interval, parse_deadline, split_deadlines

_KNOWN_PARTS = 4096
"""How many different parts are kept in mind; a plan of thousands of rows has few dozen."""


class Due(NamedTuple):
    """One part of a time cell; ``deadline`` is None where no grammar understands it.

    ``order`` counts the parts of the cell, to pair them with the products.
    """

    path: Path
    row: Row
    order: int
    text: str
    deadline: Deadline | None

    @property
    def interval(self) -> Interval:
        """The first and the last day the deadline allows, None on a side without limit."""
        return _interval(self.deadline) if self.deadline else (None, None)

    @property
    def last_day(self) -> dt.date | None:
        """The last day the deadline allows, None where there is none."""
        return self.interval[1]

    @property
    def subject_words(self) -> str:
        """What is due: the task, and the product that pairs with this part or all of them."""
        products = self.row.cells["product"].texts
        paired = products[self.order : self.order + 1] or products
        return " ".join((self.row.cells["task"].text, *paired, self.text))


def find_dues(subject: Subject) -> Iterator[Due]:
    """Yield the parts of every time cell, once where it is written."""
    for row in subject.rows:
        cell = row.cells["deadline"]
        if not cell.value or cell.inherited:
            continue
        parts = (
            ((*cell.path, place), part)
            for place, paragraph in enumerate(cell.value)
            for part in _split(plain_text(paragraph.text))
        )
        for order, (path, part) in enumerate(parts):
            yield Due(path, row, order, part, _parse(part))


def _split(text: str) -> Iterator[str]:
    for part in split_deadlines(text):
        yield from filter(None, (piece.strip(" .,") for piece in part.split(";")))


@lru_cache(_KNOWN_PARTS)
def _parse(text: str) -> Deadline | None:
    return parse_deadline(text)


@lru_cache(_KNOWN_PARTS)
def _interval(deadline: Deadline) -> Interval:
    return deadline.interval() or (None, None)


_OWN_PLAN = re.compile(
    "kế hoạch|chương trình|phương án|dự toán|chỉ tiêu|phân công|quyết định", re.IGNORECASE
)
_CARRIED_OVER = re.compile(
    "chỉ số|tổng kết|đánh giá|báo cáo|công bố|quyết toán|kết quả|xếp loại|thi đua|khen thưởng"
    "|chấm điểm|thẩm định|rút kinh nghiệm",
    re.IGNORECASE,
)


def plans_ahead(due: Due) -> bool:
    """Whether what is due is a plan or its like, which is made before its year begins."""
    return bool(_OWN_PLAN.search(due.subject_words))


def looks_back(due: Due) -> bool:
    """Whether what is due is a report or its like, which is made after its year has ended."""
    return bool(_CARRIED_OVER.search(due.subject_words))

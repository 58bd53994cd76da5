"""The time column, part by part, with the row each part belongs to."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import KNOWN_TEXTS, Row, Subject
from planforge.model.text import plain_text
from planforge.vietnamese.deadlines import Deadline, Interval, parse_deadline, split_deadlines


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


@lru_cache(maxsize=1)
def find_dues(subject: Subject) -> tuple[Due, ...]:
    """Return the parts of every time cell, once where it is written; kept for the next rule."""
    return tuple(_dues(subject))


def _dues(subject: Subject) -> Iterator[Due]:
    for row in subject.rows:
        cell = row.cells["deadline"]
        if not cell.value or cell.inherited:
            continue
        parts = (
            ((*cell.path, place), part)
            for place, paragraph in enumerate(cell.value)
            for part in _split(paragraph.text)
        )
        for order, (path, part) in enumerate(parts):
            yield Due(path, row, order, part, _parse(part))


@lru_cache(KNOWN_TEXTS)
def _split(written: str) -> tuple[str, ...]:
    parts = split_deadlines(plain_text(written))
    pieces = (piece.strip(" .,") for part in parts for piece in part.split(";"))
    return tuple(filter(None, pieces))


_parse = lru_cache(KNOWN_TEXTS)(parse_deadline)


@lru_cache(KNOWN_TEXTS)
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

"""Deadlines: what the time column of an appendix says.

    cell       = part | "- " part " - " part …
    part       = [label " "] expression [" (nếu có)"]
    year       = ["Trong "] "Năm " Y
    open_year  = "Năm " Y " và những năm tiếp theo"
    quarter    = "Quý " (I-IV | 1-4) ("/" | "-Năm " | "- Năm " | " năm ") Y
    month      = "Tháng " M ("/" | " năm ") Y
    on         = "Ngày " date
    by         = ("Trước" | "Chậm nhất" | "Đến") " " (["ngày "] date | month | quarter | year)
    recurring  = "Thường xuyên" | "Hàng năm" | "Hàng quý và năm " Y | "Hàng tháng" …
    external   = "Theo " …

Capitals are free at the start of a word, and a label holds no digits.
"""

import datetime as dt
import re
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from planforge.vietnamese.dates import format_month, format_short_date, parse_date
from planforge.vietnamese.roman import format_roman, parse_roman

Kind = Literal["year", "open_year", "quarter", "month", "on", "by", "recurring", "external"]
Interval = tuple[dt.date | None, dt.date | None]

_YEAR = "(?:19|20)[0-9]{2}"
_DATE = f"[0-9]{{1,2}}(?:/[0-9]{{1,2}}/| tháng [0-9]{{1,2}} năm ){_YEAR}"
_DAY = f"[Nn]gày {_DATE}"
_MONTH = f"[Tt]háng (?:0?[1-9]|1[0-2])(?:/| năm ){_YEAR}"
_QUARTER = f"[Qq]uý (?:IV|I{{1,3}}|[1-4])(?: ?[/–-] ?| )(?:[Nn]ăm )?{_YEAR}"
_WHOLE_YEAR = f"[Nn]ăm {_YEAR}"
_CYCLE = "(?:năm|quý|tháng|tuần|ngày|6 tháng)"
_FORMS: dict[Kind, str] = {
    "year": f"(?:[Tt]rong |[Cc]ả )?{_WHOLE_YEAR}",
    "open_year": f"{_WHOLE_YEAR} và (?:những|các) năm tiếp theo",
    "quarter": f"(?:[Tt]rong )?{_QUARTER}",
    "month": f"(?:[Tt]rong )?{_MONTH}",
    "on": _DAY,
    "by": f"(?:[Tt]rước|[Cc]hậm nhất|[Đđ]ến) (?:{_DAY}|{_DATE}|{_MONTH}|{_QUARTER}|{_WHOLE_YEAR})",
    "recurring": (
        f"(?:[Tt]hường xuyên|(?:[Đđ]ịnh kỳ )?[Hh][àằ]ng {_CYCLE}(?:(?:,| và) {_CYCLE})*)"
        f"(?:(?:,| và)?(?: trong)? năm {_YEAR})?"
    ),
}
_TIMED = "|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS.items())
_EXTERNAL = r"(?P<external>[Tt]heo [^\n()]*[^\s()])"
_LABEL = r"(?P<label>(?![Tt]heo )[^\W\d](?:[^\d\n()]{0,80}?[^\s\d()])?)"
_CONDITION = r"(?P<condition>\([^()\n]+\))"
_PARTS = tuple(f"(?:{_LABEL} )??(?:{form})(?: {_CONDITION})?" for form in (_TIMED, _EXTERNAL))
_SEPARATOR = r"(?<!Quý [1-4IV])(?<!Quý I[IV])(?<!Quý III)\s+- "
_TIMELESS: tuple[Kind, ...] = ("recurring", "external")
_LEADS = ("trước", "chậm nhất", "đến")


class Deadline(Struct, frozen=True):
    """One part of a time cell; ``str`` gives it as written.

    ``expression`` is the time itself (``trước ngày 30/01/2022``), ``label`` what has to be ready
    (``Báo cáo``), ``condition`` a closing note with its brackets (``(nếu có)``); the last two may
    be empty.
    """

    kind: Kind
    expression: str
    label: str = ""
    condition: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.label, self.expression, self.condition)))

    def interval(self) -> Interval | None:
        """Return the first and the last day the deadline allows, both included.

        None in place of a day: no limit on that side. None alone: recurring and external
        deadlines have no days of their own.
        """
        point = _read_point(self)
        if point is None:
            return None
        if self.kind == "open_year":
            return point.first, None
        if self.kind != "by":
            return point.first, point.last
        excluded = _read_lead(self) == "trước"
        return None, point.first - dt.timedelta(days=1) if excluded else point.last

    def normalized(self) -> "Deadline":
        """Return the same deadline in canonical spelling: ``Quý I/2023``, ``Tháng 3/2023``.

        Periods are written as other dates are; ``Trong năm`` becomes ``Năm``; recurring and
        external deadlines keep their words.
        """
        spelled = _spell(self)
        first = spelled[0].lower() if self.label else spelled[0].upper()
        return replace(self, expression=first + spelled[1:])


def parse_deadline(text: str) -> Deadline | None:
    """Return the deadline written as ``text``, or None when it is none or its day does not exist.

    ``text`` is one part of a cell; `split_deadlines` gives the parts.
    """
    found = next(filter(None, (re.fullmatch(part, text) for part in _PARTS)), None)
    if found is None:
        return None
    pieces = found.groupdict("")
    kind = next(kind for kind in get_args(Kind) if pieces.get(kind))
    deadline = Deadline(kind, pieces[kind], pieces["label"], pieces["condition"])
    return deadline if kind in _TIMELESS or _read_point(deadline) else None


def split_deadlines(text: str) -> tuple[str, ...]:
    """Return the parts of the cell ``text``: those after its dashes, or ``text`` as a whole.

    A blank cell has none.
    """
    stripped = text.strip()
    if not stripped.startswith("- "):
        return (stripped,) if stripped else ()
    return tuple(part.strip() for part in re.split(_SEPARATOR, stripped.removeprefix("- ")))


class _Point(Struct, frozen=True):
    """A day, month, quarter or year: its canonical spelling, its first and its last day."""

    spelling: str
    first: dt.date
    last: dt.date


def _read_point(deadline: Deadline) -> _Point | None:
    """Return the time ``deadline`` names; None when it names none or a day that does not exist."""
    expression = deadline.expression
    if deadline.kind in _TIMELESS:
        return None
    if written := re.search(_DATE, expression):
        day = parse_date(f"ngày {written[0]}")
        return None if day is None else _Point(f"ngày {format_short_date(day)}", day, day)
    year = int(re.findall(_YEAR, expression)[0])
    if month := re.search("háng ([0-9]+)", expression):
        number = int(month[1])
        return _span(f"tháng {format_month(number)}/{year}", year, number, number)
    if quarter := re.search("uý ([IV]+|[0-9])", expression):
        number = parse_roman(quarter[1]) or int(quarter[1])
        return _span(f"quý {format_roman(number)}/{year}", year, 3 * number - 2, 3 * number)
    return _span(f"năm {year}", year, 1, 12)


def _span(spelling: str, year: int, first_month: int, last_month: int) -> _Point:
    beyond = dt.date(year + last_month // 12, last_month % 12 + 1, 1)
    return _Point(spelling, dt.date(year, first_month, 1), beyond - dt.timedelta(days=1))


def _read_lead(deadline: Deadline) -> str:
    expression = deadline.expression.lower()
    return next(lead for lead in _LEADS if expression.startswith(lead))


def _spell(deadline: Deadline) -> str:
    point = _read_point(deadline)
    if point is None:
        return deadline.expression
    if deadline.kind == "open_year":
        return f"{point.spelling} và những năm tiếp theo"
    return f"{_read_lead(deadline)} {point.spelling}" if deadline.kind == "by" else point.spelling

"""Years inside a text, each with what it means, before anything moves it.

A year is four digits from 1900 to 2099 that no letter follows. The first kind that claims it
holds:

    symbol             part of a document's symbol: 60/2021/NĐ-CP, also the 2017 of 2017/QĐ-UBND
    citation_date      the date of a cited document: số 12/QĐ-UBND năm 2025, Chỉ thị ngày 10/02/2025
    standard           the edition of a standard: TCVN ISO 9001:2015
    multi_year_period  giai đoạn 2021-2030, từ 2021 đến 2025, năm học 2020/2021, đến năm 2025
    deadline           a day, month or quarter in, just before or just after the plan's years
    plan_year          a year of the plan
    previous_year      the year before, where it is compared with or measured
    next_year          the year after, where it is planned for
    literal            any other: history, a law's year, what the subject of a citation says, a
                       number of things (2021 hồ sơ)
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from planforge.vietnamese.citations import Citation, find_citations
from planforge.vietnamese.deadlines import Deadline, parse_deadline
from planforge.vietnamese.symbols import find_symbols

Kind = Literal[
    "symbol",
    "citation_date",
    "standard",
    "multi_year_period",
    "deadline",
    "plan_year",
    "previous_year",
    "next_year",
    "literal",
]
_Span = tuple[int, int, Kind]

WRITTEN_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""Four digits that are read as a year where nothing around them is looked at, as in a name."""

_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?!\w)"
_STANDARD = rf"(?<![0-9])[0-9]{{3,6}}(?:-[0-9]+)? ?: ?{_YEAR}"
_PERIOD = (
    rf"{_YEAR} ?[-–—/] ?{_YEAR}"
    rf"|[Tt]ừ (?:năm )?{_YEAR} đến (?:hết )?(?:năm )?{_YEAR}"
    rf"|[Đđ]ến (?:hết )?năm {_YEAR}"
    rf"|(?:[Đđ]ịnh hướng|[Tt]ầm nhìn)(?: đến)?(?: năm)? {_YEAR}"
)
_MOMENT = (
    rf"[0-9]{{1,2}}/{_YEAR}|[Tt]háng [0-9]{{1,2}} năm {_YEAR}"
    rf"|[Qq]uý [IV1-4]{{1,3}}(?: ?[/–-] ?| )(?:[Nn]ăm )?{_YEAR}"
)
_DATE = rf"[0-9]{{1,2}}(?:/[0-9]{{1,2}}/| tháng [0-9]{{1,2}} năm ){_YEAR}"
_MEETING = "(?:kết luận|phiên họp|cuộc họp|kỳ họp|hội nghị|họp|liên tịch)"
_UNNUMBERED = (
    "(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Thông báo|Kết luận|Công văn|Công điện"
    rf"|Tờ trình)(?: {_MEETING}[^;:.,()0-9]{{0,60}}?)?"
    rf"(?<! trước)(?<! từ)(?<! đến)(?<! sau)(?<! vào)(?<! nhất) ngày {_DATE}"
)
"""A document named by its date alone. Reports and plans are left out: they are due on their day."""

_COUNTED = (
    r" (?:hồ sơ|TTHC|thủ tục|văn bản|đơn vị|cơ quan|người|lượt|cuộc|trường hợp|công chức|viên chức"
    r"|cán bộ|doanh nghiệp|hộ|thôn|xã|tổ chức|ý kiến|phiếu|dịch vụ|nghìn|triệu|tỷ|đồng)(?!\w)"
)
_DATED_BY = re.compile(r"(?:[Nn]ăm |[/–—-] ?|[Qq]uý [IV1-4]{1,3} |[Tt]háng [0-9]{1,2} )$")
_SHORT_MOMENT = re.compile(
    r"(?<![\w/])(?:[Tt]háng [0-9]{1,2}|[Qq]uý [IV1-4]{1,3}|[0-9]{1,2}/[0-9]{1,2})/"
    r"(?P<year>[0-9]{2})(?![\w/%])"
)
_MEASURED = (
    "o với|ùng kỳ|ăm trước|hỉ số|INDEX|SIPAS|PAPI|ếp hạng|ếp loại|ết quả|ánh giá|ổng kết|mất điểm"
    "|hơn năm|bằng năm"
)
_PLANNED = "ế hoạch|ự toán|hương hướng|hiệm vụ|huẩn bị|năm sau|năm tới"
_LAW = (
    r"(?:Luật|Hiến pháp|Pháp lệnh)"
    r"(?:(?! (?:kế hoạch|nhiệm vụ|công tác|kết quả|báo cáo|trong|từ|UBND|Sở) ).)* năm $"
)
_UNTIL = rf"[Đđ]ến (?P<end>hết )?năm {_YEAR}"
_CLAUSE_END = r"[;.:\n]"
_REACH = 120
"""How many characters before a year can tell what it means."""


class YearToken(Struct, frozen=True):
    """A year in a text: where it starts, its number and what it means."""

    offset: int
    year: int
    kind: Kind


def classify_years(text: str, plan_years: range) -> tuple[YearToken, ...]:
    """Return every year in ``text`` with its meaning in a plan for ``plan_years``, in order.

    A text that as a whole is a deadline has only deadline years. A period that is the plan's own
    (``giai đoạn 2026-2030`` in a plan for those years) counts as plan years, and so does the end
    of the plan's time (``đến hết năm 2022``; in a plan for years also ``đến năm 2030``). Years of
    a symbol, a citation or a standard, of other periods and literal ones never move with the plan.
    """
    kinds: dict[int, Kind] = {}
    for start, end, kind in _find_spans(text, plan_years):
        for found in re.finditer(_YEAR, text[start:end]):
            kinds.setdefault(start + found.start(), kind)
    return tuple(
        YearToken(
            found.start(), int(found[0]), kinds.get(found.start()) or _judge(found, plan_years)
        )
        for found in re.finditer(_YEAR, text)
    )


def _find_spans(text: str, plan_years: range) -> Iterator[_Span]:
    """Yield the pieces of ``text`` that settle what their years mean, the strongest first."""
    deadline = parse_deadline(text)
    if deadline is not None and _is_bare(deadline):
        yield 0, len(text), "deadline"
    for start, symbol in find_symbols(text):
        yield start, start + len(str(symbol)), "symbol"
    citations = find_citations(text)
    for citation in citations:
        yield citation.start, citation.end - len(citation.subject), "citation_date"
        yield from _years_beside(citation, text)
    yield from _dated_documents(text, deadline)
    for found in re.finditer(_STANDARD, text):
        yield *found.span(), "standard"
    for found in re.finditer(_PERIOD, text):
        yield *found.span(), _judge_period(found[0], plan_years)
    for citation in citations:
        yield citation.end - len(citation.subject), citation.end, "literal"
    for found in re.finditer(_MOMENT, text):
        if plan_years.start - 1 <= int(found[0][-4:]) <= plan_years.stop:
            yield *found.span(), "deadline"


def _is_bare(deadline: Deadline) -> bool:
    return deadline.kind != "external" and not deadline.label


def _dated_documents(text: str, deadline: Deadline | None) -> Iterator[_Span]:
    """Yield documents named by their date alone; what is due, as a whole, names none."""
    if " ngày " in text and (deadline is None or deadline.kind == "external"):
        for found in re.finditer(_UNNUMBERED, text):
            yield *found.span(), "citation_date"


def _years_beside(citation: Citation, text: str) -> Iterator[_Span]:
    """Yield the year that dates a document right after its number, or names its subject before."""
    symbol, start = citation.symbol, citation.start
    if symbol is None:
        return
    if not citation.type and start and re.search(f"năm {_YEAR} $", text[:start][-9:]):
        yield start - 5, start, "literal"
    if symbol.year is None and not (citation.date or citation.issuer or citation.subject):
        found = re.compile(f" năm {_YEAR}").match(text, citation.end)
        if found:
            yield *found.span(), "citation_date"


def _judge_period(written: str, plan_years: range) -> Kind:
    years = [int(year) for year in re.findall(_YEAR, written)]
    own = [plan_years.start, plan_years.stop - 1]
    until = re.fullmatch(_UNTIL, written)
    ends = until is not None and (bool(until["end"]) or len(plan_years) > 1)
    return "plan_year" if years == own or (ends and years == own[1:]) else "multi_year_period"


def find_periods(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each period of several years, or its end, is named: ``2021 - 2030``."""
    for found in re.finditer(_PERIOD, text):
        yield found.span()


def find_short_years(text: str, plan_years: range) -> Iterator[tuple[int, int]]:
    """Yield where a time near the plan's is named by the last two digits of its year: ``quý I/21``.

    Such years are no tokens: two digits are too few to be sure of.
    """
    for found in _SHORT_MOMENT.finditer(text):
        if plan_years.start - 1 <= 2000 + int(found["year"]) <= plan_years.stop:
            yield found.span()


def counts_things(text: str, offset: int) -> bool:
    """Whether the four digits at ``offset`` are a number of things: ``số hóa 2021 hồ sơ``."""
    follows = re.compile(_COUNTED).match(text, offset + 4) is not None
    return follows and not _DATED_BY.search(text[max(0, offset - 12) : offset])


def names_law(clause: str) -> bool:
    """Whether the year that ``clause`` leads up to is that of a law: ``Luật … năm``."""
    return re.search(_LAW, clause) is not None


def _judge(found: re.Match[str], plan_years: range) -> Kind:
    """Return what a year means that only the words before it explain."""
    year = int(found[0])
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    clause = re.split(_CLAUSE_END, before)[-1]
    if names_law(clause) or counts_things(found.string, found.start()):
        return "literal"
    if year in plan_years:
        return "plan_year"
    if year == plan_years.start - 1 and re.search(_MEASURED, clause):
        return "previous_year"
    return "next_year" if year == plan_years.stop and re.search(_PLANNED, clause) else "literal"

"""What a text says that is true of the model's office alone: figures, units, levels, people."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.appendix import Line, Task
from planforge.model.body import Section
from planforge.model.plan import Plan
from planforge.model.walking import walk_records
from planforge.registries.agencies import load_agencies
from planforge.registries.mentions import parse_agencies
from planforge.rollover.office import Adoption
from planforge.rollover.office_names import CAPITAL, LOWER, spelled
from planforge.rollover.renaming import find_other_units
from planforge.rollover.rows import row_of

_NO_UNIT = (
    "cấp|tháng|ngày|năm|quý|của|và|về|theo|nêu|tại|được|đến|đầu|cuối|kèm|trở|khóa|này|cửa|để|các"
    "|mức|hoặc|giờ|trong|ban|thực|hướng|quy|phê"
)
_NO_FIGURE = (
    "Điều|điều|khoản|điểm|lục|độ|số|Số|Quý|quý|háng|gày|Phòng|uận|hường|năm|Năm|ISO|thứ|và|ước"
    "|khóa|Khóa|mục|Mục|phần|Phần|bảng|mẫu"
)
_STOP = (
    "theo|tổng|trước|để|là|trình|gửi|phối|chủ|tham|thực|về|trong|của|có|vào|từ|và|hoặc|được|khác"
    "|tiếp|xây|báo|hướng|ban|làm|ưu|so|phụ|đối|tại|trở"
)
_COUNTED = "(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:tỉnh|huyện|xã|phường|đơn vị|cơ quan)"
_FIGURE = re.compile(
    rf"(?<!\w)thứ [0-9]+(?:/[0-9]+)?(?![\w/])|(?<!\w){_COUNTED}(?!\w)"
    rf"|(?<![\w/.,:-])(?<!TCVN )"
    rf"[0-9]+(?:[.,][0-9]+)*"
    rf"(?:\s?%| (?!(?:{_NO_UNIT})(?!\w)){LOWER}+(?: (?!(?:{_STOP})(?!\w)){LOWER}+)?)"
)
_AFTER = re.compile(rf"(?:{_NO_FIGURE}) $")
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
_PERSON = re.compile(rf"(?:[Đđ]ồng chí|[Đđ]/c|(?<!\w)[ÔôBb](?:ng|à))(?: {CAPITAL}{LOWER}+){{2,4}}")
_ADDRESS = re.compile(r"[\w.-]+@[\w.-]+|(?:[\w-]+\.)+(?:gov|edu|com|org)\.vn|(?:[\w-]+\.)+vn(?!\w)")
_PHONE = re.compile(r"(?<!\w)0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3,4}(?!\w)")
_UNIT = re.compile(
    rf"(?<!\w)(?:Phòng|Trung tâm|Chi cục|Văn phòng|Ban(?! Chỉ đạo)|Vụ|Cục|Viện) {CAPITAL}\w*"
    rf"(?: - {CAPITAL}\w*|,? (?!(?:{_STOP})(?!\w)){LOWER}+){{0,5}}"
)
_LEVEL_WORDS = {
    "tỉnh": "tỉnh(?! táo)(?: (?:ủy|uỷ))?",
    "thành phố": "thành phố|thành (?:ủy|uỷ)",
    "xã": "(?<!hợp tác )(?<!thị )xã(?! hội)",
}
_LEADING = "(?:của|cấp|UBND|HĐND|ở|tại|trong|toàn|do|và)"
_WHOSE = rf"(?:{_LEADING} |(?!\w+ {_LEADING} )\w+ \w+ |\w+ )?(?<!các )(?<![0-9] )"
_TIER_WORD = re.compile("cấp ", re.IGNORECASE)
_BEFORE_FIELD = re.compile(r"(?:Sở|Bộ|Phòng|Thanh tra) $")


class Borrowed(NamedTuple):
    """Words of a text, from ``start`` to ``end``, that only a person can replace."""

    kind: str
    start: int
    end: int


class Borrowing:
    """Finds in the texts of a plan what its office alone could write."""

    def __init__(self, adoption: Adoption) -> None:
        self._adoption = adoption
        self._level = _level_pattern(adoption)
        self._new = _own_pattern(adoption)
        self._field = _field_pattern(adoption)
        self._fits = adoption.same_kind

    def find(self, text: str, path: Path, taken: Iterable[tuple[int, int]]) -> Iterator[Borrowed]:
        """Yield what is found in ``text`` outside the pieces that are decided about already."""
        plain = text
        for start, end in taken:
            plain = plain[:start] + "\0" * (end - start) + plain[end:]
        yield from self._places(plain, path)
        yield from _of_kind("own_detail", plain, _PERSON, _ADDRESS, _PHONE)
        if not row_of(path):
            yield from _figures(plain, path)
        if not self._adoption.model.is_committee:
            yield from _of_kind("own_unit", plain, _UNIT)

    def _asks_for_fit(self, path: Path) -> bool:
        """Whether agencies of a text may not fit; those of tables are read cell by cell."""
        return not self._fits and "lead" not in path and "support" not in path

    def _places(self, text: str, path: Path) -> Iterator[Borrowed]:
        for start, end in find_other_units(text, self._adoption):
            yield Borrowed("local_unit", start, end)
        for found in self._level.finditer(text) if self._level else ():
            if not (self._adoption.same_tier and _TIER_WORD.match(found[0])):
                yield Borrowed("other_level", *found.span())
        own = [found.span() for found in self._new.finditer(text)] if self._new else []
        for start, end in own:
            yield Borrowed("new_office", start, end)
        for found in _departments().finditer(text) if self._asks_for_fit(path) else ():
            if found.span() not in own:
                yield Borrowed("agency_fit", *found.span())
        for found in self._field.finditer(text) if self._field else ():
            if not _BEFORE_FIELD.search(text[: found.start()]):
                yield Borrowed("model_field", *found.span())


def _of_kind(kind: str, text: str, *patterns: re.Pattern[str]) -> Iterator[Borrowed]:
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield Borrowed(kind, *found.span())


def _figures(text: str, path: Path) -> Iterator[Borrowed]:
    if "cells" in path and _BARE.fullmatch(text.strip()):
        yield Borrowed("model_figures", 0, len(text))
        return
    for found in _FIGURE.finditer(text):
        if not _AFTER.search(text[: found.start()]) or found[0].endswith("%"):
            yield Borrowed("model_figures", *found.span())


def _level_pattern(adoption: Adoption) -> re.Pattern[str] | None:
    """Return how the model speaks of its level, None where that is the new office's too."""
    model, office = adoption.model, adoption.office
    if not model.unit or (model.level == office.level and adoption.same_tier):
        return None
    word = _LEVEL_WORDS.get(model.level) or re.escape(model.level)
    return re.compile(rf"(?<!\w){_WHOSE}(?:{word})(?!\w)", re.IGNORECASE)


def _own_pattern(adoption: Adoption) -> re.Pattern[str] | None:
    """Return how a text names the new office, which is now the one that speaks."""
    core = adoption.office.core
    if not core or core == adoption.model.core:
        return None
    return re.compile(spelled(core), re.IGNORECASE)


def _field_pattern(adoption: Adoption) -> re.Pattern[str] | None:
    """Return the words of the model's field: ``nội vụ`` of ``Sở Nội vụ``."""
    model, office = adoption.model, adoption.office
    field = model.core.partition(" ")[2]
    if not field or office.is_committee or field in office.core:
        return None
    return re.compile(spelled(field), re.IGNORECASE)


@cache
def _departments() -> re.Pattern[str]:
    """Return how texts name the departments of a province, the longest name first."""
    known = (agency for agency in load_agencies().values() if agency.level == "province")
    names = {agency.name for agency in known if agency.name.startswith("Sở ")}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(spelled, longest)), re.IGNORECASE)


def agencies_at_work(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield the agencies to which tables and headings give work, each with its path."""
    for path, record in walk_records(plan):
        if isinstance(record, Task | Line):
            for name in ("lead", "support"):
                for index, paragraph in enumerate(getattr(record, name) or ()):
                    for mention in parse_agencies(paragraph.text):
                        yield (*path, name, index), mention.name
        elif isinstance(record, Section) and record.title:
            for mention in parse_agencies(record.title):
                if mention.agencies:
                    yield (*path, "title"), mention.name

"""Symbols of documents: the ``182/KH-UBND`` of a plan, the ``60/2021/NĐ-CP`` of a decree.

    admin     182/KH-UBND                 a type that is abbreviated, no year
    letter    05/BNV-VP                   công văn: the agency and its unit, no type
    legal     60/2021/NĐ-CP               a year makes it văn bản quy phạm pháp luật
    joint     02/2016/TTLT-VKSNDTC-TANDTC
    assembly  63/2025/QH15
    party     39-NQ/TW                    the hyphen comes first

(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; the last four are set by other rules.)
"""

import re
from typing import Literal

from msgspec import Struct

from planforge.vietnamese.document_types import (
    CITED_TYPES,
    COPY_TYPES,
    DOCUMENT_TYPES,
    JOINT_TYPES,
)

Kind = Literal["admin", "letter", "legal", "joint", "assembly", "party"]

_UPPER = "A-ZĂÂĐÊÔƠƯ"
_LETTER = f"{_UPPER}a-zăâđêôơư"
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?[a-zđ]?"
_YEAR = "(?:19|20)[0-9]{2}"
_SEGMENT = rf"[{_UPPER}][{_LETTER}0-9&]*(?:\.[{_LETTER}0-9&]+)*"
_BODIES = f"{_SEGMENT}(?:-{_SEGMENT})*"
_HOUSE = "(?:UBTV)?QH[0-9]{1,2}"
_PARTY_TYPE = f"[{_UPPER}][{_LETTER}]{{1,3}}"

_ASSEMBLY = f"(?P<number>(?:{_NUMBER})?)/(?P<year>{_YEAR})/(?P<organs>{_HOUSE})"
_PARTY = f"(?P<number>(?:{_NUMBER})?)-(?P<type>{_PARTY_TYPE})/(?P<organs>{_BODIES})"
_STATE = (
    f"(?P<number>(?:{_NUMBER})?)(?:/(?P<year>{_YEAR}))?"
    f"/(?P<type>{_SEGMENT})(?P<joiner>[-/])(?P<organs>{_BODIES})"
)
NUMBERED_SYMBOL = (
    rf"(?<![\w/.&-]){_NUMBER}(?:/{_YEAR}/{_HOUSE}"
    rf"|(?:-{_PARTY_TYPE}/|(?:/{_YEAR})?/{_SEGMENT}-|/{_YEAR}/(?:{'|'.join(JOINT_TYPES)})/){_BODIES})"
    r"(?![\w/&]|-\w)"
)
"""Pattern, without groups, of the symbol of a numbered document inside a text."""


class Symbol(Struct, frozen=True):
    """The symbol of a document; ``str`` gives it as written.

    ``number`` is kept as written (``05``, ``30c``, ``66.25``) and empty while drafting, ``type``
    is the abbreviation, empty for letter and assembly, ``organs`` are the bodies after it,
    ``joiner`` stands between type and organs (a slash in some joint documents).
    """

    number: str
    type: str
    organs: tuple[str, ...]
    kind: Kind = "admin"
    year: int | None = None
    joiner: str = "-"

    @property
    def has_number(self) -> bool:
        """Whether the archivist has numbered the document; False for a draft's ``/KH-UBND``."""
        return bool(self.number)

    def __str__(self) -> str:
        organs = "-".join(self.organs)
        if self.kind == "party":
            return f"{self.number}-{self.type}/{organs}"
        year = "" if self.year is None else f"/{self.year}"
        type_ = self.type and self.type + self.joiner
        return f"{self.number}{year}/{type_}{organs}"


def parse_symbol(text: str) -> Symbol | None:
    """Return the symbol written as ``text``, or None.

    The one number of ``2017/QĐ-UBND`` is its number, not a year. A first group that abbreviates
    no known type makes it the symbol of a công văn.
    """
    if found := re.fullmatch(_ASSEMBLY, text):
        return Symbol(found["number"], "", (found["organs"],), "assembly", int(found["year"]))
    if found := re.fullmatch(_PARTY, text):
        return Symbol(found["number"], found["type"], _split_organs(found), "party")
    if found := re.fullmatch(_STATE, text):
        return _read_dated(found) if found["year"] else _read_undated(found)
    return None


def find_symbols(text: str) -> tuple[tuple[int, Symbol], ...]:
    """Return the numbered symbols inside ``text``, each after the offset where it starts."""
    parsed = (
        (found.start(), parse_symbol(found[0])) for found in re.finditer(NUMBERED_SYMBOL, text)
    )
    return tuple((start, symbol) for start, symbol in parsed if symbol is not None)


def _split_organs(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(found["organs"].split("-"))


def _read_dated(found: re.Match[str]) -> Symbol | None:
    type_, joiner = found["type"], found["joiner"]
    kind: Kind = "joint" if type_ in JOINT_TYPES else "legal"
    if joiner == "/" and kind == "legal":
        return None
    return Symbol(found["number"], type_, _split_organs(found), kind, int(found["year"]), joiner)


def _read_undated(found: re.Match[str]) -> Symbol | None:
    type_, organs = found["type"], _split_organs(found)
    if found["joiner"] == "/":
        return None
    if type_ in DOCUMENT_TYPES or type_ in CITED_TYPES or type_ in COPY_TYPES:
        return Symbol(found["number"], type_, organs)
    return Symbol(found["number"], "", (type_, *organs), "letter")

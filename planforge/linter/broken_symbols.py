"""Symbols that a reader recognises and no grammar does: wrong letters, wrong or missing marks.

76/NÐ-CP            a letter that only looks like Đ
60/2021/NĐ_CP       a mark that belongs elsewhere
66/2026NĐ-CP        a mark left out
108/NQ - HĐND       spaces inside
72/2025/QHI5        a letter read for a digit
12/QD-UBND          a letter without its stroke
"""

import re
from functools import lru_cache
from typing import NamedTuple

from planforge.linter.issuing_bodies import PARTY_CODES, STATE_CODES
from planforge.linter.subject import KNOWN_TEXTS
from planforge.vietnamese.document_types import CITED_TYPES, DOCUMENT_TYPES, JOINT_TYPES
from planforge.vietnamese.normalization import find_irregularities
from planforge.vietnamese.symbols import NUMBERED_SYMBOL, Symbol, parse_symbol

_SLASH = r"\s?[/\\∕⁄／_]\s?"
_HYPHEN = "[-‐‑‒–—−_/.]"
_STROKELESS = {"ND": "NĐ", "QD": "QĐ"}
_SINGLE_TYPES = sorted({*DOCUMENT_TYPES, *CITED_TYPES} - {*JOINT_TYPES, "L"}, key=len, reverse=True)
_TYPE = "|".join((*_SINGLE_TYPES, *_STROKELESS))
_CODE = "[A-ZĐ]{2}[A-Za-zĐđ0-9&]*"
_YEAR = "(?:19|20)[0-9]{2}"
_START = r"(?<![\w/.,&-])(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3})?[a-zđ]?)"
_BROKEN = re.compile(
    rf"{_START}(?:(?:{_SLASH}|-)(?P<year>{_YEAR})(?:{_SLASH}|-)?|{_SLASH}|\s?{_HYPHEN}\s?|)"
    rf"(?P<type>{_TYPE})(?:\s?{_HYPHEN}\s?|(?={'|'.join(STATE_CODES)}))"
    rf"(?P<organs>{_CODE}(?:-{_CODE})*)(?![\w/&]|-\w)"
)
_BROKEN_HOUSE = re.compile(
    rf"{_START}(?:{_SLASH}|-)(?P<year>{_YEAR})(?:{_SLASH}|-)?(?P<house>(?:UBTV)?QH)\s?"
    r"(?P<term>[0-9IlO]{1,2})(?!\w)"
)
_DIGIT = re.compile("[0-9]")
_FOREIGN = re.compile("[ÐðƉɖ\u0370-\u04ff]")
_FORM = re.compile(r"(?:[Mm]ẫu|[Bb]iểu)(?: mẫu)?(?: số:?)? $")
"""The forms of a plan are labelled like documents: Mẫu số 01-BC-UBND."""
_FORM_REACH = 20
_DIGITS = str.maketrans("IlO", "110")


class BrokenSymbol(NamedTuple):
    """A symbol as written, and as it was surely meant."""

    written: str
    meant: Symbol


@lru_cache(KNOWN_TEXTS)
def find_broken_symbols(text: str) -> tuple[BrokenSymbol, ...]:
    """Return the symbols in ``text`` that cannot be read as they are written."""
    if not _DIGIT.search(text):
        return ()
    letters = _replace_look_alikes(text) if _FOREIGN.search(text) else text
    candidates = (*_BROKEN.finditer(letters), *_BROKEN_HOUSE.finditer(letters))
    odd = {found.start(): BrokenSymbol(_in(text, found), _mend(found)) for found in candidates}
    odd = {start: symbol for start, symbol in odd.items() if str(symbol.meant) != symbol.written}
    sound = _sound_starts(text) if odd else frozenset()
    return tuple(
        symbol
        for start, symbol in odd.items()
        if start not in sound and not _FORM.search(text, max(0, start - _FORM_REACH), start)
    )


def _in(text: str, found: re.Match[str]) -> str:
    return text[found.start() : found.end()]


def _sound_starts(text: str) -> frozenset[int]:
    found_all = re.finditer(NUMBERED_SYMBOL, text)
    sound = (found for found in found_all if not _lacks_stroke(found[0]))
    return frozenset(found.start() for found in sound)


def _replace_look_alikes(text: str) -> str:
    """Return ``text`` with its look-alike letters replaced, every letter in its place."""
    letters = list(text)
    for irregularity in find_irregularities(text):
        if irregularity.kind == "look_alike":
            letters[irregularity.offset] = irregularity.replacement
    return "".join(letters)


def _lacks_stroke(written: str) -> bool:
    """Whether a sound symbol can only be meant with a stroke: ``12/QD-UBND``."""
    symbol = parse_symbol(written)
    if symbol is None:
        return False
    groups = (symbol.type, *symbol.organs) if symbol.type else symbol.organs
    return groups[0] in _STROKELESS and groups[1] in STATE_CODES


def _mend(found: re.Match[str]) -> Symbol:
    parts = found.groupdict()
    year = int(parts["year"]) if parts["year"] else None
    if "house" in parts:
        organ = parts["house"] + parts["term"].translate(_DIGITS)
        return Symbol(parts["number"], "", (organ,), "assembly", year)
    type_ = _STROKELESS.get(parts["type"], parts["type"])
    organs = tuple(parts["organs"].split("-"))
    if year is None and organs[0] in PARTY_CODES:
        return Symbol(parts["number"], type_, organs, "party")
    return Symbol(parts["number"], type_, organs, "admin" if year is None else "legal", year)

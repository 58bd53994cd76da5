"""Where a text names the office that issues it: in full, by its short form, by its place.

The longest form wins. Case does not count, nor does where the tone mark stands (``Ủy``, ``Uỷ``);
a name may be broken by any space.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from planforge.rollover.office import Office
from planforge.vietnamese.normalization import fold

Form = Literal["name", "core", "locality", "own", "short", "code", "place"]
"""The full name; a body without its place; the unit with its level; the committee of its level
(``UBND tỉnh``: a committee's own short form, or what stands over a body); a body's short form;
the code of a symbol left blank; the bare name of the unit."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_OPEN = frozenset(("oa", "oe", "uy"))
_SPACE = r"\s+"
_COMMITTEE = r"(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)(?:\s+\(UBND\))?)"
_LEVELS = {"thành phố": r"(?:thành\s+phố|tp\.?)"}
_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
CAPITAL, LOWER = f"[{_CAPITALS}]", f"[{_CAPITALS.lower()}]"
"""Patterns of a large and of a small letter."""

_BLANK = r"(?:…|\.{3,}|(?<![\w/])số\s*)\s*/(?:KH|QĐ)-"


class Mention(NamedTuple):
    """Words of a text, from ``start`` to ``end``, that name the office."""

    start: int
    end: int
    form: Form
    words: str


def find_mentions(text: str, office: Office) -> Iterator[Mention]:
    """Yield where ``text`` names ``office``, in order and without overlaps."""
    for found in _pattern(office).finditer(text):
        form = cast("Form | None", found.lastgroup)
        if form:
            yield Mention(*found.span(form), form, found[form])


def spelled(words: str) -> str:
    """Return the pattern of ``words`` in every spelling, between other words."""
    return rf"(?<!\w){_spelled(words)}(?!\w)"


@lru_cache(maxsize=256)
def _spelled(words: str) -> str:
    return _SPACE.join(map(_spelled_word, words.split()))


def _spelled_word(word: str) -> str:
    """Return the pattern of a word with its tone mark on either vowel of an open syllable."""
    folded = fold(word)
    letters = unicodedata.normalize("NFD", folded[-1:])
    tone = next((mark for mark in letters if mark in _TONES), "")
    if not tone or folded[-2:-1] + letters.replace(tone, "") not in _OPEN:
        return re.escape(folded)
    moved = unicodedata.normalize("NFC", folded[-2] + tone) + letters.replace(tone, "")
    return f"(?:{re.escape(folded)}|{re.escape(folded[:-2] + moved)})"


@lru_cache(maxsize=8)
def _pattern(office: Office) -> re.Pattern[str]:
    forms = _committee_forms(office) if office.is_committee else _body_forms(office)
    found = "|".join(rf"(?P<{form}>{pattern})" for form, pattern in forms)
    code = rf"{_BLANK}(?-i:(?P<code>{re.escape(office.code)}))"
    return re.compile(rf"{code}(?![\w-])|(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


def _committee_forms(office: Office) -> Iterator[tuple[Form, str]]:
    level = _level(office)
    unit = _spelled(office.unit)
    yield "name", rf"{_COMMITTEE}\s+{level}\s+{unit}"
    yield "own", _own(level)
    yield "locality", rf"{level}\s+{unit}"
    yield "place", unit


def _own(level: str) -> str:
    """Return the pattern of the committee of a level, not of that and others."""
    return rf"{_COMMITTEE}\s+{level}(?!,\s+thành\s+phố|(?-i:\s+{CAPITAL}))"


def _body_forms(office: Office) -> Iterator[tuple[Form, str]]:
    core = _spelled(office.core)
    if office.unit:
        level, unit = _level(office), _spelled(office.unit)
        yield "name", rf"{core}(?:\s+của)?(?:\s+{level})?\s+{unit}"
        yield "core", core
        yield "own", _own(level)
        yield "locality", rf"{level}\s+{unit}"
        yield "place", unit
    else:
        yield "name", core
    if office.short:
        short = re.escape(office.short)
        yield "short", rf"(?-i:(?<!Các ){short}(?!,|\s+{CAPITAL}|\s+(?:chỉ|phận|luật|tiêu|thủ)\s))"


def _level(office: Office) -> str:
    return _LEVELS.get(office.level) or _spelled(office.level)

"""Abbreviations: where a plan uses them, and where it says what they stand for.

thủ tục hành chính (TTHC)                         the long form, then the abbreviation
(sau đây gọi tắt là TTHC), (viết tắt: TTHC)       with words that announce it
TTHC (thủ tục hành chính)                         the abbreviation, then the long form
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import Subject
from planforge.linter.wording import FRAME, Found, read_wording

_UPPER = "A-ZĂÂĐÊÔƠƯ"
_SHORT = rf"[{_UPPER}]{{2,}}(?:[&-][{_UPPER}]+)*"
_USED = re.compile(rf"(?<![{_UPPER}&-]){_SHORT}(?![\w/&]|-\w)")
_ROMAN = re.compile("[IVX]+")
_ANNOUNCED = "(?:sau đây |được )?(?:gọi|viết)(?: chung)?(?: tắt)?(?: là|:)? "
_DEFINED = re.compile(
    rf"\((?:{_ANNOUNCED})?[“\"]?(?P<bracketed>{_SHORT})[”\"]?\)"
    rf"|sau đây (?:gọi|viết)(?: chung)? tắt(?: là|:) [“\"]?(?P<announced>{_SHORT})(?!\w)"
)
_EXPLAINED = re.compile(r" \(([^()\n]{5,120})\)")
_SHOUTED = re.compile(r"[^\W\d_]{2,}")
_CUSTOMARY = frozenset(("lead", "support", "heading"))
_AROUND = 30
_LONGEST_FORM = 20
"""In words: how far before its brackets the long form of an abbreviation may begin."""

_SMALL = frozenset(("và", "của", "về", "cho", "các", "tại", "theo", "trong"))
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class Use(NamedTuple):
    """An abbreviation in a text; ``offset`` tells which of two comes first."""

    short: str
    path: Path
    offset: int


class Definition(NamedTuple):
    """A place that says what ``short`` stands for; ``long`` is "" where it is not told apart."""

    short: str
    long: str
    path: Path
    offset: int


class Abbreviations(NamedTuple):
    """What a plan's texts use and define, in printed order; definitions are no uses."""

    uses: tuple[Use, ...]
    definitions: tuple[Definition, ...]


@lru_cache(maxsize=1)
def read_abbreviations(subject: Subject) -> Abbreviations:
    """Return the abbreviations in the texts of ``subject``; kept for the rules that ask next."""
    wording = read_wording(subject)
    defined = {
        found.match.start(found.match.lastgroup or 0): _read_definition(found)
        for found in wording.find(_DEFINED)
    }
    uses: list[Use] = []
    for found in wording.find(_USED, outside=frozenset()):
        use = Use(found.match[0], found.path, found.match.start())
        end = found.match.end()
        explained = wording.text.startswith(" (", end) and _EXPLAINED.match(wording.text, end)
        if explained and fits(use.short, explained[1]):
            defined[use.offset] = Definition(use.short, explained[1], use.path, use.offset)
        elif use.offset not in defined and _is_short(wording.text, use):
            uses.append(use)
    return Abbreviations(tuple(uses), tuple(defined[offset] for offset in sorted(defined)))


def _is_short(text: str, use: Use) -> bool:
    """Whether the capitals are an abbreviation: no number, no piece of a word or a symbol."""
    before = text[use.offset - 1 : use.offset]
    return not (before.isalnum() or before in tuple("_/&-") or _ROMAN.fullmatch(use.short))


def is_free(use: Use) -> bool:
    """Whether custom abbreviates where this use stands: in names, agencies' cells and headings."""
    return use.path[0] in FRAME or not _CUSTOMARY.isdisjoint(use.path)


def _is_name(text: str, use: Use) -> bool:
    """Whether the word belongs to an agency's name (Sở TT&TT) or stands among words in capitals."""
    if text.endswith(("Sở ", "Bộ ", "Cục ", "Vụ "), 0, use.offset):
        return True
    before = text[max(0, use.offset - _AROUND) : use.offset].rpartition("\n")[2]
    end = use.offset + len(use.short)
    after = text[end : end + _AROUND].partition("\n")[0]
    words = (use.short, *_SHOUTED.findall(before)[-1:], *_SHOUTED.findall(after)[:1])
    capitals = [word for word in words if word.isupper()]
    return len(capitals) > 1 and not "".join(capitals).replace("Đ", "").isascii()


def _read_definition(found: Found) -> Definition:
    match = found.match
    name = match.lastgroup or ""
    before = match.string[max(0, match.start() - 200) : match.start()].rpartition("\n")[2]
    return Definition(match[name], _long_form(match[name], before), found.path, match.start(name))


def _long_form(short: str, before: str) -> str:
    """Return the words at the end of ``before`` whose initials are ``short``, or ""."""
    words = list(re.finditer(r"[^\W\d_]+", before))[-_LONGEST_FORM:]
    letters = _letters(short)
    for count in range(len(letters), len(words) + 1):
        long = before[words[-count].start() :].strip(" (,")
        if fits(short, long):
            return long
    return ""


def fits(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long``; small words may be passed over."""
    wanted = list(_letters(short))
    words = re.findall(r"[^\W\d_]+", long.lower())
    if not words or not wanted or _initial(words[0]) != wanted[0]:
        return False
    for word in words:
        if wanted and _initial(word) == wanted[0]:
            wanted.pop(0)
        elif word not in _SMALL:
            return False
    return not wanted


def _letters(short: str) -> str:
    return re.sub(r"[^\w]", "", short).lower()


def _initial(word: str) -> str:
    """Return the first letter without its tone: ``ủ`` is u, ``đ`` and ``ô`` are themselves."""
    marks = unicodedata.normalize("NFD", word[0])
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in _TONES))


def first_uses(subject: Subject) -> Iterator[Use]:
    """Yield the first use of each abbreviation in a place where it must be understood."""
    seen: set[str] = set()
    text = read_wording(subject).text
    for use in read_abbreviations(subject).uses:
        if use.short in seen or is_free(use) or _is_name(text, use):
            continue
        seen.add(use.short)
        yield use

"""Slips of the keyboard that can be mended in a line of text without touching what it says."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Literal

from planforge.vietnamese.dates import format_month, make_day
from planforge.vietnamese.normalization import find_irregularities

Kind = Literal["decomposed", "look_alike", "spacing", "date", "end_sign", "typed_end"]
"""``end_sign``: a ``./.`` written twice; ``typed_end``: one where the program sets it."""

_HIDDEN = "\ue000"
"""Stands for each character that is not prose: escapes, calls, references, addresses."""

_NOT_PROSE = re.compile(
    r"\\(?:x\w{2}|u\w{4}|U\w{8}|.)?|\{[\w.-]+\}|\[\^[\w-]+\]|\S*(?:://|www\.|@)\S*"
)
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")

_FILLED_BY_HAND = "".join(
    f"(?<!{word})" for word in ("[Ss]ố", "SỐ", "[Nn]gày", "[Tt]háng", "[Nn]ăm", "[Qq]uý")
)
_DOUBLE_SPACE = re.compile(
    rf"(?<=[^\s{_HIDDEN}/_…])(?<!\.\.)"
    rf"(?:{_FILLED_BY_HAND} {{2,3}}(?=[^\s{_HIDDEN}/_….])| {{2,3}}(?=[0-9]))"
)
"""Two or three spaces. A longer gap, and one after “số” or “ngày”, may be left to be filled in."""

_SPACE_BEFORE_MARK = re.compile(
    rf"(?<=[\w)\]”%]){_FILLED_BY_HAND}(?!(?<=[0-9]) +[,;:.]\s+[0-9])"
    r" {1,3}(?=[,;:.](?:$|\s(?!\s*[,;:.…])))"
)
"""Decimals, ratios (9 : 10), dotted lines and file names (01 .docx) keep their space."""

_WRITTEN_DATE = re.compile(
    r"(?<!đến )(?<!\w)(?P<lead>[Nn]gày )(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2})"
    r"(?![\w/.-]*[0-9])(?P<rest>(?: năm (?P<year>[0-9]{4})(?!\w))?)(?!\w)"
)
_LEAP_YEAR = "2000"
"""Has every day that a date without a year can mean."""

_END_SIGN_TWICE = re.compile(r"\./\.(?: *\./\.)+$")
_TYPED_END = re.compile(r"(?<=[\w)\]”%…])[ .;:]*\./\.$")


def mend_words(text: str, kinds: AbstractSet[Kind]) -> tuple[str, Counter[Kind]]:
    """Return a line of ``text`` without the slips of ``kinds``, and how many of each there were.

    What comes back holds no further slip of these kinds. A line whose letters are apart from
    their marks is mended only where ``kinds`` has ``decomposed``.
    """
    counts: Counter[Kind] = Counter()
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        if "decomposed" not in kinds:
            return text, counts
        counts["decomposed"] = _count_decomposed(text)
    if _HIDDEN in composed:
        return composed, counts
    hidden = _NOT_PROSE.sub(lambda found: _HIDDEN * len(found[0]), composed)
    prose = hidden
    for kind, mend in _MENDERS.items():
        if kind in kinds:
            prose, count = mend(prose)
            counts[kind] += count
    return _shown(prose, hidden, composed), +counts


def _count_decomposed(text: str) -> int:
    letters = (found[0] for found in _CLUSTER.finditer(text))
    return sum(not unicodedata.is_normalized("NFC", letter) for letter in letters) or 1


def _shown(prose: str, hidden: str, text: str) -> str:
    """Put back into ``prose`` the characters of ``text`` that were hidden, in their order."""
    if _HIDDEN not in prose:
        return prose
    kept = (letter for letter, mask in zip(text, hidden, strict=True) if mask == _HIDDEN)
    return "".join(next(kept) if letter == _HIDDEN else letter for letter in prose)


def mend_letters(text: str) -> tuple[str, int]:
    """Return ``text`` with Vietnamese letters for those that only look alike, and their number."""
    total = 0
    while found := [item for item in find_irregularities(text) if item.kind == "look_alike"]:
        letters = list(text)
        for item in found:
            letters[item.offset] = item.replacement
        text = unicodedata.normalize("NFC", "".join(letters))
        total += len(found)
    return text, total


def _mend_spacing(text: str) -> tuple[str, int]:
    text, before_marks = _SPACE_BEFORE_MARK.subn("", text)
    text, doubled = _DOUBLE_SPACE.subn(" ", text)
    return text, before_marks + doubled


def _mend_dates(text: str) -> tuple[str, int]:
    """Pad days below 10 and the months 1 and 2 (Nghị định 30/2020/NĐ-CP, PL I, phần I, II.4.b)."""
    count = 0

    def padded(found: re.Match[str]) -> str:
        nonlocal count
        right = _padded(found)
        count += right != found[0]
        return right

    return _WRITTEN_DATE.sub(padded, text), count


def _padded(found: re.Match[str]) -> str:
    """Return a written date with the zeros it lacks; as it is where there is no such day."""
    day, month = found["day"], found["month"]
    if make_day(found["year"] or _LEAP_YEAR, month, day) is None:
        return found[0]
    month = max(month, format_month(int(month)), key=len)
    return f"{found['lead']}{day.zfill(2)} tháng {month}{found['rest']}"


_MENDERS: dict[Kind, Callable[[str], tuple[str, int]]] = {
    "look_alike": mend_letters,
    "spacing": _mend_spacing,
    "date": _mend_dates,
    "end_sign": lambda text: _END_SIGN_TWICE.subn("./.", text),
    "typed_end": lambda text: _TYPED_END.subn(".", text),
}
"""In this order, so that what one leaves is what the next one looks at."""

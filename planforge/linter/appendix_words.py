"""How a text speaks of an appendix in words: “theo Phụ lục II kèm theo Kế hoạch này”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.vietnamese.document_types import CITED_TYPES, DOCUMENT_TYPES, LAWS
from planforge.vietnamese.roman import parse_roman

_FOREIGN = "|".join((*DOCUMENT_TYPES.values(), *CITED_TYPES.values(), *LAWS, "Công văn"))
_NUMBER = "(?: số)?(?: (?P<number>[IVX]+|[0-9]{1,2})(?![\\w/]))?"
_ELSEWHERE = (
    "(?! (?:(?:ban hành )?(?:(?:đính )?kèm(?: theo)?|của|tại|thuộc) )?"
    f"(?:(?:các|những) )?(?i:{_FOREIGN})(?! này))"
)
_NAMED = re.compile(
    f"(?P<lead>(?:[Tt]heo|[Tt]ại|[Cc]ó|[Xx]em) (?:các )?)?(?i:phụ lục)(?>{_NUMBER}){_ELSEWHERE}"
    "(?P<attached> (?:đính kèm|kèm theo))?"
)
_UNNAMED = re.compile(
    "(?i:danh mục|bảng|biểu|chi tiết)[^.;]{0,80}?(?:kèm theo|đính kèm|dưới đây)(?! [A-ZĐ])"
    "|(?:kèm theo|đính kèm) (?:danh mục|bảng|biểu)"
)


class AppendixMention(NamedTuple):
    """An appendix of this very plan in a text.

    ``number`` is 0 where none is named. ``points`` tells words that send the reader there:
    “theo Phụ lục … kèm theo”; other mentions only speak of it.
    """

    words: str
    number: int
    points: bool


def find_appendix_words(text: str) -> Iterator[AppendixMention]:
    """Yield the appendices that ``text`` mentions, passing over those of other documents.

    “Phụ lục I kèm theo Nghị định số …” is such a one.
    """
    for found in _NAMED.finditer(text):
        written = found["number"] or "0"
        number = int(written) if written.isdigit() else parse_roman(written) or 0
        points = bool(found["attached"] and found["lead"])
        yield AppendixMention(found[0].strip(), number, points)
    for found in _UNNAMED.finditer(text):
        yield AppendixMention(found[0], 0, points=False)

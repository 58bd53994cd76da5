"""How a text speaks of an appendix in words: “theo Phụ lục II kèm theo Kế hoạch này”."""

import re
from collections.abc import Iterator

from planforge.vietnamese.document_types import CITED_TYPES, DOCUMENT_TYPES, LAWS
from planforge.vietnamese.roman import parse_roman

_FOREIGN = "|".join((*DOCUMENT_TYPES.values(), *CITED_TYPES.values(), *LAWS, "Công văn"))
_NUMBER = r"(?: số)?(?: (?P<number>[IVX]+|[0-9]{1,2})(?![\w/]))?"
_ELSEWHERE = (
    rf"(?! ?(?:được )?(?:ban hành )?(?:(?:đính )?kèm(?: theo)?|của|tại|thuộc) "
    rf"(?:(?:các|những) )?(?i:{_FOREIGN})(?! này))"
)
_NAMED = re.compile(rf"(?i:phụ lục){_NUMBER}{_ELSEWHERE}(?P<attached> (?:đính kèm|kèm theo))?")
_UNNAMED = re.compile(
    r"(?i:danh mục|bảng|biểu|chi tiết)[^.;]{0,80}(?:kèm theo|đính kèm|dưới đây)(?! [A-ZĐ])"
    r"|(?:kèm theo|đính kèm) (?:danh mục|bảng|biểu)"
)


def find_appendix_words(text: str) -> Iterator[tuple[int, bool, str]]:
    """Yield number, attachment and words of each mention of an appendix of this very plan.

    The number is 0 where none is named; attachment tells “kèm theo” and “đính kèm”. Appendices of
    other documents (“Phụ lục I kèm theo Nghị định …”) are passed over.
    """
    for found in _NAMED.finditer(text):
        written = found["number"] or ""
        number = parse_roman(written) or int(written or 0) if written.isdigit() or written else 0
        yield number, bool(found["attached"]), found[0]
    for found in _UNNAMED.finditer(text):
        yield 0, True, found[0]

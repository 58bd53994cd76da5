"""Citations: how a text names another document.

    citation = [type " "] ["số " | "số: "] symbol origin [" " subject]
             | law " " name [" số " symbol] origin [" " subject]
    origin   = [","] [" ngày " date] [" của " issuer] | " của " issuer " ngày " date
    date     = D/M/Y | D " tháng " M " năm " Y

(Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.a and b.) The decree dates a document
before it names the issuer; the other order occurs, and is kept. Where an issuer ends is not
marked in the language: it ends at punctuation and at words that no agency's name holds.
"""

import datetime as dt
import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from planforge.vietnamese.dates import parse_date
from planforge.vietnamese.document_types import (
    CITED_TYPES,
    COPY_TYPES,
    DOCUMENT_TYPES,
    LAWS,
    UNABBREVIATED_TYPES,
)
from planforge.vietnamese.symbols import NUMBERED_SYMBOL, Symbol, parse_symbol

_TYPES = {
    *DOCUMENT_TYPES.values(),
    *COPY_TYPES.values(),
    *CITED_TYPES.values(),
    *LAWS,
    *UNABBREVIATED_TYPES,
}
_CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_DATE = "(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4})(?![0-9])"
_OPENING = (
    " (?:về|v/v|quy định|sửa đổi|bổ sung|ban hành|phê duyệt|thực hiện|thông qua|hướng dẫn|công bố"
    r"|triển khai|đẩy mạnh|tăng cường|quyết định|bãi bỏ|thay thế|thành lập|đính chính)(?!\w)"
)
_PROSE = (
    " (?:ngày|năm|trên|trong|tại|theo|được|đã|đang|sẽ|phải|đến|để|cho|đối với|nhằm|gồm|là|này|nêu"
    r"|khi|trình|giao|tiếp tục|hoặc|từ|kèm|bằng|do|với|như|thì|nếu|vì|còn|bảo đảm|đảm bảo)(?!\w)"
)
_ISSUER_END = (
    rf"[;:()\t\n“”\"]|,(?! {_CAPITAL})|\.(?!\w)| (?:và|của|-|–) (?!{_CAPITAL})|{_OPENING}|{_PROSE}"
)
_LAW_BY_NAME = (
    rf"(?P<law_type>{'|'.join(LAWS)}) (?P<law_name>(?:{_CAPITAL}|sửa đổi)[^;:.()\t\n0-9]*)"
)
_DATED = rf"(?P<comma>,?) ngày (?P<date>{_DATE})"
_ISSUED = rf" của (?! |{_ISSUER_END})"
_LONGEST_ISSUER = 150
_SUBJECT = rf"(?:\([^()\n]*\)|,(?! {_CAPITAL})|\.(?=\w)|[^;,.()\t\n])*"
_FREE_SUBJECT = rf"(?! (?:và|của) |{_PROSE}) \w.*"
_NOT_BEFORE_DATE = "".join(
    f"(?<! {word})" for word in ("trước", "từ", "đến", "vào", "sau", "nhất", "hạn")
)


class Citation(Struct, frozen=True):
    """A document as a text names it; ``str`` gives the citation as written.

    ``type`` is the word in the text (``Kế hoạch``; empty for a bare symbol); ``name`` belongs to
    laws only; ``number_word`` is ``số``, ``số:`` or empty; ``date`` is as written after ``ngày``,
    see `day`; ``subject`` is the trích yếu with its ``về`` or verb; ``comma`` says that one stands
    before the date, ``issuer_first`` that the issuer does. Pieces that are not written are empty,
    an absent symbol is None. ``start`` is the offset in the text the citation was found in.
    """

    type: str
    symbol: Symbol | None = None
    date: str = ""
    issuer: str = ""
    subject: str = ""
    name: str = ""
    number_word: str = "số"
    comma: bool = False
    issuer_first: bool = False
    start: int = 0

    @property
    def end(self) -> int:
        """The offset after the citation in the text it was found in."""
        return self.start + len(str(self))

    @property
    def day(self) -> dt.date | None:
        """The day the document is dated, None where no date is written or none exists."""
        return parse_date(f"ngày {self.date}")

    def __str__(self) -> str:
        symbol = str(self.symbol) if self.symbol else ""
        head = " ".join(filter(None, (self.type, self.name, self.number_word, symbol)))
        comma = "," if self.comma else ""
        dated = f"{comma} ngày {self.date}" if self.date else ""
        issued = f" của {self.issuer}" if self.issuer else ""
        origin = issued + dated if self.issuer_first else dated + issued
        return head + origin + (self.subject and f" {self.subject}")


def parse_citation(text: str) -> Citation | None:
    """Return the citation that ``text`` as a whole is, or None.

    All that follows the issuer is the subject. A law may be cited by its name alone.
    """
    head = re.match(_heads(text), text) or re.fullmatch(_LAW_BY_NAME, text)
    if head is None:
        return None
    citation, rest = _read_origin(_read_head(head), text[head.end() :])
    if rest and not re.fullmatch(_FREE_SUBJECT, rest):
        return None
    return replace(citation, subject=rest[1:])


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the citations inside ``text`` in order; they do not overlap.

    A subject that cites another document ends before it; otherwise it ends with the clause. A law
    is found when its number or date is given. Takes time linear in the length of ``text``.
    """
    heads = list(re.finditer(_heads(text), text))
    limits = [*(head.start() for head in heads), len(text)][1:]
    return tuple(
        _read_within(head, text[head.end() : limit])
        for head, limit in zip(heads, limits, strict=True)
    )


def _read_within(head: re.Match[str], rest: str) -> Citation:
    citation, rest = _read_origin(_read_head(head), rest)
    subject = re.match(_SUBJECT, rest) if re.match(_OPENING, rest) else None
    written = subject[0].rstrip(" ,").removesuffix(" và") if subject else ""
    return replace(citation, subject=written[1:])


def _heads(text: str) -> str:
    """Return the pattern of type, name and number: what a citation in ``text`` is recognised by.

    Most plans cite no law by name, and its pattern takes longest to compile.
    """
    numbered = _numbered_head()
    by_name = rf"{_law_head()}|" if any(law in text for law in LAWS) else ""
    return rf"(?<!\w)(?:{by_name}{numbered})"


@cache
def _numbered_head() -> str:
    types = sorted(_TYPES, key=len, reverse=True)
    type_ = "|".join(f"[{name[0]}{name[0].lower()}]{name[1:]}" for name in types)
    return rf"(?:(?P<type>{type_}) )?(?:(?P<number_word>[Ss]ố:?) )?(?P<symbol>{NUMBERED_SYMBOL})"


@cache
def _law_head() -> str:
    law = "|".join(LAWS)
    foreign = "|".join(sorted(_TYPES - set(LAWS), key=len, reverse=True))
    name = rf"(?=(?:{_CAPITAL}|sửa đổi))(?:(?! (?:{foreign})(?!\w))[^;:.()\t\n0-9]){{1,150}}?"
    return (
        rf"(?P<law_type>{law}) (?P<law_name>{name})"
        rf"(?: (?P<law_number_word>số:?) (?P<law_symbol>{NUMBERED_SYMBOL})"
        rf"|{_NOT_BEFORE_DATE}(?=,? ngày {_DATE}))"
    )


def _read_head(head: re.Match[str]) -> Citation:
    found = {key.removeprefix("law_"): value for key, value in head.groupdict("").items() if value}
    return Citation(
        found.get("type", ""),
        parse_symbol(found.get("symbol", "")),
        name=found.get("name", ""),
        number_word=found.get("number_word", ""),
        start=head.start(),
    )


def _read_origin(citation: Citation, rest: str) -> tuple[Citation, str]:
    """Return ``citation`` with the date and issuer ``rest`` begins with, and what remains."""
    citation, rest = _read_date(citation, rest)
    if issued := re.match(_ISSUED, rest):
        issuer = _cut_issuer(rest[issued.end() :])
        citation = replace(citation, issuer=issuer)
        rest = rest[issued.end() + len(issuer) :]
    return (citation, rest) if citation.date else _read_date(citation, rest)


def _read_date(citation: Citation, rest: str) -> tuple[Citation, str]:
    found = re.match(_DATED, rest)
    if found is None:
        return citation, rest
    dated = replace(
        citation,
        date=found["date"],
        comma=bool(found["comma"]),
        issuer_first=bool(citation.issuer),
    )
    return dated, rest[found.end() :]


def _cut_issuer(text: str) -> str:
    window = text[:_LONGEST_ISSUER]
    end = re.search(_ISSUER_END, window)
    return window[: end.start() if end else None].rstrip()

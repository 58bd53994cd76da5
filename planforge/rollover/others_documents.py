"""Documents that a plan cites and that another office could not cite as its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.rollover.office import Adoption, Office
from planforge.rollover.office_names import Mention, find_mentions, spelled
from planforge.vietnamese.citations import Citation, find_citations
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.years import find_periods

_LOCAL_CODES = frozenset(
    ("UBND", "CTUBND", "HĐND", "TTHĐND", "TU", "HU", "ĐU", "TTTU", "VPTU", "BCĐ", "VPUBND")
)
_LOCAL_ISSUER = re.compile(
    fold(r"ủy ban nhân dân|\bubnd|hội đồng nhân dân|\bhđnd|tỉnh ủy|thành ủy|đảng ủy|đảng bộ")
    + r"|^(?:giám đốc )?sở "
)
_TYPE = re.compile(
    r"(?<!\w)(?:Kế hoạch|Nghị quyết|Đề án|Chương trình|Quyết định|Chỉ thị|Quy chế|Dự án|Chiến lược)"
    r"(?!\w)[^;:.()]*$"
)
_CLAUSE_END = re.compile(r"[;:.()]|, (?!tỉnh )")
_REACH = 90


class OthersDocument(NamedTuple):
    """A document, from ``start`` to ``end`` of a text; ``name`` is how its words begin."""

    start: int
    end: int
    name: str


def find_others_documents(text: str, adoption: Adoption) -> Iterator[OthersDocument]:
    """Yield the cited documents that are the model's: issued by it, or for its place.

    What the People's Committee, the Council or the Party of a province issued holds for every
    office of that province.
    """
    for citation in find_citations(text) if "/" in text or "Luật" in text else ():
        words = text[citation.start : citation.end]
        names = any(find_mentions(words, adoption.model))
        if (names or _is_local(citation, adoption.model)) and not _is_shared(citation, adoption):
            yield OthersDocument(citation.start, citation.end, _name(citation))


def _is_local(citation: Citation, model: Office) -> bool:
    codes = citation.symbol.organs if citation.symbol else ()
    if codes and (codes[0] in _LOCAL_CODES or codes[0] == model.code or _is_department(codes[0])):
        return True
    return _LOCAL_ISSUER.search(fold(citation.issuer)) is not None


def _is_department(code: str) -> bool:
    return len(code) > 1 and code[0] == "S" and code.isupper()


def _is_shared(citation: Citation, adoption: Adoption) -> bool:
    """Whether a document holds for the new office too: one of the province both belong to."""
    codes = citation.symbol.organs if citation.symbol else ()
    own = not adoption.model.is_committee and bool(codes) and codes[0] == adoption.model.code
    by_model = not adoption.model.is_committee and re.search(
        spelled(adoption.model.core), citation.issuer, re.IGNORECASE
    )
    return adoption.same_place and not own and not by_model


def _name(citation: Citation) -> str:
    """Return type and number of a document, as the text has them."""
    symbol = str(citation.symbol) if citation.symbol else ""
    return " ".join(filter(None, (citation.type, citation.name, citation.number_word, symbol)))


def find_unnumbered(text: str, mention: Mention) -> OthersDocument | None:
    """Return the document whose name holds ``mention``: a plan or scheme for several years."""
    clause = text[max(0, mention.start - _REACH) : mention.start]
    begin = _TYPE.search(clause)
    if begin is None or (_CLAUSE_END.search(begin[0]) and "“" not in begin[0]):
        return None
    rest = text[mention.end : mention.end + _REACH]
    stop = _CLAUSE_END.search(rest)
    rest = rest[: stop.start()] if stop else rest
    end = next((end for _, end in find_periods(rest)), 0)
    if not end:
        return None
    start = mention.start - len(begin[0])
    return OthersDocument(start, mention.end + end, text[start : mention.end + end])

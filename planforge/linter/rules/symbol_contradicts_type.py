"""C110: the abbreviation in a symbol is that of the type the text names."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.citations import Cited, cited_documents
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_TYPES = {
    "BC": "Báo cáo",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "TB": "Thông báo",
    "TT": "Thông tư",
    "TTr": "Tờ trình",
}
"""Types whose abbreviation stands for nothing else; the Party's QĐ is also Quy định."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation that names one type and abbreviates another."""
    for item in cited_documents(subject):
        meant = _other_type(item)
        if meant:
            yield Violation(
                item.path,
                msg(
                    "“{document}” is called {named}, and its symbol is that of a {meant}.",
                    document=item.name,
                    named=item.citation.type,
                    meant=meant,
                ),
                msg("Check type and symbol against the document."),
            )


def _other_type(item: Cited) -> str:
    """Return the type the symbol speaks of, "" where the text names it or speaks of it before."""
    symbol, named = item.citation.symbol, item.citation.type
    meant = _TYPES.get(symbol.type, "") if symbol else ""
    if not meant or named not in _TYPES.values() or named == meant:
        return ""
    return "" if re.search(rf"{fold(meant)}(?!\w)", fold(item.clause)) else meant


RULE = Rule(
    code="C110",
    name="symbol-contradicts-type",
    severity="warning",
    check=check,
    what=msg("A document called by one type whose symbol abbreviates another."),
    why=msg("Either the type or the number is another document's."),
    bad="""
opening: Thực hiện Nghị định số 76/NQ-CP ngày 15/7/2021 của Chính phủ.
""",
    good="""
opening: Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I",
)

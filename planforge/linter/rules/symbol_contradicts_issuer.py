"""C106: the code in a symbol is that of the body that issued the document."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.citations import cited_documents
from planforge.linter.issuing_bodies import body_of_symbol, is_contradicted
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation whose symbol and issuer are of two bodies, both known."""
    for item in cited_documents(subject):
        symbol, issuer = item.citation.symbol, item.citation.issuer
        body = body_of_symbol(symbol) if symbol and issuer else None
        if body and is_contradicted(body, issuer):
            yield Violation(
                item.path,
                msg(
                    "“{symbol}” is a symbol of {body}, and the text gives it to “{issuer}”.",
                    symbol=str(symbol),
                    body=body.name,
                    issuer=issuer,
                ),
                msg("Check the symbol and the issuer against the document."),
            )


RULE = Rule(
    code="C106",
    name="symbol-contradicts-issuer",
    severity="warning",
    check=check,
    what=msg(
        "A document whose symbol carries the code of one body and that is said to be of another. "
        "Only codes that are beyond doubt are judged."
    ),
    why=msg("Either the number or the issuer is another document's."),
    bad="""
opening: Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2025 của Sở Nội vụ.
""",
    good="""
opening: Thực hiện Kế hoạch số 15/KH-SNV ngày 05/01/2025 của Sở Nội vụ.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3",
)

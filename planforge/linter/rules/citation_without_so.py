"""C104: “số” stands between the type of a document and its number."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.citations import cited_documents
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation that names type and number without “số” between them."""
    for item in cited_documents(subject):
        citation = item.citation
        if citation.type and citation.symbol and not citation.number_word:
            yield Violation(
                item.path,
                msg("“{document}” lacks “số” before the number.", document=item.name),
                msg(
                    "Write “{type} số {symbol}”.",
                    type=citation.type,
                    symbol=str(citation.symbol),
                ),
            )


RULE = Rule(
    code="C104",
    name="citation-without-so",
    severity="info",
    check=check,
    what=msg("A citation of type and number without the word “số”."),
    why=msg("The decree names the number so, and one plan should name documents in one way."),
    bad="""
opening: Thực hiện Nghị quyết 76/NQ-CP ngày 15/7/2021 của Chính phủ.
""",
    good="""
opening: Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.b",
)

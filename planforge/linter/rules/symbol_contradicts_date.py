"""C111: the year in a symbol is that of the document's date."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.citations import cited_documents
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation with one year in the symbol and another in the date."""
    for item in cited_documents(subject):
        symbol, day = item.citation.symbol, item.citation.day
        if symbol and day and symbol.year is not None and symbol.year != day.year:
            yield Violation(
                item.path,
                msg(
                    "“{document}” is of {year} by its symbol, and dated {date}.",
                    document=item.name,
                    year=symbol.year,
                    date=item.citation.date,
                ),
                msg("Check number and date against the document."),
            )


RULE = Rule(
    code="C111",
    name="symbol-contradicts-date",
    severity="warning",
    check=check,
    what=msg("A citation whose symbol has another year than its date."),
    why=msg("The year in a symbol is the year of issue, so that one of the two is wrong."),
    bad="""
opening: Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2022 của Chính phủ.
""",
    good="""
opening: Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.
""",
)

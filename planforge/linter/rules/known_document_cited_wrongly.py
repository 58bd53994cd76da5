"""C107: a well-known document is cited under its own number and date."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.document_findings import slips
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation that differs from what is surely known of the document."""
    return slips(subject, sure=True)


RULE = Rule(
    code="C107",
    name="known-document-cited-wrongly",
    severity="warning",
    check=check,
    what=msg(
        "A document of the registry under another date, or under a number one slip away while "
        "the text says what it is about. Only entries of the registry that are sure."
    ),
    why=msg("A wrong number is another document's, and readers look up what was not meant."),
    bad="""
opening: Cung cấp dịch vụ công trực tuyến toàn trình theo Nghị định số 43/2022/NĐ-CP.
""",
    good="""
opening: Cung cấp dịch vụ công trực tuyến toàn trình theo Nghị định số 42/2022/NĐ-CP.
""",
)

"""C117: as C107, by what is believed of a document and not confirmed."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.document_findings import slips
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation that differs from what is believed of the document."""
    return slips(subject, sure=False)


RULE = Rule(
    code="C117",
    name="document-perhaps-cited-wrongly",
    severity="info",
    check=check,
    what=msg("As known-document-cited-wrongly, for entries of the registry that are not sure."),
    why=msg("A number or date that differs deserves a look, also where the registry may err."),
    bad="""
opening: Giải quyết hồ sơ theo Nghị định số 61/2018/NĐ-CP ngày 24/3/2018 của Chính phủ.
""",
    good="""
opening: Giải quyết hồ sơ theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.
""",
)

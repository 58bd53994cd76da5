"""C118: as C108, by what is believed of a document and not confirmed."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.document_findings import citations_after_the_end
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every citation of a document that is believed to hold no longer."""
    return citations_after_the_end(subject, sure=False)


RULE = Rule(
    code="C118",
    name="document-perhaps-not-in-force",
    severity="info",
    check=check,
    what=msg("As document-not-in-force, for entries of the registry that are not sure."),
    why=msg("Whether a document still holds deserves a look, also where the registry may err."),
    bad="""
opening: Giải quyết hồ sơ theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.
""",
    good="""
opening: Giải quyết hồ sơ theo Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.
""",
)

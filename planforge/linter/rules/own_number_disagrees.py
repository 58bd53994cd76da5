"""D111: the plan's number and date are the same wherever they stand."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.own_document import OwnDocument, find_own_documents
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.citations import Citation
from planforge.vietnamese.dates import format_short_date


def check(subject: Subject) -> Iterator[Violation]:
    """Yield kept notes and texts that name the plan by another number or date than the header."""
    documents = find_own_documents(subject.plan)
    if not documents:
        return
    for path, citation in subject.citations:
        own = next(
            (own for own in documents if own.is_meant(citation, is_note=_is_note(path))), None
        )
        if own is not None:
            yield from _differences(path, citation, own)


def _is_note(path: Path) -> bool:
    """Whether a text is the line “(Kèm theo Kế hoạch số …)” under an appendix's title."""
    return path[0] == "appendices" and path[2:] == ("note",)


def _differences(path: Path, citation: Citation, own: OwnDocument) -> Iterator[Violation]:
    symbol = str(citation.symbol or "")
    if symbol and own.number and symbol.lstrip("0") != own.number.lstrip("0"):
        yield _violation(path, symbol, own.number)
    if citation.day is not None and own.date is not None and citation.day != own.date:
        yield _violation(path, citation.date, format_short_date(own.date))


def _violation(path: Path, here: str, header: str) -> Violation:
    return Violation(
        path,
        msg("“{here}” here, “{header}” in the header.", here=here, header=header),
        msg("Correct the wrong one; a `note:` left out is made from the header."),
    )


RULE = Rule(
    code="D111",
    name="own-number-disagrees",
    severity="error",
    check=check,
    what=msg(
        "The plan's own number or date, in a `note:` of an appendix or in a text, that is not "
        "the one of the header. A plan of the same number from another year is another document."
    ),
    why=msg("The appendix then belongs to no document, or to a wrong one."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1",
    bad="""
appendices:
  - id: phu-luc
    note: (Kèm theo Kế hoạch số 05/KH-UBND ngày 31/12/2025 của UBND tỉnh Ninh Bình)
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
    good="""
appendices:
  - id: phu-luc
    note: (Kèm theo Kế hoạch số 05/KH-UBND ngày 30/12/2025 của UBND tỉnh Ninh Bình)
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
)

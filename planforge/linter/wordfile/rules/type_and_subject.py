"""Type and subject (PL I.II.5)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, look_breaches, not_found
from planforge.linter.wordfile.drawn import rule_breaches
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with type and subject; a công văn has neither."""
    head, title = anatomy.letterhead, anatomy.title
    if title.type is None:
        if anatomy.is_document and not head.is_letter:
            yield not_found("document_type")
        return
    yield from look_breaches("document_type", [title.type])
    if not title.subject:
        yield not_found("subject")
        return
    yield from look_breaches("subject", title.subject, lower=True)
    if not title.subject[-1].share("underlined"):
        yield from rule_breaches("subject", anatomy.document.lines, title.subject)


RULE = WordRule(
    code="W109",
    name="type-and-subject",
    severity="error",
    check=check,
    what=msg(
        "The type in bold capitals and the subject in bold small letters below it, both 13-14"
        " pt and centred, with a rule below."
    ),
    why=msg("Type and subject are what registers and searches take from the page."),
    bad="Trích yếu: chữ in hoa, không đậm",
    good="Trích yếu: chữ in thường, đậm, cỡ 13-14",
    source="PL I.II.5",
)

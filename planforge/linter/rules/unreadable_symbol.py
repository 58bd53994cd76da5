"""C101: the symbol of a document is written so that it can be looked up."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.broken_symbols import find_broken_symbols
from planforge.linter.citations import is_attachment_note
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every symbol with a wrong letter, a wrong or missing mark or a space inside."""
    for item in subject.texts:
        if is_attachment_note(item.path):
            continue
        for symbol in find_broken_symbols(item.plain):
            yield Violation(
                item.path,
                msg("The symbol “{written}” cannot be looked up.", written=symbol.written),
                msg("Write “{meant}”, typed anew and without spaces.", meant=str(symbol.meant)),
            )


RULE = Rule(
    code="C101",
    name="unreadable-symbol",
    severity="warning",
    check=check,
    what=msg(
        "A symbol with a letter that only looks like Đ, a mark that is missing or stands in place "
        "of another, or a space inside."
    ),
    why=msg("Whoever searches for the document does not find it, and neither does a program."),
    bad="""
opening: Thực hiện Nghị định số 66/2026NĐ-CP và Kế hoạch số 15 /KH - UBND của UBND tỉnh.
""",
    good="""
opening: Thực hiện Nghị định số 66/2026/NĐ-CP và Kế hoạch số 15/KH-UBND của UBND tỉnh.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3",
)

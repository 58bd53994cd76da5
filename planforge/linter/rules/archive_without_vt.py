"""F101: the line Lưu names the records office."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.issuers import GAP, signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_RECORDS = re.compile(r"(?<!\w)VT(?:LT|-LT)?(?!\w)|văn thư", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a violation where the line Lưu does not name VT; Party offices have their own way."""
    archive = subject.plan.archive
    if _RECORDS.search(archive) or signing_issuer(subject.plan).is_party:
        return
    if archive.strip().startswith(GAP):
        return
    yield Violation(
        ("archive",),
        msg("The line “Lưu: {archive}” does not name VT.", archive=archive),
        msg("Begin it with VT, then the drafting unit: `VT, NC`."),
    )


RULE = Rule(
    code="F101",
    name="archive-without-vt",
    severity="warning",
    check=check,
    what=msg("The last line of Nơi nhận without VT, the records office that keeps the original."),
    why=msg("The original of every document stays with the records office."),
    bad="""
archive: VP1, VP8
""",
    good="""
archive: VT, VP8
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.d",
)

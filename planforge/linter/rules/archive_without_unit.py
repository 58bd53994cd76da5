"""F102: the line Lưu names the unit that drafted the document."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_RECORDS_ALONE = re.compile(
    r"(?:Lưu:? *)?(?:VT(?:LT|-LT)?|văn thư)(?:[ ,;.]*\([0-9]+\))?[,;]?", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a violation where the line Lưu names the records office and nobody else."""
    if _RECORDS_ALONE.fullmatch(subject.plan.archive.strip(" .")):
        yield Violation(
            ("archive",),
            msg("The line “Lưu: {archive}” names no drafting unit.", archive=subject.plan.archive),
            msg("Add its abbreviation: `VT, NC`."),
        )


RULE = Rule(
    code="F102",
    name="archive-without-unit",
    severity="info",
    check=check,
    what=msg(
        "The last line of Nơi nhận with VT alone. The decree's templates add the drafting unit "
        "“where needed”."
    ),
    why=msg("A year later the unit shows who knows the file."),
    bad="""
archive: VT
""",
    good="""
archive: VT, NC
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9.d",
)

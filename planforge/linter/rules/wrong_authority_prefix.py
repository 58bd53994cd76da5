"""F105: the prefix over a signature is written as the State writes it."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.authorities import find_miswritten
from planforge.linter.issuers import signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each line with T/M, K/T or a prefix without its dot; the Party writes them its way."""
    if signing_issuer(subject.plan).is_party:
        return
    for path, line, right in find_miswritten(subject.plan):
        yield Violation(
            path,
            msg("“{line}” is not how an administrative document is signed.", line=line),
            msg("Write “{right}”.", right=right),
        )


RULE = Rule(
    code="F105",
    name="wrong-authority-prefix",
    severity="warning",
    check=check,
    what=msg("T/M, K/T, T/L, or TM, KT, TL, TUQ without the dot, over a signature."),
    why=msg("The slash is the Party's way; the decree writes a dot."),
    bad="""
signature:
  authority: [T/M ỦY BAN NHÂN DÂN]
  title: CHỦ TỊCH
  name: Nguyễn Văn Ân
""",
    good="""
signature:
  authority: [TM. ỦY BAN NHÂN DÂN]
  title: CHỦ TỊCH
  name: Nguyễn Văn Ân
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7",
)

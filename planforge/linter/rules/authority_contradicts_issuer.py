"""F104: the body in whose name the plan is signed is its issuer."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.authorities import Authority, read_authority
from planforge.linter.issuers import Issuer, committee_of, signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a missing, needless or foreign TM.; drafts with gaps and the Party are left alone."""
    issuer, lines = signing_issuer(subject.plan), read_authority(subject.plan)
    if issuer.is_party or lines is None:
        return
    others = {line.prefix for line in lines} & {"TM", "TL", "TUQ"}
    is_head = "chủ tịch" in fold(subject.plan.signature.title)
    if issuer.lead == "collective" and is_head and not others:
        yield Violation(
            ("signature", "authority"),
            msg("“{issuer}” decides together, and nothing says TM.", issuer=issuer.name),
            msg("Write “TM.” and the name of the body over the title."),
        )
    for line in lines:
        if line.prefix == "TM":
            yield from _foreign(line, issuer)


def _foreign(line: Authority, issuer: Issuer) -> Iterator[Violation]:
    if issuer.lead == "head":
        yield Violation(
            line.path,
            msg("“{issuer}” is led by one head, who does not sign with TM.", issuer=issuer.name),
            msg("Delete the line; a deputy signs with KT. and the head's title."),
        )
    elif committee_of(line.name) not in ("", committee_of(issuer.name)):
        yield Violation(
            line.path,
            msg("“{line}” stands over a plan of “{issuer}”.", line=line.line, issuer=issuer.name),
            msg("Name the body that issues the plan."),
        )


RULE = Rule(
    code="F104",
    name="authority-contradicts-issuer",
    severity="warning",
    check=check,
    what=msg(
        "A collective signed for without TM., a body under one head signed for with TM., or TM. "
        "with the name of another body."
    ),
    why=msg("The lines over a signature say by what right it is given; wrong ones void it."),
    bad="""
signature:
  title: CHỦ TỊCH
  name: Nguyễn Văn Ân
""",
    good="""
signature:
  authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]
  title: PHÓ CHỦ TỊCH
  name: Nguyễn Văn Ân
""",
    source="Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Phần I, Mục II.7",
)

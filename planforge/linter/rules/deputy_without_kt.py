"""F110: a deputy signs with KT., and only a deputy does."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.authorities import Authority, read_authority
from planforge.linter.issuers import Issuer, committee_of, signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_DEPUTY = re.compile(r"(?<!\w)phó(?!\w)|^thứ trưởng")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a deputy without KT. and KT. without a deputy; drafts with gaps are left alone."""
    title = subject.plan.signature.title
    issuer, lines = signing_issuer(subject.plan), read_authority(subject.plan)
    if issuer.is_party or lines is None:
        return
    last = lines[-1] if lines else None
    if last is not None and last.prefix == "KT":
        yield from _in_the_heads_stead(last, title)
    elif _is_deputy(title) and _signs_for_head(issuer):
        yield Violation(
            ("signature", "title"),
            msg("“{title}” is a deputy, and nothing says KT.", title=title),
            msg("Write “KT.” and the head's title over it."),
        )


def _in_the_heads_stead(line: Authority, title: str) -> Iterator[Violation]:
    if not _is_deputy(title):
        yield Violation(
            line.path,
            msg("“{line}” is signed by “{title}”, no deputy.", line=line.line, title=title),
            msg("KT. is for a deputy: give the deputy's title, or delete the line."),
        )
    elif _is_deputy(line.name):
        yield Violation(
            line.path,
            msg("“{line}” names a deputy; KT. stands for the head.", line=line.line),
            msg("Write “KT.” and the head's title."),
        )


def _is_deputy(title: str) -> bool:
    return _DEPUTY.search(fold(title)) is not None


def _signs_for_head(issuer: Issuer) -> bool:
    """Whether a deputy's signature needs KT.: boards and councils have customs of their own."""
    return issuer.lead == "head" or committee_of(issuer.name) != ""


RULE = Rule(
    code="F110",
    name="deputy-without-kt",
    severity="warning",
    check=check,
    what=msg("A deputy who signs without KT., or KT. over a title that is no deputy's."),
    why=msg("The lines over a signature say by what right it is given; wrong ones void it."),
    bad="""
signature:
  authority: [TM. ỦY BAN NHÂN DÂN]
  title: PHÓ CHỦ TỊCH
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

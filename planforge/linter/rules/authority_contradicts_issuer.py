"""F104: who signs, and in whose name, fits the issuer."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.authorities import Authority, read_authority
from planforge.linter.issuers import GAP, Issuer, signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_DEPUTY = re.compile(r"(?<!\w)phó(?!\w)|^thứ trưởng")
_COMMITTEES = (("hội đồng nhân dân", "hđnd"), ("ủy ban nhân dân", "ubnd"))


def check(subject: Subject) -> Iterator[Violation]:
    """Yield what over the signature does not fit; drafts with gaps and the Party are left alone."""
    signature, issuer = subject.plan.signature, signing_issuer(subject.plan)
    if issuer.is_party or GAP in "".join((signature.title, *signature.authority)):
        return
    lines = read_authority(subject.plan)
    yield from _collective(issuer, lines, fold(signature.title))
    yield from _deputy(issuer, lines, signature.title)


def _collective(issuer: Issuer, lines: tuple[Authority, ...], title: str) -> Iterator[Violation]:
    prefixes = {line.prefix for line in lines}
    if issuer.lead == "collective" and "chủ tịch" in title and not prefixes & {"TM", "TL", "TUQ"}:
        yield Violation(
            ("signature", "authority"),
            msg("“{issuer}” decides together, and nothing says TM.", issuer=issuer.name),
            msg("Write “TM.” and the name of the body over the title."),
        )
    for line in lines:
        if line.prefix == "TM" and issuer.lead == "head":
            yield Violation(
                line.path,
                msg(
                    "“{issuer}” is led by one head, who does not sign with TM.", issuer=issuer.name
                ),
                msg("Delete the line; a deputy signs with KT. and the head's title."),
            )
        elif line.prefix == "TM" and _committee(line.name) not in ("", _committee(issuer.name)):
            yield Violation(
                line.path,
                msg(
                    "“{line}” stands over a plan of “{issuer}”.", line=line.line, issuer=issuer.name
                ),
                msg("Name the body that issues the plan."),
            )


def _deputy(issuer: Issuer, lines: tuple[Authority, ...], title: str) -> Iterator[Violation]:
    is_deputy = _DEPUTY.search(fold(title)) is not None
    last = lines[-1] if lines else None
    if last is not None and last.prefix == "KT":
        if not is_deputy:
            yield Violation(
                last.path,
                msg("“{line}” is signed by “{title}”, no deputy.", line=last.line, title=title),
                msg("KT. is for a deputy: give the deputy's title, or delete the line."),
            )
        elif _DEPUTY.search(fold(last.name)):
            yield Violation(
                last.path,
                msg("“{line}” names a deputy; KT. stands for the head.", line=last.line),
                msg("Write “KT.” and the head's title."),
            )
    elif is_deputy and _signs_for_head(issuer):
        yield Violation(
            ("signature", "title"),
            msg("“{title}” is a deputy, and nothing says KT.", title=title),
            msg("Write “KT.” and the head's title over it."),
        )


def _signs_for_head(issuer: Issuer) -> bool:
    """Whether a deputy's signature needs KT.: boards and councils have customs of their own."""
    return issuer.lead == "head" or _committee(issuer.name) != ""


def _committee(name: str) -> str:
    words = fold(name)
    return next((full for full, short in _COMMITTEES if words.startswith((fold(full), short))), "")


RULE = Rule(
    code="F104",
    name="authority-contradicts-issuer",
    severity="warning",
    check=check,
    what=msg(
        "A collective signed for without TM., a body under one head signed for with TM., KT. over "
        "the head's own title, or a deputy without KT."
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

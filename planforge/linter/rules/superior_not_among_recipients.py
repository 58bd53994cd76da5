"""F103: the body that the issuer reports to receives the plan."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.issuers import Kind, read_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_SUPERIORS: dict[Kind, tuple[str, str]] = {
    "province": ("Bộ Nội vụ", r"chính phủ|vpcp|(?<!cán )bộ nội vụ|các bộ|bnv"),
    "ministry": ("Văn phòng Chính phủ", r"chính phủ|vpcp"),
    "department": ("UBND tỉnh", r"(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|tp)"),
    "commune": (
        "UBND tỉnh",
        r"(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|tp|huyện|quận|thị xã)|sở nội vụ|phòng nội vụ",
    ),
}
"""For each kind of issuer the usual superior, and the words by which recipients name one."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a violation where no recipient is above the issuer; drafts with gaps are left alone."""
    kind = read_issuer(subject.plan.issuer.name).kind
    lines = " | ".join(fold(recipient.to) for recipient in subject.plan.recipients)
    if not kind or "[" in lines or "như trên" in lines:
        return
    superior, pattern = _SUPERIORS[kind]
    if not re.search(rf"(?<!\w)(?:{fold(pattern)})(?!\w)", lines):
        yield Violation(
            ("recipients",),
            msg("No body above the issuer is among the recipients."),
            msg("Add “{superior}”, for reporting.", superior=superior),
        )


RULE = Rule(
    code="F103",
    name="superior-not-among-recipients",
    severity="info",
    check=check,
    what=msg(
        "A plan that is not sent to the body above: of a province to the Ministry of Home Affairs "
        "or the Government, of a department to the provincial committee, of a commune to either."
    ),
    why=msg("Issuers of reform plans report on them, and the plan is what the report is held to."),
    bad="""
recipients:
  - Các sở, ban, ngành
""",
    good="""
recipients:
  - to: Bộ Nội vụ
    purpose: để báo cáo
  - Các sở, ban, ngành
""",
)

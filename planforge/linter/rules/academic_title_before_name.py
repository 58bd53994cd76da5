"""F106: the name under a signature stands without ranks and degrees."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_TITLES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BSCKI{1,2}|BS|CKI{1,2}|KS|CN|DS|LS)[.,] ?"
    r"|(?:NGƯT|NGND|TTƯT|TTND)[.,] ?"
    r"|(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Bác sĩ|Kỹ sư|Cử nhân|Luật sư"
    r"|(?:Thiếu|Trung|Thượng|Đại) (?:úy|uý|tá|tướng)),? )+",
    re.IGNORECASE,
)
_MAY_CARRY_THEM = re.compile(
    "y tế|bệnh viện|giáo dục|trường|học viện|đại học|khoa học|viện |công an|quân sự|quốc phòng"
    "|biên phòng|bộ chỉ huy"
)
"""Fields whose ministries may allow them: health, education, science, the armed forces."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a violation where the signer's name begins with a rank or degree."""
    name = subject.plan.signature.name
    found = _TITLES.match(name)
    if found and not _MAY_CARRY_THEM.search(fold(subject.plan.issuer.name)):
        yield Violation(
            ("signature", "name"),
            msg("“{title}” stands before the name.", title=found[0].strip()),
            msg("Write the name alone."),
        )


RULE = Rule(
    code="F106",
    name="academic-title-before-name",
    severity="warning",
    check=check,
    what=msg(
        "A rank, degree or honour before the name of the person who signs; health, education, "
        "science and the armed forces may have rules of their own."
    ),
    why=msg("Only the office gives the right to sign."),
    bad="""
signature:
  authority: [TM. ỦY BAN NHÂN DÂN]
  title: CHỦ TỊCH
  name: TS. Nguyễn Văn Ân
""",
    good="""
signature:
  authority: [TM. ỦY BAN NHÂN DÂN]
  title: CHỦ TỊCH
  name: Nguyễn Văn Ân
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.b",
)

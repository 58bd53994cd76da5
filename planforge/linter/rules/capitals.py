"""L108: names carry their capitals, and only theirs."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.capitals import find_miscapitalised
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import read_wording

_MIDDLE = r"(?<=[a-zà-ỹđ,;] )"
_CLAUSES = (
    (re.compile(rf"{_MIDDLE}Khoản(?= [0-9])"), "khoản"),
    (re.compile(rf"{_MIDDLE}Điểm(?= [a-zđ](?:\)|,| (?:[Kk]hoản|và|Điều)))"), "điểm"),
    (re.compile(r"(?:(?<=[0-9] )|(?<=theo )|(?<=tại )|(?<=sung ))điều(?= [0-9]+(?!\w))"), "Điều"),
    (re.compile(r"(?<!\w)nghị định(?= số [0-9])"), "Nghị định"),
    (re.compile(r"(?<!\w)nghị quyết(?= số [0-9])"), "Nghị quyết"),
    (re.compile(r"(?<!\w)quyết định(?= số [0-9])"), "Quyết định"),
    (re.compile(r"(?<!\w)thông tư(?= số [0-9])"), "Thông tư"),
    (re.compile(r"(?<!\w)chỉ thị(?= số [0-9])"), "Chỉ thị"),
    (re.compile(rf"{_MIDDLE}Tỉnh(?= [A-ZÀ-ỸĐ][a-zà-ỹđ]+ [A-ZÀ-ỸĐ][a-zà-ỹđ])"), "tỉnh"),
)
"""Words whose first letter the decree settles wherever they stand inside a sentence."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each name and each cited clause whose capitals are not those of the decree."""
    wording = read_wording(subject)
    for found, right in find_miscapitalised(wording):
        yield Violation(
            found.path,
            msg("“{written}” is capitalised otherwise than the name is.", written=found.words),
            msg("Write “{right}”.", right=right),
        )
    for pattern, right in _CLAUSES:
        for found in wording.find(pattern):
            yield Violation(
                found.path,
                msg("“{written}” does not begin so inside a sentence.", written=found.words),
                msg("Write “{right}”.", right=right),
            )


RULE = Rule(
    code="L108",
    name="capitals",
    severity="info",
    check=check,
    what=msg(
        "Names of agencies with wrong capitals (Ủy Ban Nhân Dân, Sở tài chính), clauses cited with "
        "a capital (Khoản 2) and Điều or a numbered document without one. “Nhân dân”, “Nhà nước”, "
        "“trung ương” and words for agencies in general are left alone: usage is divided."
    ),
    why=msg("Capitals are settled by the decree; a document that ignores them looks unchecked."),
    bad="""
opening: Sở tài chính trình Ủy Ban Nhân Dân tỉnh theo quy định tại Khoản 2 Điều 5 của Nghị định.
""",
    good="""
opening: Sở Tài chính trình Ủy ban nhân dân tỉnh theo quy định tại khoản 2 Điều 5 của Nghị định.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục II",
)

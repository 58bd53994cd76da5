"""L108: names carry their capitals, and only theirs."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.capitals import find_miscapitalised
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import CAPITAL, SMALL, read_wording

_NUMBERED = "nghị định|nghị quyết|quyết định|thông tư|chỉ thị"
_CLAUSES = {
    "Khoản": rf"Khoản(?<=(?:{SMALL}|[,;]) .{{5}})(?= [0-9])",
    "Điểm": rf"Điểm(?<=(?:{SMALL}|[,;]) .{{4}})(?= [a-zđ](?:\)|,| (?:[Kk]hoản|và|Điều)))",
    "điều": r"điều(?:(?<=[0-9] .{4})|(?<=theo .{4})|(?<=tại .{4}))(?= [0-9]+(?!\w))",
    " số ": rf"(?:{_NUMBERED})(?= số [0-9])",
    "Tỉnh ": rf"Tỉnh(?<=(?:{SMALL}|[,;]) .{{4}})(?= {CAPITAL}{SMALL}+ {CAPITAL}{SMALL})",
}
"""Words whose first letter the decree settles wherever they stand inside a sentence.

Each under letters of its own: a plan without them need not be searched.
"""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each name and each cited clause whose capitals are not those of the decree."""
    wording = read_wording(subject)
    for path, written, right in find_miscapitalised(wording):
        yield Violation(
            path,
            msg("“{written}” is capitalised otherwise than the name is.", written=written),
            msg("Write “{right}”.", right=right),
        )
    for part, pattern in _CLAUSES.items():
        for found in wording.find(re.compile(pattern)) if part in wording.different else ():
            yield Violation(
                found.path,
                msg("“{written}” does not begin so inside a sentence.", written=found.words),
                msg("Write “{right}”.", right=_other_case(found.words)),
            )


def _other_case(words: str) -> str:
    return words[0].swapcase() + words[1:]


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

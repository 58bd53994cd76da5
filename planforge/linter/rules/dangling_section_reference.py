"""N108: a part of the plan that is named in words is there."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_OF_THIS_PLAN = r"(?: (?:của )?(?:[Kk]ế hoạch|[Vv]ăn bản) này| nêu trên| trên đây| nói trên)"
_REFERENCE = re.compile(rf"\b[Mm]ục (?P<number>[IVXLC]+)\b(?={_OF_THIS_PLAN})")
_STYLES = ("I.", "I")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every “Mục IV Kế hoạch này” where no part is numbered IV.

    Only words that point at this very plan are judged: other documents have parts of their own.
    """
    known = {item.number.bare for item in subject.sections if item.number.style in _STYLES}
    if not known:
        return
    for item in subject.texts:
        if "ục " not in item.plain:
            continue
        for found in _REFERENCE.finditer(item.plain):
            if found["number"] not in known:
                yield Violation(
                    item.path,
                    msg("The text points to “{place}”, which is not in this plan.", place=found[0]),
                    msg("Give the part that is meant an `id` and refer to it as `{id}`."),
                )


RULE = Rule(
    code="N108",
    name="dangling-section-reference",
    severity="warning",
    check=check,
    what=msg("Words such as “Mục IV Kế hoạch này” where the plan has no such part."),
    why=msg("Parts are added and dropped over the years; numbers typed in words stay behind."),
    bad="""
opening: Các cơ quan thực hiện nhiệm vụ tại Mục V Kế hoạch này.
""",
    good="""
opening: Các cơ quan thực hiện nhiệm vụ tại Mục II Kế hoạch này và Mục V Nghị quyết số 76/NQ-CP.
""",
)

"""The agency that issues and its parent (PL I.II.2)."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found
from planforge.linter.wordfile.drawn import rule_breaches
from planforge.linter.wordfile.rule import WordRule

_PARENT = re.compile(r"(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+\w+|(BỘ|TỔNG CỤC)\s+\w+")
_BELOW = re.compile(r"(SỞ|PHÒNG|BAN|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|THANH TRA)\s+\w+")


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the agency block, or that there is none."""
    head = anatomy.letterhead
    if not head.agency:
        if head.apart:
            yield not_found("issuer")
        return
    *above, issuer = head.agency
    bold = [line for line in above if line.is_bold]
    parents = [line for line in above if not line.is_bold]
    yield from look_breaches("issuer", [*bold, issuer])
    yield from look_breaches("parent", parents)
    if len(bold) == len(above) == 1 and _PARENT.match(bold[0].text) and _BELOW.match(issuer.text):
        yield Breach(
            message=msg("“{text}”, the parent of the agency, is bold.", text=bold[0].text),
            hint=msg("Select it in Word and press Ctrl+B: only the agency itself is bold."),
            source=element("parent").clause,
            where=bold[0].where,
        )
    if issuer.aligned and not issuer.share("underlined"):
        yield from rule_breaches("issuer", anatomy.document.lines, [*bold, issuer])


RULE = WordRule(
    code="W106",
    name="agency-block",
    severity="error",
    check=check,
    what=msg(
        "The names of the agency and its parent: capitals, 12-13 pt, centred, the agency "
        "bold, the parent not, a rule of a third to a half of the line below."
    ),
    why=msg("It says who speaks; parent and agency are told apart by their weight."),
    bad="Tên cơ quan ban hành: không đậm",
    good="Tên cơ quan ban hành: đậm, cỡ 12-13",
    source="PL I.II.2",
)

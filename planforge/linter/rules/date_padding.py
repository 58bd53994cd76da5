"""D109: dates take a zero as the decree writes them, or at least all in one way."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.date_spellings import find_spellings
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the dates padded otherwise than the decree does, where the plan does both."""
    usual: dict[str, str] = {}
    wrong = []
    for item in find_spellings(subject):
        if item.written == item.right:
            usual.setdefault(item.kind, item.written)
        else:
            wrong.append(item)
    for item in wrong:
        if item.kind in usual:
            yield Violation(
                item.path,
                msg(
                    "“{written}” here, “{usual}” elsewhere.",
                    written=item.written,
                    usual=usual[item.kind],
                ),
                msg("Write “{right}”, as the decree does.", right=item.right),
            )


RULE = Rule(
    code="D109",
    name="date-padding",
    severity="info",
    check=check,
    what=msg(
        "Dates with and without leading zeros in one plan. The decree pads days below 10 and the "
        "months 1 and 2: 01/6/2020, 05/02/2020. Its clause is on a document's own date; a plan "
        "that pads everything else in one way of its own is left alone."
    ),
    why=msg("Two ways in one document look careless."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b",
    bad="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/09/2020 của Chính phủ.
""",
    good="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/9/2020 của Chính phủ.
""",
)

"""L109: one plan writes the tone of an open syllable in one way."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import Found, read_wording

_ON_FIRST = re.compile(r"(?<!\w)(?:[a-zđ]*(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)|Ủy)(?!\w)")
_ON_SECOND = re.compile(r"(?<!\w)(?:[a-zđ]*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])|Uỷ)(?!\w)")
"""Words in small letters: a capital begins a name, which keeps its own spelling."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield one violation where a plan writes both ``hóa`` and ``hoá``: at the rarer way."""
    wording = read_wording(subject)
    first, second = tuple(wording.find(_ON_FIRST)), tuple(wording.find(_ON_SECOND))
    if first and second:
        rare, usual = sorted((first, second), key=len)
        yield _violation(rare, usual)


def _violation(rare: tuple[Found, ...], usual: tuple[Found, ...]) -> Violation:
    return Violation(
        rare[0].path,
        msg(
            "Tones stand as in “{rare}” {few} time(s) and as in “{usual}” {many} time(s).",
            rare=rare[0].words,
            few=len(rare),
            usual=usual[0].words,
            many=len(usual),
        ),
        msg("Both are right; keep to one in a document."),
    )


RULE = Rule(
    code="L109",
    name="mixed-tone-placement",
    severity="info",
    check=check,
    what=msg(
        "Both ways of placing a tone (hòa and hoà, ủy and uỷ) in one plan; told once. The decree "
        "itself prints both."
    ),
    why=msg("It shows that texts were pasted together, and a search for a word finds half."),
    bad="""
opening: Số hóa hồ sơ; điện tử hoá quy trình.
""",
    good="""
opening: Số hóa hồ sơ; điện tử hóa quy trình.
""",
)

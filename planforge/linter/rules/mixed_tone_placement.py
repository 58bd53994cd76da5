"""L109: one plan writes the tone of an open syllable in one way."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import CAPITAL, MARKS, Found, Wording, read_wording

_ON_FIRST = re.compile(r"[òóỏõọ][ae](?!\w)|[ùúủũụ](?<![qQ].)y(?!\w)")
_ON_SECOND = re.compile(r"[oO][àáảãạèéẻẽẹ](?!\w)|[uU](?<![qQ].)[ỳýỷỹỵ](?!\w)")
_KEPT = re.compile(rf"(?!Ủy|Uỷ){CAPITAL}")
"""How a name begins, which keeps its own spelling."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield one violation where a plan writes both ``hóa`` and ``hoá``: at the rarer way."""
    wording = read_wording(subject)
    first, second = _words(wording, _ON_FIRST), _words(wording, _ON_SECOND)
    if first and second:
        rare, usual = sorted((first, second), key=len)
        yield _violation(rare, usual)


def _words(wording: Wording, pattern: re.Pattern[str]) -> list[Found]:
    return [found for found in wording.find(pattern) if not _KEPT.match(found.word)]


def _violation(rare: list[Found], usual: list[Found]) -> Violation:
    return Violation(
        rare[0].path,
        msg(
            "Tones stand as in “{rare}” {few} time(s) and as in “{usual}” {many} time(s).",
            rare=rare[0].word.strip(MARKS),
            few=len(rare),
            usual=usual[0].word.strip(MARKS),
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

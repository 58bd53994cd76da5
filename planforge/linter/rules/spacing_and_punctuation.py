"""L106: spaces and marks stand where they belong."""

import re
from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import CAPITAL, SMALL, read_wording

_LETTER = r"[^\W\d_]"
_YEAR = r"(?:19|20)\d\d"
_SLIPS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(" {2,}"), msg("Leave one space.")),
    (re.compile(r" (?:[,;:!?)”](?![)(])|\.(?![\w./]))"), msg("Delete the space before the mark.")),
    (re.compile(r"[(“] "), msg("Delete the space after the mark.")),
    (re.compile(rf"[,;:)](?<={_LETTER}.)(?={_LETTER})"), msg("Put a space after the mark.")),
    (
        re.compile(rf"\.(?<={SMALL}{SMALL}\.)(?={CAPITAL}{SMALL})"),
        msg("Put a space after the mark."),
    ),
    (
        re.compile(rf"\((?<={_LETTER}{_LETTER}\()(?={_LETTER}{_LETTER})"),
        msg("Put a space before the bracket."),
    ),
    (re.compile(r",[,;.]|;[;,.]|:[:.]|\.\.(?<!\.\.\.)(?![./])|\.{4,}"), msg("Leave one mark.")),
    (
        re.compile(rf"&(?:(?<={_LETTER} .)(?={_LETTER})|(?<={_LETTER}.)(?= {_LETTER}))"),
        msg("Put a space on both sides, or on none."),
    ),
    (
        re.compile(rf"-(?:(?<={_YEAR}-)(?= {_YEAR}(?!\d))|(?<={_YEAR} -)(?={_YEAR}(?!\d)))"),
        msg("Put a space on both sides, or on none."),
    ),
    (re.compile(r"ISO \d{4,5}(?: :|: | : )(?=\d{4})"), msg("Write it without a space.")),
)
"""What is never right in running text, and the remedy."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each slip; addresses and file names have rules of their own."""
    wording = read_wording(subject)
    for pattern, remedy in _SLIPS:
        for found in wording.find(pattern):
            if not found.is_address:
                yield Violation(
                    found.path,
                    msg("Spaces or marks are out of place in “{words}”.", words=found.surroundings),
                    remedy,
                )
    yield from _unclosed(subject)


def _unclosed(subject: Subject) -> Iterator[Violation]:
    for item in subject.texts:
        for opening, closing in ("()", "“”"):
            if item.plain.count(opening) > item.plain.count(closing):
                yield Violation(
                    item.path,
                    msg("“{mark}” is opened here and not closed.", mark=opening),
                    msg("Close it with “{mark}”.", mark=closing),
                )


RULE = Rule(
    code="L106",
    name="spacing-and-punctuation",
    severity="info",
    check=check,
    what=msg(
        "Doubled spaces, a space before a mark or none after it, doubled marks, a dash or an “&” "
        "with a space on one side, a bracket that is not closed."
    ),
    why=msg("It makes a finished document look like a draft, and breaks lines in odd places."),
    bad="""
opening: Rà soát ,công bố thủ tục hành chính giai đoạn 2021- 2030.
""",
    good="""
opening: Rà soát, công bố thủ tục hành chính giai đoạn 2021-2030.
""",
)

"""L105: words are not written twice in a row."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.doubling import find_doubled
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import FRAME, read_wording


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each run of words that follows itself at once, with nothing but spaces between."""
    wording = read_wording(subject)
    for item, text in zip(wording.items, wording.lines, strict=True):
        for phrase in find_doubled(text) if item.path[0] not in FRAME else ():
            yield Violation(
                item.path,
                msg("“{phrase}” stands here twice in a row.", phrase=phrase),
                msg("Delete one of the two, or put the word that was meant."),
            )


RULE = Rule(
    code="L105",
    name="doubled-words",
    severity="warning",
    check=check,
    what=msg(
        "A word or phrase that follows itself at once. Doubled words of the language (luôn luôn, "
        "dần dần) and words that only share a syllable (điều hành hành chính) are right."
    ),
    why=msg("One copy too many, or the word that was meant is missing."),
    bad="""
opening: Ban hành Kế hoạch ứng dụng công nghệ công nghệ trong hoạt động của cơ quan nhà nước.
""",
    good="""
opening: Ban hành Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước.
""",
)

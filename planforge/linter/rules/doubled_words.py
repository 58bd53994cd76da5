"""L105: words are not written twice in a row."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import FRAME, printed_text

_NEVER_TWICE = frozenset(
    "của và các những để với cho về là đã đang sẽ khi nhằm đến này hoặc vào cũng".split()
)
"""Single words that are wrong twice. Others may end one word and begin the next (điều hành hành
chính, tồn tại tại xã, kết quả đạt được được công bố) or are doubled by custom (luôn luôn)."""

_NAME_THEN_VERB = frozenset(("tổ chức", "quyết định", "quy định", "hướng dẫn", "báo cáo"))
"""Pairs that are a noun and then a verb: các tổ chức tổ chức hội nghị."""

_WORD = re.compile(r"\w+")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each run of words that follows itself at once, with nothing but spaces between."""
    for item in subject.texts:
        words = item.plain.lower().split()
        if len(set(words)) == len(words) or item.path[0] in FRAME:
            continue
        for phrase in _doubled(printed_text(item)):
            yield Violation(
                item.path,
                msg("“{phrase}” stands here twice in a row.", phrase=phrase),
                msg("Delete one of the two, or put the word that was meant."),
            )


def _doubled(text: str) -> Iterator[str]:
    """Yield the phrases that are repeated; in one pass, by the distance to the word's last place."""
    words = list(_WORD.finditer(text))
    last: dict[str, int] = {}
    distance = run = 0
    for index, word in enumerate(words):
        key = word[0].lower()
        now = index - last.get(key, index)
        run = run + 1 if now == distance else 1
        distance = now
        last[key] = index
        if distance and run == distance:
            first, second = words[index - 2 * distance + 1], words[index - distance + 1]
            phrase = text[first.start() : words[index - distance].end()]
            if _is_slip(phrase, text[words[index - distance].end() : second.start()]):
                yield phrase
            run = 0


def _is_slip(phrase: str, between: str) -> bool:
    if between.strip() or not any(letter.isalpha() for letter in phrase):
        return False
    words = phrase.lower().split()
    if len(words) == 1:
        return words[0] in _NEVER_TWICE
    return " ".join(words) not in _NAME_THEN_VERB and not phrase.isupper()


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

"""L105: words are not written twice in a row."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import FRAME, read_wording

_NEVER_TWICE = frozenset(
    (
        "của", "và", "các", "những", "để", "với", "cho", "về", "là", "đã", "đang", "sẽ", "khi",
        "nhằm", "đến", "này", "hoặc", "vào", "cũng",
    )
)  # fmt: skip
"""Single words that are wrong twice. Others may end one word and begin the next (điều hành hành
chính, tồn tại tại xã, kết quả đạt được được công bố) or are doubled by custom (luôn luôn)."""

_NAME_THEN_VERB = frozenset(("tổ chức", "quyết định", "quy định", "hướng dẫn", "báo cáo"))
"""Pairs that are a noun and then a verb: các tổ chức tổ chức hội nghị."""

_LONGEST = 12
"""In words: longer phrases that follow themselves are paragraphs pasted twice."""

_MEMORY = 4
"""How many earlier places of a word are tried: “hiệu lực, hiệu quả” has two in one phrase."""

_WORD = re.compile(r"\w+")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each run of words that follows itself at once, with nothing but spaces between."""
    wording = read_wording(subject)
    lines = zip(wording.items, wording.text.split("\n"), wording.lowered.split("\n"), strict=True)
    for item, text, lowered in lines:
        if item.path[0] in FRAME or not _may_repeat(lowered):
            continue
        for phrase in _doubled(text):
            yield Violation(
                item.path,
                msg("“{phrase}” stands here twice in a row.", phrase=phrase),
                msg("Delete one of the two, or put the word that was meant."),
            )


def _may_repeat(lowered: str) -> bool:
    """Whether two words stand together twice, or one that is never doubled does: a quick look."""
    words = _WORD.findall(lowered)
    pairs = list(pairwise(words))
    return len(set(pairs)) < len(pairs) or any(a == b and a in _NEVER_TWICE for a, b in pairs)


def _doubled(text: str) -> Iterator[str]:
    """Yield the phrases that follow themselves: runs of words that all stood so many words ago."""
    words = list(_WORD.finditer(text))
    places: dict[str, list[int]] = {}
    runs: dict[int, int] = {}
    for index, word in enumerate(words):
        earlier = places.setdefault(word[0].lower(), [])
        distances = [index - place for place in earlier[-_MEMORY:] if index - place <= _LONGEST]
        runs = {distance: runs.get(distance, 0) + 1 for distance in distances}
        earlier.append(index)
        length = next(
            (distance for distance in reversed(distances) if runs[distance] == distance), 0
        )
        if length:
            first, last = words[index - 2 * length + 1], words[index - length]
            phrase = text[first.start() : last.end()]
            if _is_slip(phrase, text[last.end() : words[index - length + 1].start()]):
                yield phrase
                runs = {}


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

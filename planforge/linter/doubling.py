"""Words that follow themselves at once, told from those that only share a syllable."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from planforge.linter.subject import KNOWN_TEXTS

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

_SHORTEST_LIST = 4
"""In words: shorter phrases with a comma belong to a list: giáo viên, giảng viên, giảng dạy."""

_MEMORY = 4
"""How many earlier places of a word are tried: “hiệu lực, hiệu quả” has two in one phrase."""

_WORD = re.compile(r"\w+")


@lru_cache(KNOWN_TEXTS)
def find_doubled(text: str) -> tuple[str, ...]:
    """Return the phrases, each once, that follow themselves with nothing but spaces between."""
    return tuple(dict.fromkeys(_doubled(text))) if _is_suspect(text) else ()


def _is_suspect(text: str) -> bool:
    """Whether two words stand together twice, or one twice that never does: a quick look."""
    for mark in ",.;:)”":
        text = text.replace(mark, "")
    words = text.lower().split()
    if len(set(words)) == len(words):
        return False
    pairs = list(pairwise(words))
    return len(set(pairs)) < len(pairs) or any(a == b in _NEVER_TWICE for a, b in pairs)


def _doubled(text: str) -> Iterator[str]:
    """Yield the phrases found; one is a run of words that all stood the same distance ago."""
    words = list(_WORD.finditer(text))
    keys = [word[0].lower() for word in words]
    places: dict[str, list[int]] = {}
    runs: dict[int, int] = {}
    for index, key in enumerate(keys):
        if key not in places:
            places[key], runs = [index], {}
            continue
        earlier = places[key]
        distances = [index - place for place in earlier[-_MEMORY:] if index - place <= _LONGEST]
        runs = {distance: runs.get(distance, 0) + 1 for distance in distances}
        earlier.append(index)
        length = next((length for length in reversed(distances) if runs[length] == length), 0)
        if length:
            second = index - length + 1
            first, last = words[second - length], words[second - 1]
            phrase = text[first.start() : last.end()]
            goes_on = keys[index + 1 : index + 2] == [keys[second]]
            between = text[last.end() : words[second].start()]
            if not between.strip() and _is_slip(phrase, length, goes_on=goes_on):
                yield phrase
                runs = {}


def _is_slip(phrase: str, length: int, *, goes_on: bool) -> bool:
    if length == 1:
        return phrase.lower() in _NEVER_TWICE
    if re.search(r"[^\w\s]", phrase) and (goes_on or length < _SHORTEST_LIST):
        return False
    is_name = phrase.isupper() or " ".join(phrase.lower().split()) in _NAME_THEN_VERB
    return not is_name and any(letter.isalpha() for letter in phrase)

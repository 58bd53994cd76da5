"""The order of the letters that number a điểm: a, b, c, d, đ, e, g, not a, b, c, d, e, f."""

import re
from collections.abc import Iterator

from planforge.vietnamese.letters import LETTERS

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_TYPED = re.compile(r"(?<![\w.])(?<!điểm )([a-zđ])\) ")
_SHORTEST = 3
"""How many letters must stand in order before the next can be called wrong."""


def breaks_letter_order(before: str, letter: str) -> bool:
    """Whether ``letter`` after ``before`` counts in the Latin alphabet, not the Vietnamese."""
    if len(before) != 1 or before not in LETTERS or before not in _LATIN:
        return False
    return letter == _after(before, _LATIN) != _after(before, LETTERS)


def _after(letter: str, alphabet: str) -> str:
    """Return what follows ``letter`` in ``alphabet``; the first letter for "", "" for the last."""
    return alphabet[alphabet.index(letter) + 1 :][:1] if letter else alphabet[0]


def find_misplaced_letters(text: str) -> Iterator[tuple[str, str]]:
    """Yield the letter that breaks the order of a typed enumeration, after the one before it.

    Only letters that count on from “a)” are an enumeration; “điểm d)” cites another text.
    """
    before, length = "", 0
    for letter in _TYPED.findall(text):
        if length >= _SHORTEST and breaks_letter_order(before, letter):
            yield before, letter
        follows = letter in LETTERS and letter == _after(before, LETTERS)
        if follows or letter == "a":
            before, length = letter, length + 1 if follows else 1
        else:
            before, length = "", 0

"""How two texts of two plans relate, word by word, when each plan speaks of its own years.

A year that moves with the plan is compared by how far it lies from the plan's first year, so that
“năm 2021” in a plan for 2021 and “năm 2022” in one for 2022 are the same words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from planforge.changes import Piece
from planforge.differ.alignment import align
from planforge.differ.readability import make_readable
from planforge.vietnamese.abbreviations import CUSTOMARY
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.years import classify_years

Relation = Literal["same", "year_only", "spelling_only", "reworded"]
_Kind = Literal["kept", "removed", "added"]
Expansions = Mapping[str, tuple[str, ...]]
"""What abbreviations stand for: folded words by folded abbreviation."""

MOVING = frozenset(("plan_year", "previous_year", "next_year", "deadline"))
"""Years that have to move when the plan does."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_ALONE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TOKEN = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")
_WORD = re.compile(r"\w+")
_KNOWN_TEXTS = 16384


class Reading(NamedTuple):
    """A text as its plan means it: its tokens as printed and as compared.

    ``tokens`` carry the space before them; in ``keys`` it is dropped, and a moving year is its
    distance from the plan's first year.
    """

    tokens: tuple[str, ...]
    keys: tuple[str, ...]


class Language:
    """What a plan's words mean: the years it is for and its abbreviations."""

    def __init__(self, years: range, expansions: Expansions) -> None:
        self.years = years
        self._expansions = expansions
        self._words: dict[str, tuple[str, ...]] = {}

    def read(self, text: str) -> Reading:
        """Return ``text`` in tokens."""
        return _read(text, self.years.start, self.years.stop)

    def words(self, text: str) -> tuple[str, ...]:
        """Return the words of ``text`` whatever their spelling: folded, abbreviations in full."""
        words = self._words.get(text)
        if words is None:
            keys = [key for key in self.read(text).keys if key[0] == "@" or key[0].isalnum()]
            words = self._words[text] = tuple(self._expanded(_fold_all(keys)))
        return words

    def _expanded(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            yield from self._expansions.get(word, (word,))


def language_of(years: range, abbreviations: Mapping[str, str]) -> Language:
    """Return how to read a plan for ``years`` that defines ``abbreviations`` of its own."""
    pairs = {**CUSTOMARY, **abbreviations}.items()
    return Language(years, {fold(short): _folded_words(long) for short, long in pairs})


def relate(old: str, new: str, languages: tuple[Language, Language]) -> Relation:
    """Return what became of the words of a text."""
    if old == new:
        return "same"
    before, after = languages
    if _is_same_but_for_years(before.read(old), after.read(new)):
        return "year_only"
    return "spelling_only" if before.words(old) == after.words(new) else "reworded"


def _is_same_but_for_years(old: Reading, new: Reading) -> bool:
    """Whether only years differ that had to move; a year may also have stood still."""
    return len(old.keys) == len(new.keys) and all(
        old.keys[place] == new.keys[place] or old.tokens[place] == new.tokens[place]
        for place in range(len(old.keys))
    )


def weave(old: str, new: str, languages: tuple[Language, Language]) -> tuple[Piece, ...]:
    """Return both texts woven together, marked word by word."""
    before, after = languages[0].read(old), languages[1].read(new)
    pieces = (piece for piece in _pieces(before, after) if piece.text)
    return tuple(_merged(pieces))


@lru_cache(_KNOWN_TEXTS)
def _read(text: str, first: int, stop: int) -> Reading:
    tokens = tuple(_TOKEN.findall(text))
    keys = [token.strip() or " " for token in tokens]
    if _YEAR.search(text):
        moving = [
            token.kind in MOVING and f"@{token.year - first}"
            for token in classify_years(text, range(first, stop))
        ]
        places = [index for index, key in enumerate(keys) if _ALONE.fullmatch(key)]
        if len(places) == len(moving):
            for index, moved in zip(places, moving, strict=True):
                keys[index] = moved or keys[index]
    return Reading(tokens, tuple(keys))


def _fold_all(words: Iterable[str]) -> list[str]:
    """Return words folded; all at once, which is several times quicker."""
    return fold("\n".join(words)).split()


def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(_fold_all(_WORD.findall(text)))


def _pieces(before: Reading, after: Reading) -> Iterator[Piece]:
    """Yield pieces of both readings; the same ones, turned round, when old and new change places.

    difflib prefers what comes first in its first argument, so which one that is must not depend
    on which plan is the old one.
    """
    turned = before.keys > after.keys
    first, second = (after, before) if turned else (before, after)
    blocks = align(first.keys, second.keys)
    for tag, i, i_end, j, j_end in make_readable(blocks, first.keys, second.keys):
        ours, theirs = first.tokens[i:i_end], second.tokens[j:j_end]
        old, new = (theirs, ours) if turned else (ours, theirs)
        if tag == "equal" or old == new:
            yield from _kept(old, new)
        else:
            yield Piece("removed", "".join(old))
            yield Piece("added", "".join(new))


def _kept(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Piece]:
    """Yield tokens that are compared as equal: the same words, or years that moved."""
    for before, after in zip(old, new, strict=True):
        (gap, word), (new_gap, new_word) = _split(before), _split(after)
        if gap == new_gap:
            yield Piece("kept", gap)
        else:
            yield Piece("removed", gap)
            yield Piece("added", new_gap)
        if word == new_word:
            yield Piece("kept", word)
        else:
            yield Piece("removed", word, is_year=True)
            yield Piece("added", new_word, is_year=True)


def _split(token: str) -> tuple[str, str]:
    word = token.lstrip()
    return token[: len(token) - len(word)], word


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with neighbours of one kind joined, what was removed before what came."""
    for (_, is_year), run in groupby(pieces, lambda piece: (piece.kind == "kept", piece.is_year)):
        texts: dict[_Kind, str] = {"kept": "", "removed": "", "added": ""}
        for piece in run:
            texts[piece.kind] += piece.text
        for kind, text in texts.items():
            if text:
                yield Piece(kind, text, is_year)

"""Text as it should be stored: composed letters, Vietnamese letters, plain single spaces."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Kind = Literal["decomposed", "look_alike", "space", "invisible", "double_space"]

_ETHS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
"""Letters of other alphabets that look like Đ or đ; in Vietnamese text they are never meant."""

_CYRILLIC_AND_GREEK = "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN = "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo"
_HOMOGLYPHS = dict(zip(_CYRILLIC_AND_GREEK, _LATIN, strict=True))
"""Letters that are wrong only in a word that has Latin letters too."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLES = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS = "\u0300-\u036f"
_SPACING = f"[ {_SPACES}{_INVISIBLES}]{{2,}}|[{_SPACES}{_INVISIBLES}]"
_MARKED = f"[^{_MARKS}{_SPACES}{_INVISIBLES}][{_MARKS}]+"
_WORD = rf"(?:[^\W\d_]|[{_MARKS}{_INVISIBLES}])+"
_LATIN_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]"

_TONES = {
    first + second: plain + marked
    for plain, firsts, second, seconds in (
        ("o", "òóỏõọ", "a", "àáảãạ"),
        ("o", "òóỏõọ", "e", "èéẻẽẹ"),
        ("u", "ùúủũụ", "y", "ỳýỷỹỵ"),
    )
    for first, marked in zip(firsts, seconds, strict=True)
}
"""The tone mark of an open syllable, from the first vowel to the second."""


class Irregularity(Struct, frozen=True):
    """A piece of a text that should read ``replacement``; ``offset`` is where it starts.

    ``decomposed``: a letter apart from its marks. ``look_alike``: a letter of another alphabet.
    ``space``: a space other than U+0020. ``invisible``: a character that prints nothing.
    ``double_space``: spaces inside a line that should be one.
    """

    offset: int
    found: str
    replacement: str
    kind: Kind


def normalize(text: str) -> str:
    """Return ``text`` in NFC with every irregularity replaced; spaces that indent a line stay."""
    text = unicodedata.normalize("NFC", text)
    pieces = []
    end = 0
    for irregularity in find_irregularities(text):
        pieces += [text[end : irregularity.offset], irregularity.replacement]
        end = irregularity.offset + len(irregularity.found)
    return unicodedata.normalize("NFC", "".join([*pieces, text[end:]]))


def find_irregularities(text: str) -> tuple[Irregularity, ...]:
    """Return what `normalize` would replace in ``text``, in order and without overlaps."""
    found = (*_find_look_alikes(text), *_find_odd_spacing(text), *_find_decomposed(text))
    by_offset = {irregularity.offset: irregularity for irregularity in found}
    return tuple(by_offset[offset] for offset in sorted(by_offset))


def fold(text: str) -> str:
    """Return the form in which two spellings of the same words are equal; not for showing.

    Case, spaces and the place of the tone mark do not count: the decree itself prints both
    ``ủy`` and ``uỷ``, ``hòa`` and ``hoà``.
    """
    words = " ".join(normalize(text).casefold().split())
    open_syllable = rf"(?:{'|'.join(_TONES)})(?!\w)"
    return re.sub(open_syllable, lambda found: _TONES[found[0]], words)


def _find_decomposed(text: str) -> Iterator[Irregularity]:
    if unicodedata.is_normalized("NFC", text):
        return
    for found in re.finditer(_MARKED, text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            yield Irregularity(found.start(), found[0], composed, "decomposed")


def _find_look_alikes(text: str) -> Iterator[Irregularity]:
    for found in re.finditer("[ÐðƉɖ]", text):
        yield Irregularity(found.start(), found[0], _ETHS[found[0]], "look_alike")
    homoglyph = f"[{_CYRILLIC_AND_GREEK}]"
    words = re.finditer(_WORD, text) if re.search(homoglyph, text) else ()
    for word in words:
        if re.search(_LATIN_LETTER, word[0]):
            for found in re.finditer(homoglyph, word[0]):
                offset = word.start() + found.start()
                yield Irregularity(offset, found[0], _HOMOGLYPHS[found[0]], "look_alike")


def _find_odd_spacing(text: str) -> Iterator[Irregularity]:
    for found in re.finditer(_SPACING, text):
        spaces = re.sub(f"[{_INVISIBLES}]", "", found[0])
        indents = found.start() == 0 or text[found.start() - 1] == "\n"
        replacement = " " * (len(spaces) if indents else min(len(spaces), 1))
        if replacement != found[0]:
            yield Irregularity(found.start(), found[0], replacement, _spacing_kind(found[0]))


def _spacing_kind(run: str) -> Kind:
    if re.search(f"[{_SPACES}]", run):
        return "space"
    return "invisible" if re.search(f"[{_INVISIBLES}]", run) else "double_space"

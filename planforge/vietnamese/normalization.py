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
_RUN = f"[ {_SPACES}{_INVISIBLES}]{{2,}}|[{_SPACES}{_INVISIBLES}]"
_ODD = f"[{_SPACES}{_INVISIBLES}]"
_CLUSTER = f"[^{_MARKS}][{_MARKS}]+"
_WORD = rf"(?:[^\W\d_]|[{_MARKS}{_INVISIBLES}])+"
_PLAIN_LETTER = "[A-Za-zÀ-ɏḀ-ỿ]"

_TONED = ("òóỏõọ", "àáảãạ", "èéẻẽẹ", "ùúủũụ", "ỳýỷỹỵ")


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
    if text.isascii() and "  " not in text:
        return ()
    found = [*_find_odd_spaces(text), *_find_look_alikes(text), *_find_decomposed(text)]
    return tuple(sorted(found, key=lambda irregularity: irregularity.offset))


def fold(text: str) -> str:
    """Return ``text`` in the form in which two spellings of it are equal.

    Case, spaces and the place of the tone mark (``hòa`` and ``hoà``, ``ủy`` and ``uỷ``: the
    decree itself prints both) do not count. For comparing only, not for showing.
    """


def _find_odd_spaces(text: str) -> Iterator[Irregularity]:
    for run in re.finditer(_RUN, text):
        indents = run.start() == 0 or text[run.start() - 1] == "\n"
        ...

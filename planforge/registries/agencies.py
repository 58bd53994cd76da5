"""The agencies that plans name: how they are written, when they existed, who came after them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from planforge.vietnamese.normalization import fold

Level = Literal["central", "province", "district", "commune", "collective"]

WORD = r"[^\W_]+"
"""Pattern of a word of a name; what stands between words does not tell names apart."""
_WORDS = re.compile(WORD)

_SHORT = {
    "uỷbannhândân": "ubnd",
    "hộiđồngnhândân": "hđnd",
    "vănphòng": "vp",
    "thànhphố": "tp",
    "trungương": "tw",
    "khucôngnghiệp": "kcn",
    "banquảnlý": "bql",
    "mặttrậntổquốc": "mttq",
    "bảohiểmxãhội": "bhxh",
}
_LONG_FORMS = re.compile("|".join(_SHORT))


class Agency(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An agency, or a collective of agencies that plans name as one.

    ``spellings`` are those beside ``name``. ``valid_from`` and ``valid_to`` are the first and the
    last day under this name, None where no limit is known. ``successors`` are the ids of those
    who took over. ``sure`` is False where days or successors are unverified or differ from place
    to place; ``source`` is the symbol of the document they rest on.
    """

    id: str
    name: str
    level: Level
    spellings: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    sure: bool = True
    source: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists under this name on ``day``, as far as is known."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class AgencyRegistry(Struct, frozen=True):
    """The registry: every agency, and into which province each merged one went."""

    agencies: tuple[Agency, ...]
    merged_provinces: dict[str, str]


@cache
def load_agencies() -> dict[str, Agency]:
    """Return every agency of the registry by its id; the earlier of one name comes first."""
    return {agency.id: agency for agency in _read_registry().agencies}


def merged_provinces() -> dict[str, str]:
    """Return the provinces that ended with 30/6/2025, each with the one it belongs to now."""
    return _read_registry().merged_provinces


def find_agencies(name: str) -> tuple[Agency, ...]:
    """Return every agency that ``name`` may mean, one for each time; empty: not registered."""
    return agencies_of_key(spelling_key(name))


def agencies_of_key(key: str) -> tuple[Agency, ...]:
    """Return every agency one of whose spellings has the `spelling_key` ``key``."""
    return _agencies_by_key().get(key, ())


def spelling_key(name: str) -> str:
    """Return what all spellings of one name have in common; not for showing."""
    return join_words(fold_word(word) for word in _WORDS.findall(name))


def join_words(words: Iterable[str]) -> str:
    """Return the `spelling_key` of a name whose words are folded."""
    joined = "".join(word for word in words if word != "và")
    return _LONG_FORMS.sub(lambda found: _SHORT[found[0]], joined)


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """Return ``word`` folded; plans repeat few words often."""
    return fold(word)


@cache
def _agencies_by_key() -> dict[str, tuple[Agency, ...]]:
    found: dict[str, tuple[Agency, ...]] = {}
    for agency, folded in zip(load_agencies().values(), _folded_spellings(), strict=True):
        for key in _keys_of(agency, folded):
            found[key] = (*found.get(key, ()), agency)
    return found


def _folded_spellings() -> list[list[str]]:
    """Return the spellings of each agency, folded; all at once, which is several times quicker."""
    spellings = ("|".join((a.name, *a.spellings)) for a in load_agencies().values())
    return [line.split("|") for line in fold("||".join(spellings)).split("||")]


def _keys_of(agency: Agency, folded: Iterable[str]) -> set[str]:
    keys = {join_words(_WORDS.findall(spelling)) for spelling in folded}
    if agency.level == "province":
        keys |= {key.removesuffix("tỉnh") + "tp" for key in keys if key.endswith("tỉnh")}
    if agency.level == "collective":
        keys |= set(_with_and_without_article(keys))
    return keys


def _with_and_without_article(keys: Iterable[str]) -> Iterator[str]:
    """Yield the other form of each key, but no bare “sở” or “bộ”: with them other names begin."""
    for key in keys:
        bare = key.removeprefix("các")
        if bare == key:
            yield "các" + key
        elif bare not in ("sở", "bộ"):
            yield bare


@cache
def _read_registry() -> AgencyRegistry:
    digest = Path(__file__).with_suffix(".json").read_bytes()
    return msgspec.json.decode(digest, type=AgencyRegistry)

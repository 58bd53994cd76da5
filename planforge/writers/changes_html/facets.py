"""What a reader may filter by, and which changes have it."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from planforge.changes import Change, Changes, Entry
from planforge.writers.changes_html.grouping import name_areas

AgenciesOf = Callable[[Entry], Sequence[str]]
NO_AREA = "-"
"""Stands for “in no area”: no id of an area looks like it."""


class Choice(Struct, frozen=True):
    """A value of a filter: how it is written in the address, its name, how many changes have it."""

    value: str
    name: str
    count: int


class Facets:
    """The areas and agencies of all changes, each by its place in the list."""

    def __init__(self, changes: Changes, agencies_of: AgenciesOf) -> None:
        self._agencies_of = agencies_of
        self.areas = _area_choices(changes)
        self.agencies = _agency_choices(changes.changes, agencies_of)
        self._area_places = _places(self.areas)
        self._agency_places = _places(self.agencies)

    def attributes(self, change: Change) -> str:
        """Return the attributes by which the page finds ``change``, with a space before each."""
        areas = [self._area_places[area] for area in _areas(change)]
        agencies = [self._agency_places[name] for name in _agencies(change, self._agencies_of)]
        return "".join([
            f' data-relation="{" ".join(change.told_relations)}"',
            _list("data-area", areas),
            _list("data-agency", agencies),
        ])  # fmt: skip


def split_agencies(entry: Entry) -> tuple[str, ...]:
    """Return the lead and supporting agencies of an entry, in the spelling of the plan."""
    lines = (line for field in ("lead", "support") for line in entry.texts.get(field, ()))
    names = (name.strip().lstrip("-–+ ") for line in lines for name in line.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def _area_choices(changes: Changes) -> tuple[Choice, ...]:
    counts = Counter(area for change in changes.changes for area in _areas(change))
    names = name_areas(changes.changes, changes.areas)
    if counts[NO_AREA]:
        names[NO_AREA] = ""
    return tuple(Choice(area, name, counts[area]) for area, name in names.items())


def _agency_choices(changes: Iterable[Change], agencies_of: AgenciesOf) -> tuple[Choice, ...]:
    counts = Counter(name for change in changes for name in _agencies(change, agencies_of))
    return tuple(Choice(name, name, counts[name]) for name in sorted(counts, key=_alphabetical))


def _areas(change: Change) -> dict[str, None]:
    return dict.fromkeys(entry.area or NO_AREA for entry in _entries(change))


def _agencies(change: Change, agencies_of: AgenciesOf) -> dict[str, None]:
    return dict.fromkeys(name for entry in _entries(change) for name in agencies_of(entry))


def _entries(change: Change) -> Iterator[Entry]:
    yield from change.old
    yield from change.new


def _places(choices: tuple[Choice, ...]) -> dict[str, int]:
    return {choice.value: place for place, choice in enumerate(choices)}


def _list(name: str, places: list[int]) -> str:
    return f' {name}="{" ".join(map(str, places))}"' if places else ""


def _alphabetical(name: str) -> tuple[str, str]:
    """Order names by their letters; marks decide between names that are else the same."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "dz"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)), name

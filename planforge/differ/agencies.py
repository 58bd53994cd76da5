"""Agencies named in a cell, whatever the spelling: who was added and who was dropped."""

from typing import NamedTuple

from planforge.changes import Entry
from planforge.registries.agencies import spelling_key
from planforge.registries.mentions import Mention, parse_agencies

_FIELDS = ("lead", "support")


class AgencyChange(NamedTuple):
    """The agencies that only one of two cells names, as each is written there."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]


def compare_agencies(old: tuple[str, ...], new: tuple[str, ...]) -> AgencyChange | None:
    """Return who differs between two cells; None where one of them is no list of agencies.

    Nobody differs where only spelling or order do.
    """
    before, after = _named(old), _named(new)
    if before is None or after is None:
        return None
    return AgencyChange(
        tuple(name for key, name in before.items() if key not in after),
        tuple(name for key, name in after.items() if key not in before),
    )


def agencies_of(entry: Entry) -> tuple[str, ...]:
    """Return the lead and supporting agencies of a row, each under the registry's name."""
    names: dict[str, None] = {}
    for field in _FIELDS:
        for text in entry.texts.get(field, ()):
            for mention in parse_agencies(text):
                names[mention.agencies[0].name if mention.agencies else mention.name] = None
    return tuple(names)


def _named(texts: tuple[str, ...]) -> dict[tuple[str, ...], str] | None:
    """Return the agencies of a cell by what tells them apart."""
    named: dict[tuple[str, ...], str] = {}
    for text in texts:
        mentions = parse_agencies(text)
        if not mentions:
            return None
        named |= {_identity(mention): _written(mention) for mention in mentions}
    return named


def _identity(mention: Mention) -> tuple[str, ...]:
    name = mention.id or spelling_key(mention.name)
    return name, spelling_key(mention.place), spelling_key(mention.rest)


def _written(mention: Mention) -> str:
    return " ".join(filter(None, (mention.name, mention.place, mention.rest)))

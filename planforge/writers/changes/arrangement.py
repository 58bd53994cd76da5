"""The changes in the order a reviewer reads them: by part of the document, then by area."""

from collections.abc import Iterator
from typing import NamedTuple

from planforge.changes import Change, Changes, Entry
from planforge.changes.labels import PART_LABELS, part_of
from planforge.findings import Translate

_NO_AREA = "\0"
"""Before a heading that stands where others have an area."""


class Group(NamedTuple):
    """Changes of one part of the document and one area.

    ``part`` is “frame”, “body” or “appendix”; ``heading`` the area's name or, outside the areas,
    the outermost heading: "" where there is none. ``depth`` is how many headings of the plan it
    stands for, itself and those above.
    """

    part: str
    heading: str
    depth: int
    changes: tuple[Change, ...]

    def title(self, translate: Translate) -> str:
        """Return what is printed above the group."""
        return " › ".join(filter(None, (PART_LABELS[self.part].text(translate), self.heading)))


def arrange(changes: Changes) -> Iterator[Group]:
    """Yield the parts that differ, by area as the plan prints them, the frame first."""
    depths = _depths(changes)
    for part in PART_LABELS:
        places: dict[str, list[Change]] = {}
        for change in changes.differing:
            if part_of(change.entry) == part:
                places.setdefault(_place(change.entry, part), []).append(change)
        for place, members in places.items():
            heading = _heading(place, changes.areas)
            yield Group(part, heading, depths.get((part, place), 1), tuple(members))


def _depths(changes: Changes) -> dict[tuple[str, str], int]:
    """Return how many headings lead to each area of each part, its own counted."""
    depths: dict[tuple[str, str], int] = {}
    for entry in (change.entry for change in changes.changes):
        if entry.area:
            depth = len(entry.titles) + (entry.kind in {"area", "group"})
            key = part_of(entry), entry.area
            depths[key] = min(depth, depths.get(key, depth))
    return depths


def _place(entry: Entry, part: str) -> str:
    if part == "frame":
        return _NO_AREA
    if entry.area:
        return entry.area
    own = entry.name if entry.kind in {"section", "appendix"} else ""
    return _NO_AREA + (entry.titles[0] if entry.titles else own)


def _heading(place: str, areas: dict[str, str]) -> str:
    return place.removeprefix(_NO_AREA) if place.startswith(_NO_AREA) else areas.get(place, place)

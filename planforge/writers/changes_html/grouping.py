"""The order of the page: part of the document, then area of reform or top heading."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from planforge.changes import Change, Changes, Entry, Kind
from planforge.changes.labels import PART_LABELS, part_of
from planforge.findings import Translate

Titles = tuple[str, ...]
Numbered = tuple[int, Change]
"""A change and its number on the page, from 1."""

_HEADINGS: frozenset[Kind] = frozenset(("section", "area", "appendix", "group"))
"""The kinds of parts that others stand under."""


class Group(Struct, frozen=True):
    """Changes that stand under one heading, "" where they stand right under that of the chapter."""

    title: str
    changes: tuple[Numbered, ...]

    @property
    def anchor(self) -> str:
        """What its heading is linked to by: that of its first change is no other's."""
        return f"group-{self.changes[0][0]}"

    @property
    def count(self) -> int:
        """How many changes it holds."""
        return len(self.changes)


class Chapter(Struct, frozen=True):
    """The changes of one part of the document; every appendix is a part of its own."""

    title: str
    groups: tuple[Group, ...]

    @property
    def anchor(self) -> str:
        """What its heading is linked to by."""
        return f"chapter-{self.groups[0].changes[0][0]}"

    @property
    def count(self) -> int:
        """How many changes it holds."""
        return sum(group.count for group in self.groups)


def group_changes(changes: Changes, translate: Translate) -> tuple[Chapter, ...]:
    """Return every change once, under the headings of the new plan.

    What was removed stands under the heading that its old heading became.
    """
    headings = _Headings(changes)
    sorted_out: dict[tuple[str, str], dict[str, list[Change]]] = {
        (part, ""): {} for part in ("frame", "body")
    }
    for change in changes.changes:
        part, title, heading = headings.of(change.entry)
        sorted_out.setdefault((part, title), {}).setdefault(heading, []).append(change)
    return tuple(_chapters(sorted_out, translate))


def _chapters(
    sorted_out: dict[tuple[str, str], dict[str, list[Change]]], translate: Translate
) -> Iterator[Chapter]:
    first = 1
    for (part, title), by_heading in sorted_out.items():
        groups = []
        for heading, members in by_heading.items():
            groups.append(Group(heading, tuple(enumerate(members, first))))
            first += len(members)
        if groups:
            label = PART_LABELS[part].text(translate)
            yield Chapter(f"{label}: {title}" if title else label, tuple(groups))


class _Headings:
    """Knows under which heading of the new plan an entry of either plan stands."""

    def __init__(self, changes: Changes) -> None:
        self._areas = changes.areas
        self._renamed = {
            (*old.titles, old.name): new.name
            for change in changes.changes
            for old, new in zip(change.old[:1], change.new[:1], strict=False)
            if old.kind in _HEADINGS
        }

    def of(self, entry: Entry) -> tuple[str, str, str]:
        """Return its part of the document, the title of its appendix and its heading there."""
        part = part_of(entry)
        titles = self._current(entry)
        if part != "appendix":
            return part, "", self._heading(entry, titles) if part == "body" else ""
        return part, titles[0] if titles else "", self._heading(entry, titles[1:])

    def _heading(self, entry: Entry, titles: Titles) -> str:
        if entry.area:
            return self._areas.get(entry.area, entry.area)
        return titles[0] if titles else ""

    def _current(self, entry: Entry) -> Titles:
        """Return the entry's headings, itself among them if it is one, by their new names."""
        is_heading = entry.kind in _HEADINGS
        old = (*entry.titles, entry.name) if is_heading else entry.titles
        return tuple(self._renamed.get(old[: end + 1], old[end]) for end in range(len(old)))


def name_areas(changes: Sequence[Change], areas: dict[str, str]) -> dict[str, str]:
    """Return the areas that the changes touch with their names, in the order of the plans."""
    touched = {
        entry.area for change in changes for entry in (*change.old, *change.new) if entry.area
    }
    named = {area: name for area, name in areas.items() if area in touched}
    return named | {area: area for area in sorted(touched - named.keys())}

"""A plan as a list of parts in printed order: what a comparison pairs and accounts for."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from planforge.changes import Entry, Kind
from planforge.findings import Path
from planforge.model.numbering import UNNUMBERED, Number
from planforge.model.text import Text, parse_spans, plain_text

Family = Literal[
    "frame", "basis", "article", "name", "heading", "prose", "appendix", "group", "row", "recipient"
]
"""Parts that can become one another: a task a line, a paragraph a numbered item."""


class Part(Struct, frozen=True, kw_only=True):
    """A part of a plan.

    ``parent`` is the index of the part it stands in, -1 at the top; ``key`` what names it over
    the years, "" where nothing does; ``shared`` the cells a line takes from its task.
    """

    entry: Entry
    family: Family
    parent: int = -1
    key: str = ""
    shared: frozenset[str] = frozenset()


class Setting(Struct, frozen=True):
    """Where a part stands: the part around it, its area, its headings and its number's parent."""

    parent: int = -1
    area: str = ""
    titles: tuple[str, ...] = ()
    number: Number = UNNUMBERED


class Parts(list[Part]):
    """The parts listed so far; ``names`` are the titles of what texts refer to by id.

    A reference prints a number, which may change when nothing else does.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def plain(self, text: str) -> str:
        """Return a paragraph's text without marks; a reference is the title of its target."""
        if "{" not in text:
            return plain_text(text)
        return "".join(
            self._names.get(span.value, "") if span.kind == "reference" else span.value
            for span in parse_spans(text)
            if span.kind != "footnote"
        )

    def paragraphs(self, text: Text) -> tuple[str, ...]:
        """Return the paragraphs of a text without marks."""
        return tuple(self.plain(paragraph.text) for paragraph in text)

    def add(self, part: Part) -> int:
        """List a part; return its index."""
        self.append(part)
        return len(self) - 1


TOP = Setting()


def make_entry(
    kind: Kind, path: Path, texts: Mapping[str, tuple[str, ...]], setting: Setting = TOP
) -> Entry:
    """Return the entry of a part without id and number; fields without words are left out."""
    return Entry(
        kind=kind, path=path, area=setting.area, titles=setting.titles, texts=filled(texts)
    )


def filled(texts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the fields that hold words."""
    return {name: paragraphs for name, paragraphs in texts.items() if any(paragraphs)}

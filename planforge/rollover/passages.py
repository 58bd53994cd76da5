"""The texts of a plan that may name years, each with its place in the file."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from planforge.editing.written_values import WrittenFile, WrittenText
from planforge.findings import Path
from planforge.model.plan import Plan
from planforge.model.walking import walk_texts
from planforge.source import Scalar, Source


class Passage(NamedTuple):
    """A text of a plan: the path that leads to it, the value that holds it, and its letters."""

    path: Path
    scalar: Scalar
    written: WrittenText

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.written.text


def find_passages(plan: Plan, source: Source, file: WrittenFile) -> Iterator[Passage]:
    """Yield every text of ``plan`` that stands in its file, printed or defined at its top."""
    texts = (*walk_texts(plan), *_definitions(plan))
    found = ((path, text, source.descend(path)[0]) for path, text in texts)
    for _, group in groupby(found, key=lambda item: id(item[2])):
        items = list(group)
        scalar = items[0][2]
        if isinstance(scalar, Scalar):
            written = file.locate(scalar, [text for _, text, _ in items])
            for (path, _, _), place in zip(items, written, strict=True):
                yield Passage(path, scalar, place)


def _definitions(plan: Plan) -> Iterator[tuple[Path, str]]:
    for name in ("abbreviations", "areas"):
        for key, text in getattr(plan, name).items():
            yield (name, key), text

"""Years that are no text of the plan: in comments, which are the author's, and in names."""

import re
from collections.abc import Collection, Iterator

from planforge.editing.file_lines import Place
from planforge.findings import msg
from planforge.rollover.draft import Move
from planforge.rollover.ledger import Ledger
from planforge.source import Mapping, Node, Scalar, Sequence
from planforge.vietnamese.years import WRITTEN_YEAR

_IN_COMMENT = re.compile(r"(?:^|\s)#")
_COMMENT = msg("comments are the author's")
_NAME = msg("ids and names stay the same every year")
_LONGEST = 60


def decide_leftovers(ledger: Ledger, texts: Collection[int]) -> None:
    """Record, as kept, every year in a comment or a name.

    ``texts`` are the identities of the values that were decided about already.
    """
    inside: dict[int, list[Place]] = {}
    for scalar in _scalars(ledger.order.source.root):
        for place in ledger.written.lines_of(scalar):
            inside.setdefault(place.line, []).append(place)
            if id(scalar) not in texts:
                _record_years(place, "name", ledger)
    for number, line in enumerate(ledger.order.source.lines):
        for place in _gaps(line, number, inside.get(number, [])):
            if _IN_COMMENT.search(line[: place.end]):
                _record_years(place, "comment", ledger)


def _gaps(line: str, number: int, taken: list[Place]) -> Iterator[Place]:
    """Yield the pieces of a line that hold no value."""
    start = 0
    for place in sorted(taken):
        if start < place.start:
            yield Place(number, start, place.start)
        start = max(start, place.end)
    yield Place(number, start, len(line))


def _record_years(place: Place, kind: str, ledger: Ledger) -> None:
    line = ledger.order.source.lines[place.line]
    for found in WRITTEN_YEAR.finditer(line, place.start, place.end):
        ledger.moves.append(
            Move(
                path=(),
                line=place.line + 1,
                column=found.start() + 1,
                old=found[0],
                new=found[0],
                verdict="kept",
                kind=kind,
                reason=_COMMENT if kind == "comment" else _NAME,
                words=line.strip()[:_LONGEST],
            )
        )


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every key and every value of a tree."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, item in node.items.items():
            yield node.keys[key]
            yield from _scalars(item)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)

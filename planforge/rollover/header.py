"""The head of a plan file: its period moves, its number and date are taken out."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.editing.file_lines import Place
from planforge.findings import Message, Path, msg
from planforge.rollover.draft import Move, Verdict
from planforge.rollover.ledger import Ledger
from planforge.rollover.periods import move_day
from planforge.source import Mapping, Scalar, Source, child
from planforge.vietnamese.years import WRITTEN_YEAR

_NUMBER = re.compile(
    r"\s*(?P<number>[0-9][0-9.]*[a-zđ]?)\s*(?=[/-])(?:/(?P<year>(?:19|20)[0-9]{2})/)?"
)
_REASONS: dict[str, Message] = {
    "period": msg("the time the plan is for"),
    "own_number": msg("given anew at issue"),
    "own_date": msg("given anew at issue"),
}


class Change(NamedTuple):
    """A change of the head: ``old`` becomes ``new`` at ``places``."""

    path: Path
    kind: str
    old: str
    new: str
    places: tuple[Place, ...]
    verdict: Verdict = "moved"


def decide_header(ledger: Ledger) -> None:
    """Move the period, and take out the number and the date of plan and decision.

    A change whose place is not certain is flagged.
    """
    for change in _changes(ledger):
        done = ledger.replace(change.places, change.new)
        new = "" if change.verdict == "cleared" else change.new
        line, column = ledger.position(change.path, change.places)
        ledger.moves.append(
            Move(
                path=change.path,
                line=line,
                column=column,
                old=change.old,
                new=new if done else change.old,
                verdict=change.verdict if done else "flagged",
                kind=change.kind,
                reason=_REASONS[change.kind],
                words=f"{change.path[-1]}: {change.old}",
            )
        )


def _changes(ledger: Ledger) -> Iterator[Change]:
    source, period = ledger.order.source, ledger.order.plan.period
    ends = {"from": period.start, "to": period.end}
    for path in (("period",), ("period", "from"), ("period", "to")):
        node = _scalar(path, source)
        if node is not None:
            yield from _period(path, node, ends.get(str(path[-1])), ledger)
    for above in ((), ("decision",)):
        number, date = _scalar((*above, "number"), source), _scalar((*above, "date"), source)
        if number is not None:
            yield from _number((*above, "number"), number, ledger)
        if date is not None and not date.empty:
            yield _date((*above, "date"), date, ledger)


def _scalar(path: Path, source: Source) -> Scalar | None:
    node = source.root
    for step in path:
        node = child(node, step) if isinstance(node, Mapping) else None
    return node if isinstance(node, Scalar) else None


def _period(
    path: Path, node: Scalar, day: datetime.date | None, ledger: Ledger
) -> Iterator[Change]:
    """Yield the years of a period, or of one end of it, moved; 29/02 may become 28/02."""
    moved = move_day(day, ledger.order.shift) if day else None
    (written,) = ledger.written.locate(node, [node.value])
    if day and moved and moved.day != day.day:
        places = written.places(0, len(node.value))
        yield Change(path, "period", node.value, moved.isoformat(), places)
        return
    for found in WRITTEN_YEAR.finditer(node.value):
        new = str(int(found[0]) + ledger.order.shift)
        yield Change(path, "period", found[0], new, written.places(*found.span()))


def _number(path: Path, node: Scalar, ledger: Ledger) -> Iterator[Change]:
    """Yield a number taken out of its symbol; a year in the symbol moves."""
    found = _NUMBER.match(node.value)
    if found is None:
        return
    (written,) = ledger.written.locate(node, [node.value])
    places = written.places(*found.span("number"))
    yield Change(path, "own_number", found["number"], "", places, "cleared")
    if found["year"]:
        year = str(int(found["year"]) + ledger.order.shift)
        yield Change(path, "own_number", found["year"], year, written.places(*found.span("year")))


def _date(path: Path, node: Scalar, ledger: Ledger) -> Change:
    """Return a date taken out; in braces its key is followed by ``null``."""
    place = ledger.written.outside(node)
    if place is None:
        return Change(path, "own_date", node.value, "", (), "cleared")
    line = ledger.order.source.lines[place.line]
    rest = line[place.end :].strip()
    if not rest:
        place = Place(place.line, len(line[: place.start].rstrip()), place.end)
    new = "null" if rest and not rest.startswith("#") else ""
    return Change(path, "own_date", node.value, new, (place,), "cleared")

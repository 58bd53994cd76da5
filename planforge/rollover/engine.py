"""Rolls a plan over: the one function that makes a draft of the plan before it."""

from collections.abc import Iterable
from itertools import chain

from planforge.findings import Path
from planforge.rollover.concerns import ask_about_allowed, ask_about_mistakes
from planforge.rollover.draft import Ask, Draft, Order
from planforge.rollover.following import name_followed
from planforge.rollover.header import decide_header
from planforge.rollover.joining import joined
from planforge.rollover.judging import Judge
from planforge.rollover.ledger import Ledger
from planforge.rollover.leftovers import decide_leftovers
from planforge.rollover.parts import ask_about_parts, review_areas, review_tasks
from planforge.rollover.passages import find_passages
from planforge.rollover.questions import KINDS
from planforge.rollover.standing import ask_about_standing
from planforge.rollover.targets import ask_about_targets
from planforge.rollover.years import decide_short_years, decide_years

HEAD: tuple[Path, ...] = (
    ("period",),
    ("period", "from"),
    ("period", "to"),
    ("follows",),
    ("number",),
    ("date",),
    ("decision", "number"),
    ("decision", "date"),
)
"""The values that are decided about as the head of the plan."""

_SINGLE = frozenset(("lint", "one_off_deadline"))


def roll_over(order: Order) -> Draft:
    """Return the draft for ``order.target``, with every year of the old file decided about.

    Only the bytes of what moved or was taken out differ from the old file, and a line that names
    the plan it follows may be new. Years that are flagged stand as they stood.
    """
    ledger = Ledger(order)
    texts = {id(order.source.descend(path)[0]) for path in HEAD}
    judge = Judge(order)
    for passage in find_passages(order.plan, order.source, ledger.written):
        texts.add(id(passage.scalar))
        decide_years(passage, judge, ledger)
        decide_short_years(passage, ledger)
    decide_header(ledger)
    name_followed(ledger)
    decide_leftovers(ledger, texts)
    return Draft(
        data=ledger.data,
        moves=tuple(sorted(ledger.moves, key=lambda move: (move.line, move.column))),
        asks=in_order(chain(ledger.asks, other_asks(order), _asks_of_the_year(order))),
        areas=review_areas(order.plan),
        tasks=review_tasks(order.plan),
        added_line=ledger.added_line,
    )


def other_asks(order: Order) -> Iterable[Ask]:
    """Return what the linter and the parts of the old plan ask, whatever becomes of its years."""
    mistakes = tuple(ask_about_mistakes(order))
    known = frozenset(path for ask in mistakes for path in ask.paths)
    return (*mistakes, *ask_about_parts(order.plan, known), *ask_about_allowed(order.allowed))


def _asks_of_the_year(order: Order) -> Iterable[Ask]:
    """Return what belongs to the old plan's year, or has to be looked up for the new one's."""
    return (*ask_about_targets(order.plan), *ask_about_standing(order))


def in_order(asks: Iterable[Ask]) -> tuple[Ask, ...]:
    """Return questions kind by kind; those that say the same are one, with all their places.

    A mistake and a deadline keep a question of their own: each may be settled in another way.
    """
    found: dict[tuple[object, ...], Ask] = {}
    for ask in asks:
        key = (ask.kind, ask.about.text(), ask.paths if ask.kind in _SINGLE else ())
        found[key] = joined(found[key], ask) if key in found else ask
    kinds = tuple(KINDS)
    return tuple(sorted(found.values(), key=lambda ask: kinds.index(ask.kind)))

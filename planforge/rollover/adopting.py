"""Takes a plan as the model for another office: the one function that makes its draft."""

from itertools import chain

from msgspec.structs import replace

from planforge.findings import Path, msg
from planforge.rollover.borrowed import agencies_at_work
from planforge.rollover.draft import Draft, Move, Order
from planforge.rollover.engine import HEAD, in_order, other_asks
from planforge.rollover.header import decide_header
from planforge.rollover.judging import Judge, Judgement
from planforge.rollover.ledger import Ledger
from planforge.rollover.leftovers import decide_leftovers
from planforge.rollover.model_comments import ask_about_comments
from planforge.rollover.model_questions import Collected, new_recipients
from planforge.rollover.naming import Naming
from planforge.rollover.office import Adoption
from planforge.rollover.office_head import decide_office_head
from planforge.rollover.parts import review_areas, review_tasks
from planforge.rollover.passages import Passage, find_passages
from planforge.rollover.signing import decide_signature, is_signed_alike
from planforge.rollover.years import decide_years
from planforge.vietnamese.years import YearToken

_SAME_TIME = msg("the new plan is for the same time")
_REWRITTEN: tuple[Path, ...] = (
    ("issuer",),
    ("signature",),
    ("archive",),
    ("decision", "authority"),
    ("decision", "issuer"),
)
"""What is written anew as a whole."""


class _SameTime(Judge):
    """Decides about the years of a plan whose draft is for the same time: all of them stay."""

    def judge(self, passage: Passage, token: YearToken) -> Judgement:  # noqa: ARG002 - as its base
        """Return that a year stays."""
        return Judgement("kept", _SAME_TIME)


def adopt_plan(order: Order, adoption: Adoption) -> Draft:
    """Return the draft of ``order.target`` for another office, with every name and year decided.

    Only the bytes of what was decided differ from the model's file. What names the model's office
    and is not certain to be the new one's stands as it stood, and is asked about.
    """
    ledger = Ledger(order)
    texts = {id(order.source.descend(path)[0]) for path in HEAD}
    judge = Judge(order) if order.shift else _SameTime(order)
    naming = Naming(adoption, ledger)
    for passage in find_passages(order.plan, order.source, ledger.written):
        texts.add(id(passage.scalar))
        decide_years(passage, judge, ledger)
        if not _is_rewritten(passage.path, adoption):
            naming.decide(passage)
    decide_header(ledger)
    decide_office_head(adoption, ledger)
    decide_signature(adoption, ledger)
    decide_leftovers(ledger, texts)
    if not adoption.same_kind:
        ledger.ask(new_recipients(adoption.office.superior), ("recipients",))
        _collect_agencies(order, naming.collected)
    asks = chain(ledger.asks, naming.collected.asks(), other_asks(order))
    return Draft(
        data=ledger.data,
        moves=tuple(sorted(map(_as_kept, ledger.moves), key=_place)),
        asks=in_order(chain(asks, ask_about_comments(order.source, adoption.model))),
        areas=review_areas(order.plan),
        tasks=review_tasks(order.plan),
        shifts=ledger.shifts,
    )


def _is_rewritten(path: Path, adoption: Adoption) -> bool:
    if path[:2] == ("signature", "authority"):
        return not is_signed_alike(adoption)
    return any(path[: len(part)] == part for part in _REWRITTEN)


def _collect_agencies(order: Order, collected: Collected) -> None:
    """Note which agencies may not fit an office of another kind or level."""
    for path, name in agencies_at_work(order.plan):
        collected.add("agency_fit", path, name)


def _as_kept(move: Move) -> Move:
    """Return what became of a year; one that became itself was kept."""
    same = move.kind == "period" and move.old == move.new
    return replace(move, verdict="kept", reason=_SAME_TIME) if same else move


def _place(move: Move) -> tuple[int, int]:
    return move.line, move.column

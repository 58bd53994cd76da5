"""What every new plan has to be looked through for, whatever its years say."""

import datetime
import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.model.plan import Plan
from planforge.model.walking import walk_texts
from planforge.rollover.draft import Ask, Order

_LEVELS = re.compile(r"mức (?:độ )?(?:0?[34]|ba|bốn)(?!\w)", re.IGNORECASE)
_ONLINE = re.compile("trực tuyến|dịch vụ công|DVC")
_LEVELS_END = datetime.date(2022, 8, 15)
"""From this day, by Nghị định số 42/2022/NĐ-CP, online services are of two kinds, not levels."""


def ask_about_standing(order: Order) -> Iterator[Ask]:
    """Yield what has to be confirmed every year, and terms that the new plan's time has not."""
    paths = tuple(_confirmed(order.plan))
    if paths:
        yield Ask(
            kind="yearly_entry",
            about=msg(
                "Bases and signer are those of the plan for {period}.",
                period=str(order.plan.period),
            ),
            paths=paths,
            proposal=msg("Add what has been issued since, and confirm who signs."),
        )
    if order.target.start >= _LEVELS_END:
        yield from _levels(order.plan)


def _confirmed(plan: Plan) -> Iterator[Path]:
    if plan.bases:
        yield ("bases",)
    if plan.decision and plan.decision.bases:
        yield ("decision", "bases")
    if plan.signature and plan.signature.name:
        yield ("signature", "name")


def _levels(plan: Plan) -> Iterator[Ask]:
    texts = ((path, text, _LEVELS.search(text)) for path, text in walk_texts(plan))
    found = [(path, cue[0]) for path, text, cue in texts if cue and _ONLINE.search(text)]
    if found:
        yield Ask(
            kind="old_term",
            about=msg(
                "“{words}”: online public services have no levels since {day}.",
                words=found[0][1], day="15/8/2022",
            ),
            paths=tuple(path for path, _ in found),
            proposal=msg("Write “toàn trình” or “một phần”, as the decree in force has it."),
        )  # fmt: skip

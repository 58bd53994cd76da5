"""Plans to roll over in tests, and what the command line does around the engine."""

from itertools import pairwise

from planforge.findings import Finding
from planforge.linter import lint_plan
from planforge.model import Plan
from planforge.readers import ReadResult, read_plan
from planforge.rollover.draft import Ask, Draft, Move, Order
from planforge.rollover.engine import roll_over
from planforge.rollover.periods import move_period, next_period

FRAME = """\
period: 2021
issuer:
  name: Ủy ban nhân dân xã An Lạc
  place: An Lạc
number: 12/KH-UBND
date: 2020-12-24
title: Cải cách hành chính xã An Lạc năm 2021
sections:
  - title: Mục tiêu
    text: Hoàn thành nhiệm vụ.
recipients: [UBND huyện]
archive: VT
signature: {title: CHỦ TỊCH, name: Nguyễn Văn An}
"""
"""A small plan; tests lay other keys over it."""


def plan_of(**keys: str) -> str:
    """Return the small plan with the lines of some keys replaced, or added at its end."""
    lines = FRAME.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line[0] not in " \n"] + [len(lines)]
    blocks = {
        lines[start].partition(":")[0]: "".join(lines[start:end]) for start, end in pairwise(starts)
    }
    given = {
        name: f"{name}:{'' if text[:1] == chr(10) else ' '}{text}\n" for name, text in keys.items()
    }
    return "".join((blocks | given).values())


def row(task: str, deadline: str, more: str = "") -> str:
    """Return the appendix of a plan with one task."""
    return f"\n  - id: phu-luc\n    tasks:\n      - {{task: {task}, deadline: {deadline}{more}}}"


def order_of(text: str | bytes, year: int | None = None, **known: object) -> Order:
    """Return the order to roll over the plan that ``text`` spells out."""
    data = text.encode() if isinstance(text, str) else text
    result = read(data)
    plan = result.plan
    assert plan is not None
    target = move_period(plan.period, year) if year else next_period(plan.period)
    return Order(
        plan=plan, source=result.source, data=data, target=target, follows="2021.yaml", **known
    )  # type: ignore[arg-type]


def roll(text: str | bytes, year: int | None = None, **known: object) -> Draft:
    """Return the draft of the plan that ``text`` spells out."""
    return roll_over(order_of(text, year, **known))


def read(data: bytes) -> ReadResult:
    return read_plan(data, "2022.yaml")


def plan_in(data: bytes) -> Plan:
    plan = read(data).plan
    assert plan is not None
    return plan


def lint(data: bytes) -> tuple[Finding, ...]:
    return lint_plan(plan_in(data))


def errors_of(data: bytes) -> set[tuple[str, tuple[str | int, ...]]]:
    """Return the errors of a plan file, of reader and linter."""
    result = read(data)
    found = [*result.findings, *(lint_plan(result.plan) if result.plan else ())]
    return {(item.code, item.path) for item in found if item.severity == "error"}


def verdicts(draft: Draft) -> list[tuple[str, str, str]]:
    """Return verdict, old and new of everything but the plan's own period, number and date."""
    return [(move.verdict, move.old, move.new) for move in draft.moves if not _is_head(move)]


def _is_head(move: Move) -> bool:
    return move.kind in ("period", "own_number", "own_date") or move.path == ("title",)


def asked(draft: Draft) -> list[tuple[str, str]]:
    """Return kind and text of each question but the one that every draft raises."""
    return [(ask.kind, ask.about.text()) for ask in asks_of(draft)]


def asks_of(draft: Draft) -> list[Ask]:
    """Return the questions but the one about bases and signer, which every draft raises."""
    return [ask for ask in draft.asks if ask.kind != "yearly_entry"]

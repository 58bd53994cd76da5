"""A chain of plans to its history: each task, line, group and area followed through the years.

Every part is one thread with a state for each plan of the chain. Where parts were merged or split
the threads are linked; what was dropped and comes back under its id goes on in its old thread.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from planforge.changes import Change, Changes, Entry, Kind, Relation, Side
from planforge.findings import Path
from planforge.vietnamese.normalization import fold

FOLLOWED: frozenset[Kind] = frozenset(("area", "group", "task", "line"))
"""The kinds of parts that are followed."""


class State(Struct, frozen=True, kw_only=True):
    """A part in one plan of the chain.

    ``entry`` is None where that plan does not have it. ``change`` is what became of it since the
    plan before: None in the first plan, and where there was nothing before either. ``links`` are
    the places in `History.threads` of the parts it was merged with or into, or split from or into.
    """

    entry: Entry | None = None
    change: Change | None = None
    links: tuple[int, ...] = ()

    @property
    def relation(self) -> Relation | None:
        """What became of the part, None where nothing is to be said."""
        return self.change.relation if self.change else None


class Thread(Struct, frozen=True, kw_only=True):
    """A part through the years: a state for each plan, as it was last called.

    ``id`` and ``area`` are "" where the part has none, ``heading`` is what it stands under.
    """

    kind: Kind
    name: str
    states: tuple[State, ...]
    id: str = ""
    area: str = ""
    heading: str = ""


class History(Struct, frozen=True, kw_only=True):
    """A chain of plans, oldest first, and its threads in the order of the newest plan.

    What is gone stands where it would be. ``areas`` names each area of reform.
    """

    plans: tuple[Side, ...]
    threads: tuple[Thread, ...]
    areas: dict[str, str] = {}

    @property
    def series(self) -> str:
        """The series of the chain, "" where its plans name none."""
        return next((side.series for side in reversed(self.plans) if side.series), "")


def trace_history(steps: Sequence[Changes]) -> History:
    """Return the history of a chain from the changes between its neighbours, oldest first.

    There is at least one step; each begins with the plan that the one before it ends with.
    """
    tracer = _Tracer(len(steps) + 1)
    orders = [tracer.follow(number, step) for number, step in enumerate(steps)]
    order: list[int] = []
    for older in reversed(orders):
        order = _joined(order, older)
    places = {number: place for place, number in enumerate(order)}
    areas: dict[str, str] = {}
    for step in steps:
        areas |= step.areas
    return History(
        plans=(steps[0].old, *(step.new for step in steps)),
        threads=tuple(_thread(tracer.threads[number], places, areas) for number in order),
        areas=areas,
    )


def find_threads(history: History, wanted: str) -> tuple[Thread, ...]:
    """Return the threads a user may mean: by their id or area, else by words of a name."""
    named = tuple(thread for thread in history.threads if _is_called(thread, wanted))
    sought = fold(wanted)
    return named or tuple(
        thread
        for thread in history.threads
        if any(state.entry and sought in fold(state.entry.name) for state in thread.states)
    )


def _is_called(thread: Thread, name: str) -> bool:
    if thread.kind in {"area", "group"} and thread.area == name:
        return True
    return any(state.entry and state.entry.id == name for state in thread.states)


class _Tracer:
    """Collects threads plan by plan; a thread is a list of states, known by its number."""

    def __init__(self, plans: int) -> None:
        self.plans = plans
        self.threads: list[list[State]] = []
        self.here: dict[Path, int] = {}
        self.named: dict[tuple[Kind, str], int] = {}

    def follow(self, before: int, step: Changes) -> list[int]:
        """Take in what changed after the plan ``before``; return its threads in printed order."""
        there: dict[Path, int] = {}
        order: list[int] = []
        for change in step.changes:
            if any(entry.kind in FOLLOWED for entry in (*change.old, *change.new)):
                olds = [self.known(before, entry) for entry in change.old]
                order += self.take(before + 1, change, olds, there)
        self.here = there
        return list(dict.fromkeys(order))

    def known(self, plan: int, entry: Entry) -> int:
        """Return the thread of a part of ``plan``, which begins there if there is none yet."""
        number = self.here.get(entry.path)
        if number is None:
            number = self.begin(entry)
            self.threads[number][plan] = State(entry=entry)
        return number

    def begin(self, entry: Entry) -> int:
        self.threads.append([State()] * self.plans)
        number = len(self.threads) - 1
        if entry.id:
            self.named[entry.kind, entry.id] = number
        return number

    def take(
        self, plan: int, change: Change, olds: list[int], there: dict[Path, int]
    ) -> Iterator[int]:
        """Set the states that a change leads to in ``plan``; yield the threads concerned."""
        main = olds[0] if olds else self.resumed(plan, change.entry)
        born = [self.resumed(plan, entry) for entry in change.new[1:]]
        others = (*olds[1:], *born)
        entry = change.new[0] if change.new else None
        self.threads[main][plan] = State(entry=entry, change=change, links=others)
        for number in olds[1:]:
            self.threads[number][plan] = State(change=change, links=(main,))
        for number, part in zip(born, change.new[1:], strict=True):
            self.threads[number][plan] = State(entry=part, change=change, links=(main,))
        there.update(zip((part.path for part in change.new), (main, *born), strict=False))
        yield main
        yield from others

    def resumed(self, plan: int, entry: Entry) -> int:
        """Return the thread of a part that is new in ``plan``: its own of old if it was dropped."""
        number = self.named.get((entry.kind, entry.id)) if entry.id else None
        if number is None:
            return self.begin(entry)
        before, now = self.threads[number][plan - 1 : plan + 1]
        is_free = before.entry is None and now.change is None
        return number if is_free else self.begin(entry)


def _joined(newer: list[int], older: list[int]) -> list[int]:
    """Return ``newer`` with the threads that only ``older`` has, behind their neighbours there."""
    known = set(newer)
    behind: dict[int, list[int]] = {}
    last = -1
    for number in older:
        if number in known:
            last = number
        else:
            behind.setdefault(last, []).append(number)
    joined = behind.get(-1, []).copy()
    for number in newer:
        joined += [number, *behind.get(number, ())]
    return joined


def _thread(states: list[State], places: dict[int, int], areas: dict[str, str]) -> Thread:
    entries = [state.entry for state in states if state.entry is not None]
    last = entries[-1]
    return Thread(
        kind=last.kind,
        name=last.name,
        id=next((entry.id for entry in reversed(entries) if entry.id), ""),
        area=last.area,
        heading=areas.get(last.area) or (last.titles[-1] if last.titles else ""),
        states=tuple(
            State(
                entry=state.entry,
                change=state.change,
                links=tuple(sorted(places[number] for number in state.links)),
            )
            for state in states
        ),
    )

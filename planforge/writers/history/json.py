"""The history of chains as JSON, for other programs.

``{"version": 1, "chains": [chain, …]}``; a chain has ``series``, ``plans`` (file, period and
number, oldest first), ``areas`` (id and name) and ``threads`` in printed order. A thread has
``kind``, ``id``, ``area``, ``heading``, ``name`` (as last called) and ``states``, one for each
plan: ``present``; ``relation`` and ``also``, what became of it since the plan before (null and []
where there is nothing to be said); ``number`` and ``texts`` by field where it is present;
``links``, the places in ``threads`` of the parts it was merged or split with. A key may be added;
one that changes or goes makes another version.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from planforge.changes import Side
from planforge.history import History, State, Thread

VERSION = 1


def write_json(histories: Sequence[History]) -> str:
    """Return all chains as one object."""
    whole = {"version": VERSION, "chains": [_chain(history) for history in histories]}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _chain(history: History) -> dict[str, Any]:
    return {
        "series": history.series,
        "plans": [_plan(side) for side in history.plans],
        "areas": history.areas,
        "threads": [_thread(thread) for thread in history.threads],
    }


def _plan(side: Side) -> dict[str, str]:
    return {
        "name": side.name,
        "period": side.period,
        "number": side.number,
        "issuer": side.issuer,
        "title": side.title,
    }


def _thread(thread: Thread) -> dict[str, Any]:
    return {
        "kind": thread.kind,
        "id": thread.id,
        "area": thread.area,
        "heading": thread.heading,
        "name": thread.name,
        "states": [_state(state) for state in thread.states],
    }


def _state(state: State) -> dict[str, Any]:
    entry, change = state.entry, state.change
    return {
        "present": entry is not None,
        "relation": state.relation,
        "also": change.also if change else (),
        "number": entry.number if entry else "",
        "texts": entry.texts if entry else {},
        "links": state.links,
    }

"""Comparisons for the tests of their writers, and a catalogue that is not the program's."""

from functools import cache

import msgspec
from example_plans import ROOT
from sample_changes import SAMPLE

from planforge.changes import Change, Changes, Entry, FieldChange, Piece
from planforge.differ import compare_plans
from planforge.model import Plan
from planforge.readers import read_plan

VIETNAMESE = {
    "Old plan": "Kế hoạch cũ",
    "Task": "Nhiệm vụ",
    "dropped": "bỏ",
    "lead agency changed": "đổi cơ quan chủ trì",
    "later: from {old} to {new}": "hạn lùi từ {old} sang {new}",
    "{count} go on": "{count} tiếp tục",
}


def in_vietnamese(text: str) -> str:
    """Translate the few messages the tests look at."""
    return VIETNAMESE.get(text, text)


def changes_of(*changes: Change) -> Changes:
    """Return a comparison that holds these changes."""
    return msgspec.structs.replace(SAMPLE, changes=changes)


def reworded(*pieces: Piece) -> Change:
    """Return a change of one paragraph."""
    old = "".join(piece.text for piece in pieces if piece.kind != "added")
    new = "".join(piece.text for piece in pieces if piece.kind != "removed")
    field = FieldChange(field="text", relation="reworded", old=(old,), new=(new,), pieces=pieces)
    return Change(
        relation="reworded", old=(_paragraph(old),), new=(_paragraph(new),), fields=(field,)
    )


def added(text: str, **fields: str) -> Change:
    """Return a new task of these words."""
    texts = {name: (value,) for name, value in {"task": text, **fields}.items()}
    path = ("appendices", 0, "tasks", 0)
    return Change(relation="added", new=(Entry(kind="task", path=path, texts=texts),))


def _paragraph(text: str) -> Entry:
    path = ("sections", 0, "text", 0)
    return Entry(kind="paragraph", path=path, texts={"text": (text,)})


@cache
def soc_trang() -> Changes:
    """Return what changed between the two example plans of Sóc Trăng."""
    names = "plans/soc-trang/2021.yaml", "plans/soc-trang/2022.yaml"
    old, new = map(_plan, names)
    return compare_plans(old, new, *names)


def _plan(name: str) -> Plan:
    plan = read_plan((ROOT / name).read_bytes()).plan
    assert plan is not None
    return plan

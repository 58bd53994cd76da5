"""How much of a known truth a comparison finds."""

from plan_edits import Truth

from planforge.differ import compare_plans
from planforge.differ.listing import list_parts
from planforge.findings import Path
from planforge.model import Plan

Link = tuple[int, int]
"""An old row and a new one that it lives on in, by their order in the plans."""


def known_rows(truth: Truth) -> frozenset[Link]:
    """Return where each old row lives on: alone, merged into another or as one half."""
    return truth.pairs | truth.merged | {(old, new) for new, old in truth.split}


def found_rows(truth: Truth) -> frozenset[Link]:
    """Return where the comparison says that each old row lives on."""
    old_places, new_places = _places(truth.old), _places(truth.new)
    return frozenset(
        (old_places[old.path], new_places[new.path])
        for change in compare_plans(truth.old, truth.new).changes
        for old in change.old
        for new in change.new
        if old.kind == "task"
    )


def _places(plan: Plan) -> dict[Path, int]:
    rows = (part.entry.path for part in list_parts(plan) if part.family == "row")
    return {path: place for place, path in enumerate(rows)}

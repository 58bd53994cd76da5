"""Years that already stood still when the plan was made from the one before it.

A year that moved once moves again; one that was left as it was, for whatever reason, did not
become the plan's own because the plan has caught up with it.
"""

from collections.abc import Iterable, Mapping

from planforge.findings import Path
from planforge.model.plan import Plan
from planforge.model.walking import walk_records, walk_texts
from planforge.vietnamese.years import WRITTEN_YEAR

_Texts = Mapping[Path, Mapping[str, tuple[str, ...]]]


class Standstill:
    """Knows which years of a plan stand at the same place of the plan before it."""

    def __init__(self, plan: Plan, before: Plan | None) -> None:
        self._ids = _ids(plan)
        self._before = _years_by_place(before) if before else {}

    def has_stood(self, path: Path, text: str, offset: int) -> bool:
        """Whether the year at ``offset`` stood there before, in a text that is else the same."""
        years = self._before.get(_place(path, self._ids), {}).get(WRITTEN_YEAR.sub("", text), ())
        index = len(WRITTEN_YEAR.findall(text[:offset]))
        return index < len(years) and years[index] == text[offset : offset + 4]


def _years_by_place(plan: Plan) -> _Texts:
    ids = _ids(plan)
    found: dict[Path, dict[str, tuple[str, ...]]] = {}
    for path, text in walk_texts(plan):
        years = tuple(WRITTEN_YEAR.findall(text))
        if years:
            found.setdefault(_place(path, ids), {})[WRITTEN_YEAR.sub("", text)] = years
    return found


def _ids(plan: Plan) -> Mapping[Path, str]:
    records = ((path, getattr(record, "id", "")) for path, record in walk_records(plan))
    return {path: name for path, name in records if name}


def _place(path: Path, ids: Mapping[Path, str]) -> Path:
    """Return ``path`` from the innermost part with an id on: rows may have changed their order."""
    for length in _lengths(path):
        if path[:length] in ids:
            return (ids[path[:length]], *path[length:])
    return path


def _lengths(path: Path) -> Iterable[int]:
    return range(len(path), 0, -1)

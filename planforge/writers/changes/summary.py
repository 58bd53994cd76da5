"""How many parts changed in which way, and what became of the tasks."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from planforge.changes import RELATIONS, Change, Changes, Kind, Relation
from planforge.changes.labels import PART_LABELS, RELATION_LABELS, part_of
from planforge.findings import Message, Translate, msg


class Row(NamedTuple):
    """A line of the summary: what is counted, and how often in each column."""

    label: str
    counts: tuple[int, ...]


class Summary(NamedTuple):
    """How many changes there are: a column a part of the document, a row a relation.

    Columns and rows without a change are left out; the last row is the total.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class TaskCounts(NamedTuple):
    """How the tasks of both plans are accounted for; every task is counted once.

    A line with a name of its own counts as a task. ``merged`` old tasks became ``merged_into``
    new ones, ``split`` old ones ``split_into``.
    """

    old: int
    new: int
    continuing: int
    merged: int
    merged_into: int
    split: int
    split_into: int
    removed: int
    added: int


_TASKS: frozenset[Kind] = frozenset(("task", "line"))
_ENDS: frozenset[Relation] = frozenset(("added", "removed", "merged", "split"))
"""Relations of tasks that do not simply go on."""

_COLUMNS: dict[str, Message] = {
    **PART_LABELS,
    "tasks": msg("of which tasks"),
    "all": msg("All parts"),
}


def summarize(changes: Changes, translate: Translate) -> Summary:
    """Return the summary table in the language of ``translate``."""
    counts = Counter(
        (column, change.relation) for change in changes.changes for column in _columns_of(change)
    )
    found = {column for column, _ in counts}
    columns = [name for name in _COLUMNS if name in found]
    rows = [
        Row(RELATION_LABELS[relation].text(translate), numbers)
        for relation in RELATIONS
        if any(numbers := tuple(counts[name, relation] for name in columns))
    ]
    totals = tuple(sum(column) for column in zip(*(row.counts for row in rows), strict=True))
    return Summary(
        tuple(_COLUMNS[name].text(translate) for name in columns),
        (*rows, Row(msg("Total").text(translate), totals)),
    )


def _columns_of(change: Change) -> Iterator[str]:
    yield part_of(change.entry)
    if change.entry.kind in _TASKS:
        yield "tasks"
    yield "all"


def count_tasks(changes: Changes) -> TaskCounts:
    """Return how many tasks go on, were merged, split, removed or added."""
    old: Counter[Relation] = Counter()
    new: Counter[Relation] = Counter()
    for change in changes.changes:
        if change.entry.kind in _TASKS:
            old[change.relation] += len(change.old)
            new[change.relation] += len(change.new)
    return TaskCounts(
        old=old.total(),
        new=new.total(),
        continuing=sum(new[relation] for relation in RELATIONS if relation not in _ENDS),
        merged=old["merged"],
        merged_into=new["merged"],
        split=old["split"],
        split_into=new["split"],
        removed=old["removed"],
        added=new["added"],
    )


def describe_tasks(changes: Changes, translate: Translate) -> str:
    """Return what became of the tasks in one sentence, "" where neither plan has any."""
    counts = count_tasks(changes)
    if not counts.old + counts.new:
        return ""
    parts = ", ".join(part.text(translate) for count, part in _parts(counts) if count)
    sentence = msg("Tasks: {old} → {new} ({parts}).", old=counts.old, new=counts.new, parts=parts)
    return sentence.text(translate)


def _parts(counts: TaskCounts) -> tuple[tuple[int, Message], ...]:
    merged = msg("{count} merged into {into}", count=counts.merged, into=counts.merged_into)
    if counts.merged == counts.merged_into:
        merged = msg("{count} became part of another", count=counts.merged)
    split = msg("{count} split into {into}", count=counts.split, into=counts.split_into)
    if counts.split == counts.split_into:
        split = msg("{count} taken out of another", count=counts.split)
    return (
        (counts.continuing, msg("{count} go on", count=counts.continuing)),
        (counts.merged, merged),
        (counts.split, split),
        (counts.removed, msg("{count} dropped", count=counts.removed)),
        (counts.added, msg("{count} new", count=counts.added)),
    )

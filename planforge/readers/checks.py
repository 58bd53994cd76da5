"""What must hold between the parts of a plan before it can be composed."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from planforge.findings import Finding, Path, msg
from planforge.model.appendix import TASK_FIELDS, Appendix, Column, Group, Line, Task
from planforge.model.body import AREAS, Section
from planforge.model.fields import Record
from planforge.model.plan import Plan
from planforge.model.text import parse_spans
from planforge.model.walking import texts_of, walk_records
from planforge.readers import codes
from planforge.readers.codes import FILE
from planforge.readers.suggestions import closest

COLUMNS = frozenset(("no", "group", *TASK_FIELDS))
_TARGET = Section | Appendix
_OF_AN_AREA = Section | Group
_ROW = Task | Line
_Rows = list[tuple[Path, Task | Line]]
_NUMBER = re.compile(r"(\d[\d.]*[a-zđ]?)?\s*/\S+")


def check_plan(plan: Plan, lost: AbstractSet[str] = frozenset()) -> Iterator[Finding]:
    """Yield the findings about ids, references, footnotes, areas, columns and numbers.

    ``lost`` are top-level keys that could not be read; what they may hold is not missed.
    """
    records = list(walk_records(plan))
    yield from _duplicate_ids(records)
    yield from _marks(plan, records, lost)
    if "footnotes" not in lost:
        yield from _unused_footnotes(plan, records, lost)
    if "areas" not in lost:
        yield from _areas(plan, records)
    yield from _columns(records)
    yield from _numbers(plan, lost)


def _duplicate_ids(records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, record in records:
        name = getattr(record, "id", "")
        if not name or isinstance(record, Column):
            continue
        if name in seen:
            yield codes.DUPLICATE_ID.finding(
                msg("The id `{id}` is used twice.", id=name),
                msg("Give this one a name of its own; ids tell things apart over the years."),
                FILE,
                (*path, "id"),
            )
        seen.add(name)


def _marks(
    plan: Plan, records: list[tuple[Path, Record]], lost: AbstractSet[str]
) -> Iterator[Finding]:
    """Check every ``{reference}`` and ``[^footnote]``."""
    targets = {record.id for _, record in records if isinstance(record, _TARGET) and record.id}
    footnotes_known = "footnotes" not in lost
    targets_known = "sections" not in lost and "appendices" not in lost
    for path, kind, name in _calls(records):
        if kind == "footnote" and footnotes_known and name not in plan.footnotes:
            yield _unknown_footnote(path, name)
        elif kind == "reference" and targets_known and name not in targets:
            yield _unknown_reference(path, name, targets)


def _calls(records: list[tuple[Path, Record]]) -> Iterator[tuple[Path, str, str]]:
    """Yield path, kind and name of every call of a footnote and every reference."""
    for path, text in texts_of(records):
        if "{" in text or "[^" in text:
            for span in parse_spans(text):
                if span.kind != "text":
                    yield path, span.kind, span.value


def _unused_footnotes(
    plan: Plan, records: list[tuple[Path, Record]], lost: AbstractSet[str]
) -> Iterator[Finding]:
    if not plan.footnotes:
        return
    called = {name for _, kind, name in _calls(records) if kind == "footnote"}
    for name in plan.footnotes:
        if name not in called and not lost:
            yield codes.UNUSED_FOOTNOTE.finding(
                msg("The footnote `{name}` is never called, so it is not printed.", name=name),
                msg("Write `[^{name}]` where it belongs, or delete it.", name=name),
                FILE,
                ("footnotes", name),
            )


def _unknown_footnote(path: Path, name: str) -> Finding:
    return codes.UNKNOWN_FOOTNOTE.finding(
        msg("The footnote `[^{name}]` has no text.", name=name),
        msg("Add `{name}:` under `footnotes:`.", name=name),
        FILE,
        path,
        f"[^{name}]",
    )


def _unknown_reference(path: Path, name: str, targets: set[str]) -> Finding:
    best = closest(name, targets)
    return codes.UNKNOWN_REFERENCE.finding(
        msg("`{{{name}}}` refers to nothing in this plan.", name=name),
        msg("Did you mean `{{{best}}}`?", best=best)
        if best
        else msg("Give the section or appendix that is meant `id: {name}`.", name=name),
        FILE,
        path,
        f"{{{name}}}",
    )


def _areas(plan: Plan, records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    known = {*AREAS, *plan.areas}
    for path, record in records:
        area = record.area if isinstance(record, _OF_AN_AREA) else ""
        if area and area not in known:
            best = closest(area, known)
            yield codes.UNKNOWN_AREA.finding(
                msg("The area `{area}` is not known.", area=area),
                msg("Did you mean `{best}`?", best=best)
                if best
                else msg("Declare it under `areas:` at the top of the plan."),
                FILE,
                (*path, "area"),
            )


def _columns(records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    """Report the first cell of each column that the table does not have."""
    for appendix, rows in _tables(records):
        met = {"task", *({column.id for column in appendix.columns} or COLUMNS)}
        fields = tuple(name for name in TASK_FIELDS if name not in met)
        for path, name in _cells(rows, fields):
            if name not in met:
                met.add(name)
                yield _unknown_column(appendix, path, name)


def _tables(records: list[tuple[Path, Record]]) -> list[tuple[Appendix, _Rows]]:
    """Return each appendix with the tasks and lines that stand in it."""
    tables: list[tuple[Appendix, _Rows]] = []
    for path, record in records:
        if isinstance(record, _ROW):
            tables[-1][1].append((path, record))
        elif isinstance(record, Appendix):
            tables.append((record, []))
    return tables


def _cells(rows: _Rows, fields: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the cells of ``rows`` that are given for ``fields`` or columns of other names."""
    for path, row in rows:
        for name in fields:
            if getattr(row, name):
                yield (*path, name), name
        for name in row.cells:
            yield (*path, "cells", name), name


def _unknown_column(appendix: Appendix, path: Path, name: str) -> Finding:
    best = closest(name, [column.id for column in appendix.columns])
    return codes.UNKNOWN_COLUMN.finding(
        msg("The table has no column `{name}`, so this cell would be lost.", name=name),
        msg("Did you mean `{best}`?", best=best)
        if best
        else msg("Add `{name}` to the appendix's `columns:`.", name=name),
        FILE,
        path,
    )


def _numbers(plan: Plan, lost: AbstractSet[str]) -> Iterator[Finding]:
    if not plan.number and plan.decision is None and lost.isdisjoint(("number", "decision")):
        yield codes.WRONG_NUMBER.finding(
            msg("The plan has no number and symbol."),
            msg("Write `number: /KH-UBND`; the number is put before it once it is given."),
            FILE,
            ("number",),
        )
    numbers: list[tuple[Path, str]] = [(("number",), plan.number)]
    if plan.decision is not None:
        numbers.append((("decision", "number"), plan.decision.number))
    for path, number in numbers:
        if number and not _NUMBER.fullmatch(number):
            yield codes.WRONG_NUMBER.finding(
                msg("`{number}` is not a document number with its symbol.", number=number),
                msg("Write 182/KH-UBND, or /KH-UBND while the number is not given yet."),
                FILE,
                path,
            )

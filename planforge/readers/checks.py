"""What must hold between the parts of a plan before it can be composed."""

import re
from collections.abc import Iterator

from planforge.findings import Finding, Message, Path, Severity, msg
from planforge.model.appendix import TASK_FIELDS, Appendix, Column, Line, Task
from planforge.model.body import AREAS, Section
from planforge.model.fields import Record
from planforge.model.plan import Plan
from planforge.model.text import parse_spans
from planforge.model.walking import walk_records, walk_texts
from planforge.readers import codes
from planforge.readers.suggestions import closest

COLUMNS = frozenset(("no", "group", *TASK_FIELDS))
_NUMBER = re.compile(r"(\d[\d.]*[a-zđ]?)?\s*/\S+")


def check_plan(plan: Plan) -> list[Finding]:
    """Return the findings about ids, references, footnotes, areas, columns and numbers."""
    records = list(walk_records(plan))
    return [
        *_duplicate_ids(records),
        *_marks(plan, records),
        *_areas(plan, records),
        *_columns(plan),
        *_numbers(plan),
    ]


def _finding(
    code: codes.Code, path: Path, message: Message, hint: Message, severity: Severity = "error"
) -> Finding:
    return Finding(
        code=code.code, rule=code.rule, severity=severity, path=path, message=message, hint=hint
    )


def _duplicate_ids(records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, record in records:
        name = getattr(record, "id", "")
        if not name or isinstance(record, Column):
            continue
        if name in seen:
            yield _finding(
                codes.DUPLICATE_ID,
                (*path, "id"),
                msg("The id `{id}` is used twice.", id=name),
                msg("Give this one a name of its own; ids tell things apart over the years."),
            )
        seen.add(name)


def _marks(plan: Plan, records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    """Check every ``{reference}`` and ``[^footnote]``."""
    targets = {
        record.id for _, record in records if isinstance(record, Section | Appendix) and record.id
    }
    called: set[str] = set()
    for path, text in walk_texts(plan):
        if "{" not in text and "[^" not in text:
            continue
        for span in parse_spans(text):
            if span.kind == "footnote":
                called.add(span.value)
                if span.value not in plan.footnotes:
                    yield _unknown_footnote(path, span.value)
            elif span.kind == "reference" and span.value not in targets:
                yield _unknown_reference(path, span.value, targets)
    for name in plan.footnotes:
        if name not in called:
            yield _finding(
                codes.UNUSED_FOOTNOTE,
                ("footnotes", name),
                msg("The footnote `{name}` is never called, so it is not printed.", name=name),
                msg("Write `[^{name}]` where it belongs, or delete it.", name=name),
                "warning",
            )


def _unknown_footnote(path: Path, name: str) -> Finding:
    return _finding(
        codes.UNKNOWN_FOOTNOTE,
        path,
        msg("The footnote `[^{name}]` has no text.", name=name),
        msg("Add `{name}:` under `footnotes:`.", name=name),
    )


def _unknown_reference(path: Path, name: str, targets: set[str]) -> Finding:
    best = closest(name, targets)
    return _finding(
        codes.UNKNOWN_REFERENCE,
        path,
        msg("`{{{name}}}` refers to nothing in this plan.", name=name),
        msg("Did you mean `{{{best}}}`?", best=best)
        if best
        else msg("Give the section or appendix that is meant `id: {name}`.", name=name),
    )


def _areas(plan: Plan, records: list[tuple[Path, Record]]) -> Iterator[Finding]:
    known = {*AREAS, *plan.areas}
    for path, record in records:
        area = getattr(record, "area", "")
        if area and area not in known:
            best = closest(area, known)
            yield _finding(
                codes.UNKNOWN_AREA,
                (*path, "area"),
                msg("The area `{area}` is not known.", area=area),
                msg("Did you mean `{best}`?", best=best)
                if best
                else msg("Declare it under `areas:` at the top of the plan."),
            )


def _columns(plan: Plan) -> Iterator[Finding]:
    for number, appendix in enumerate(plan.appendices):
        path: Path = ("appendices", number)
        own = {column.id for column in appendix.columns} - COLUMNS
        for inner, record in walk_records(appendix, path):
            if not isinstance(record, Task | Line):
                continue
            for name in record.cells:
                if name not in own:
                    yield _unknown_column(appendix, (*inner, "cells", name), name)


def _unknown_column(appendix: Appendix, path: Path, name: str) -> Finding:
    best = closest(name, {column.id for column in appendix.columns})
    return _finding(
        codes.UNKNOWN_COLUMN,
        path,
        msg("The table has no column `{name}`, so this cell would be lost.", name=name),
        msg("Did you mean `{best}`?", best=best)
        if best
        else msg("Add `{name}` to the appendix's `columns:`.", name=name),
    )


def _numbers(plan: Plan) -> Iterator[Finding]:
    numbers: list[tuple[Path, str, bool]] = [(("number",), plan.number, plan.decision is None)]
    if plan.decision is not None:
        numbers.append((("decision", "number"), plan.decision.number, True))
    for path, number, needed in numbers:
        if _NUMBER.fullmatch(number) or not (number or needed):
            continue
        yield _finding(
            codes.WRONG_NUMBER,
            path,
            msg("`{number}` is not a document number with its symbol.", number=number),
            msg("Write 182/KH-UBND, or /KH-UBND while the number is not given yet."),
        )

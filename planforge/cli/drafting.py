"""Making the draft of a next plan: read, lint, roll over, hold the result against the old plan."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from planforge.cli.files import read_file
from planforge.cli.language import _
from planforge.cli.linting import configured_levels
from planforge.cli.terminal import show_findings
from planforge.cli.workspace import followed_file, is_review
from planforge.cli.years import period_words
from planforge.errors import InputError, OutputError
from planforge.findings import Finding, Message, msg
from planforge.linter.engine import lint_plan
from planforge.linter.levels import Levels
from planforge.linter.suppressions import apply_suppressions
from planforge.model.period import Period
from planforge.model.plan import Plan
from planforge.model.review import Question, Review
from planforge.readers import ReadResult, read_plan
from planforge.readers.places import id_on, locate
from planforge.rollover.concerns import ask_about_outdated
from planforge.rollover.draft import Ask, Draft, Order
from planforge.rollover.engine import in_order, roll_over
from planforge.rollover.periods import LAST_YEAR, move_period, next_period
from planforge.rollover.report import PlacedAsk
from planforge.source import Source
from planforge.vietnamese.years import WRITTEN_YEAR

_MOST_ATTEMPTS = 3
_ONLY_YEARS = re.compile("[0-9-]+")


class OldPlan(Struct, frozen=True):
    """A plan file that was read without errors."""

    data: bytes
    result: ReadResult
    plan: Plan


class Rolled(Struct, frozen=True, kw_only=True):
    """A draft that was made and found sound, and where it belongs."""

    old: Path
    target: Path
    order: Order
    draft: Draft
    asks: tuple[Ask, ...]
    source: Source

    def placed_asks(self, *, in_draft: bool) -> tuple[PlacedAsk, ...]:
        """Return the questions in the language in use, with lines of the draft or the old file."""
        source = self.source if in_draft else self.order.source
        return tuple(
            _placed(ask, source, self.draft.line_of if in_draft else _as_it_is) for ask in self.asks
        )

    def review(self) -> Review:
        """Return the review of the draft: everything is still to be decided."""
        questions = (
            Question(kind=ask.kind, place=ask.place, about=ask.about, proposal=ask.proposal)
            for ask in self.placed_asks(in_draft=True)
        )
        return Review(
            follows=self.order.follows,
            areas=self.draft.areas,
            tasks=self.draft.tasks,
            questions=tuple(questions),
        )


def _as_it_is(line: int) -> int:
    return line


def _placed(ask: Ask, source: Source, line_of: Callable[[int], int]) -> PlacedAsk:
    lines = tuple(map(line_of, ask.lines))
    if not ask.paths:
        return _placed_lines(ask, lines)
    found = [
        locate(Finding(code="", rule="", message=ask.about, path=path), source)
        for path in ask.paths
    ]
    where = found[0].where
    place = where.text(_) if where else ""
    name = id_on(ask.paths[0], source.root)
    if name:
        place = msg("{place} (id: {name})", place=place, name=name).text(_)
    others = len(found) - 1
    if others:
        place = msg("{place}, and {count} more", place=place, count=others).text(_)
    return PlacedAsk(
        kind=ask.kind,
        place=place,
        about=ask.about.text(_),
        proposal=ask.proposal.text(_) if ask.proposal else "",
        lines=lines or tuple(sorted({finding.line for finding in found})),
    )


def _placed_lines(ask: Ask, lines: tuple[int, ...]) -> PlacedAsk:
    shown = ", ".join(map(str, lines))
    return PlacedAsk(
        kind=ask.kind,
        place=msg("lines {lines}", lines=shown).text(_),
        about=ask.about.text(_),
        proposal=ask.proposal.text(_) if ask.proposal else "",
        lines=lines,
    )


def make_draft(old: Path, year: int | None, target: Path | None) -> Rolled:
    """Return the draft that follows the plan in ``old``; nothing is written.

    Raises InputError where there is no sound plan to roll over, or no such time, and
    OutputError where the draft would be worse than the old plan.
    """
    read = read_old_plan(
        old,
        msg("{path} has errors; nothing was rolled over.", path=str(old)),
        msg("Name the plan that is to be rolled over."),
    )
    period = _period(read.plan, year)
    target = target or default_target(old, read.plan.period, period)
    levels = Levels(levels=configured_levels())
    order = make_order(read, (old, target), period, levels)
    return sound_draft((old, target), levels, Making(order))


def make_order(read: OldPlan, files: tuple[Path, Path], period: Period, levels: Levels) -> Order:
    """Return what a draft is made from: the old plan, linted, and the way to it."""
    old, target = files
    found = _lint(read.result, levels)
    return Order(
        plan=read.plan,
        source=read.result.source,
        data=read.data,
        target=period,
        follows=_way(old, target),
        findings=found,
        allowed=_allowed(found, read.result.source),
        before=_plan_before(old, read.plan),
    )


def read_old_plan(path: Path, faulty: Message, wanted: Message) -> OldPlan:
    """Return the plan in ``path``.

    Raises InputError where there is none: ``faulty`` says that it has errors, ``wanted`` which
    file to name instead of a review.
    """
    if is_review(path):
        raise InputError(
            msg("{path} is the review of a draft, not a plan.", path=str(path)), wanted
        )
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        raise InputError(
            msg("{path} is a folder.", path=str(path)), msg("Name the plan file in it.")
        )
    data = read_file(path)
    result = read_plan(data, str(path))
    if result.plan is None or result.has_errors:
        show_findings(result.findings, result.source)
        raise InputError(faulty, msg("Mend what is shown above, then run again."))
    return OldPlan(data, result, result.plan)


def _period(plan: Plan, year: int | None) -> Period:
    period = move_period(plan.period, year) if year else next_period(plan.period)
    if period.start <= plan.period.end:
        raise InputError(
            msg("{year} is not after the plan's time ({period}).", year=year or 0,
                period=period_words(plan.period)),
            msg("Give a later year with `--year`, or leave it out for the next one."),
        )  # fmt: skip
    refuse_far_period(period)
    return period


def refuse_far_period(period: Period) -> None:
    """Raise InputError for a time so far away that its years are not known for years."""
    if period.end.year > LAST_YEAR:
        raise InputError(
            msg("Plans are made for years up to {year}.", year=LAST_YEAR),
            msg("Give an earlier year with `--year`."),
        )


def default_target(old: Path, before: Period, after: Period) -> Path:
    """Return where the draft is written: beside the old plan, named by its time.

    A year of the old plan moves in the name; a name without one is followed by the time.
    """
    shift = after.start.year - before.start.year
    stem = WRITTEN_YEAR.sub(lambda found: _moved(int(found[0]), before, shift), old.stem)
    if stem == old.stem:
        time = time_in_name(after)
        stem = time if _ONLY_YEARS.fullmatch(stem) else f"{stem}-{time}"
    return old.with_name(f"{stem}{old.suffix}")


def time_in_name(period: Period) -> str:
    """Return a time as a file is named by it: its years, or the first where they are not whole."""
    return str(period) if "/" not in str(period) else str(period.start.year)


def _moved(year: int, period: Period, shift: int) -> str:
    return str(year + shift if year in period.years else year)


def _way(old: Path, target: Path) -> str:
    """Return the way from the folder of ``target`` to ``old``."""
    folder = os.path.abspath(target.parent)  # noqa: PTH100 - resolve fails on bad links
    try:
        way = os.path.relpath(old, folder)
    except ValueError:  # another drive of Windows
        way = os.path.abspath(old)  # noqa: PTH100
    return Path(way).as_posix()


def _lint(result: ReadResult, levels: Levels) -> tuple[Finding, ...]:
    """Return all that the linter says of a plan, also what comments allow."""
    findings = lint_plan(result.plan, levels) if result.plan else ()
    return tuple(locate(finding, result.source) for finding in findings)


def _allowed(found: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Return what of ``found`` comments allow."""
    kept = {id(finding) for finding in apply_suppressions(found, source, frozenset())}
    return tuple(finding for finding in found if id(finding) not in kept)


def _plan_before(path: Path, plan: Plan) -> Plan | None:
    """Return the plan that this one was made from, None where it cannot be read."""
    if not plan.follows:
        return None
    try:
        return read_plan(read_file(followed_file(path, plan.follows))).plan
    except InputError:
        return None


def _is_meant(plan: Plan, order: Order) -> bool:
    return plan.period == order.target and plan.follows == order.follows


class Making(Struct, frozen=True):
    """An order, what carries it out, and what tells that a draft is what was ordered."""

    order: Order
    make: Callable[[Order], Draft] = roll_over
    is_meant: Callable[[Plan, Order], bool] = _is_meant


def sound_draft(files: tuple[Path, Path], levels: Levels, making: Making) -> Rolled:
    """Return a draft without errors that the old plan has not: years that make one stay.

    ``files`` are the old plan's and the draft's. Raises OutputError where errors remain.
    """
    old, target = files
    order = making.order
    known = {(finding.code, finding.path) for finding in order.findings}
    for attempt in range(_MOST_ATTEMPTS):
        draft = making.make(order)
        result = read_plan(draft.data, str(target))
        if result.plan is None or result.has_errors or not making.is_meant(result.plan, order):
            break
        found = _lint(result, levels)
        errors = (finding for finding in found if finding.severity == "error")
        fresh = tuple(finding for finding in errors if (finding.code, finding.path) not in known)
        if not fresh:
            asks = in_order((*draft.asks, *ask_about_outdated(found)))
            return Rolled(
                old=old, target=target, order=order, draft=draft, asks=asks, source=result.source
            )
        if attempt == _MOST_ATTEMPTS - 1:
            show_findings(fresh, result.source)
        order = replace(order, findings=(*order.findings, *fresh))
    show_findings(result.findings, result.source)
    raise OutputError(
        msg("The draft from {path} would have errors that the plan has not.", path=str(old)),
        msg("Nothing was written. Please report what is shown above, with the plan."),
    )

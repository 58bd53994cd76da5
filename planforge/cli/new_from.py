"""``planforge new --from``: the plan of another office taken as a model, with its review."""

from functools import partial
from pathlib import Path

from msgspec import Struct

from planforge.cli.command_lines import quoted
from planforge.cli.draft_files import refuse_existing, write_draft
from planforge.cli.draft_report import Report
from planforge.cli.drafting import (
    Making,
    OldPlan,
    Rolled,
    make_order,
    read_old_plan,
    refuse_far_period,
    sound_draft,
    time_in_name,
)
from planforge.cli.language import _
from planforge.cli.linting import configured_levels
from planforge.cli.new_offices import model_office, read_office
from planforge.cli.terminal import show_result
from planforge.cli.workspace import PLANS
from planforge.errors import InputError
from planforge.findings import msg
from planforge.linter.levels import Levels
from planforge.model.period import Period
from planforge.model.plan import Plan
from planforge.model.walking import walk_records
from planforge.registries.agencies import spelling_key
from planforge.rollover.adopting import adopt_plan
from planforge.rollover.draft import Order
from planforge.rollover.office import Adoption
from planforge.rollover.periods import move_period
from planforge.starters.agencies import Agency
from planforge.writers.review_yaml import write_review_yaml


class Wish(Struct, frozen=True, kw_only=True):
    """What is to be made of a model: for whom, for when (None: ``usual_year``), and where."""

    agency: Agency
    folder: str
    year: int | None
    usual_year: int
    target: Path | None
    dry_run: bool


def start_from(model: Path, wish: Wish) -> None:
    """Write the draft made from ``model`` with its review, or show it, and print the report.

    Raises PlanforgeError, and writes nothing, where that cannot be done.
    """
    rolled, adoption = _make(model, wish)
    kept = None
    if not wish.dry_run:
        refuse_existing(
            rolled.target,
            msg("Open it, or give another year with `--year` or another file with `-o`."),
        )
        kept = write_draft(rolled, _review(rolled, adoption).encode(), force=False)
    show_result(_ModelReport(rolled, kept).text())


def _make(path: Path, wish: Wish) -> tuple[Rolled, Adoption]:
    office = read_office(wish.agency)
    read = read_old_plan(
        path,
        msg("{path} has errors; no plan was made from it.", path=str(path)),
        msg("Name the plan that is to be the model."),
    )
    model = model_office(read.plan)
    if spelling_key(office.name) == spelling_key(model.name):
        raise InputError(
            msg("{path} is a plan of “{office}” itself.", path=str(path), office=model.name),
            msg("Draft its next plan: planforge rollover {path}", path=quoted(path)),
        )
    period = _period(read, wish)
    target = wish.target or PLANS / wish.folder / f"{time_in_name(period)}.yaml"
    levels = Levels(levels=configured_levels())
    adoption = Adoption(model=model, office=office, folder=wish.folder)
    order = make_order(read, (path, target), period, levels)
    making = Making(order, partial(adopt_plan, adoption=adoption), _is_meant)
    return sound_draft((path, target), levels, making), adoption


def _period(read: OldPlan, wish: Wish) -> Period:
    """Return the model's time moved to the wished year, by default to none before its own."""
    own = read.plan.period
    year = wish.year or max(wish.usual_year, own.start.year)
    if year < own.start.year:
        raise InputError(
            msg("{year} is before the model's time ({period}).", year=year, period=str(own)),
            msg("Give that year or a later one with `--year`."),
        )
    period = move_period(own, year)
    refuse_far_period(period)
    return period


def _is_meant(plan: Plan, order: Order) -> bool:
    """Whether a draft has its time, follows nothing, and has every part of the model."""
    parts = [path for path, _record in walk_records(plan)]
    same = parts == [path for path, _record in walk_records(order.plan)]
    return plan.period == order.target and not plan.follows and same


def _review(rolled: Rolled, adoption: Adoption) -> str:
    made = _("Made from a plan of {model}; “the old plan” means that one.").format(
        model=adoption.model.name
    )
    return f"# {made}\n{write_review_yaml(rolled.review(), _)}"


class _ModelReport(Report):
    """The report of a draft for another office: nothing is ever replaced."""

    def diffed(self) -> str:
        """Return the model and the draft, as typed after the command."""
        return f"{quoted(self._rolled.old)} {quoted(self._rolled.target)}"

    def there_already(self) -> str:
        """Return that the file is left alone."""
        return _("{path} is there already: give another year or file.").format(
            path=self._rolled.target
        )

"""``planforge rollover``: the draft of the next plan, and the list of what is to be decided.

As JSON: an object whose keys stay the same from version to version. ``source``, ``target`` and
``review`` are files, ``written`` tells whether the last two were written, ``kept`` names the
copies of what was there before. ``period`` has ``old`` and ``new``; ``counts`` has how many
years, with the plan's own number, are ``moved``, ``cleared``, ``flagged`` and ``kept``.

``moves`` is a list with an object for each of them: ``line`` and ``column`` in the old file
(column 0: not certain), ``old``, ``new`` ("" where it is taken out), ``verdict``, ``kind``,
``reason`` and ``words``, the text around it. ``questions`` is a list of ``kind``, ``place``,
``about``, ``proposal`` and ``lines``: lines of the draft, or of the old file with ``--dry-run``.
``decisions`` has how many ``areas``, ``tasks`` and ``questions`` wait for a person; ``earlier``
how many decisions the review had that was there, ``decided``, and how many of them were
``taken`` over.
"""

import sys
from pathlib import Path
from typing import Literal

import click

from planforge.cli.language import _
from planforge.cli.plan_names import read_target
from planforge.cli.terminal import show_error, show_result
from planforge.cli.years import year_between
from planforge.errors import PlanforgeError
from planforge.rollover.periods import LAST_YEAR

_FIRST_YEAR = 1946


@click.command(
    "rollover",
    help=_(
        "Write the draft of the next plan from PLAN: its year and its deadlines move; symbols, "
        "dates of cited documents and longer periods stay; number and date are taken out. What "
        "only a person can decide stands in the review beside the draft. PLAN is never changed.\n\n"
        "With --status, PLAN is a draft or a folder: shows how far the decisions are.\n\n"
        "Example: planforge rollover plans/soc-trang/2021.yaml --year 2022"
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PLAN")
@click.option(
    "--year",
    callback=year_between(_FIRST_YEAR, LAST_YEAR),
    metavar="Y",
    help=_("First year of the new plan (default: the next after the old one's time)."),
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=read_target,
    metavar="FILE",
    help=_("Write the draft to this file instead."),
)
@click.option(
    "--dry-run", is_flag=True, help=_("Show every year with its line and why; write nothing.")
)
@click.option(
    "--force", is_flag=True, help=_("Replace a draft that is there; a copy of it is kept.")
)
@click.option("--status", is_flag=True, help=_("Show how far the decisions about drafts are."))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=_("How the report is printed."),
)
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[Path, ...],
    year: int | None,
    target: Path | None,
    dry_run: bool,
    force: bool,
    status: bool,
    form: Literal["text", "json"],
) -> None:
    """Write the draft with its review, or show how far the reviews are."""
    if status:
        from planforge.cli.review_status import show_status  # noqa: PLC0415 - only --status

        if year or target or dry_run or force:
            raise click.UsageError(_("--status only shows: give it with --format or alone."))
        sys.exit(show_status(paths, form))
    if len(paths) != 1:
        raise click.UsageError(_("Name the one plan that is to be rolled over."))
    from planforge.cli.draft_files import write_draft  # noqa: PLC0415 - not for --status
    from planforge.cli.draft_report import Report  # noqa: PLC0415
    from planforge.cli.drafting import make_draft  # noqa: PLC0415
    from planforge.cli.earlier_review import (  # noqa: PLC0415
        say_open_decisions,
        with_earlier_decisions,
    )
    from planforge.writers.review_yaml import write_review_yaml  # noqa: PLC0415

    try:
        rolled = make_draft(paths[0], year, target)
        carried = with_earlier_decisions(rolled)
        review = write_review_yaml(carried.review, _)
        kept = None if dry_run else write_draft(rolled, review.encode(), force=force)
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    say_open_decisions(paths[0])
    report = Report(rolled, kept, carried)
    show_result(report.json() if form == "json" else report.text())

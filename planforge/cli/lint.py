"""``planforge lint``: what is wrong or doubtful in plans."""

import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from planforge import __version__
from planforge.cli.files import write_file
from planforge.cli.language import _
from planforge.cli.linting import configured_levels, lint_file, lint_stray_review
from planforge.cli.terminal import paint, say, show_error
from planforge.cli.workspace import find_plans, find_stray_reviews
from planforge.errors import InputError, PlanforgeError
from planforge.findings import msg
from planforge.linter.baseline import make_baseline, new_findings, read_baseline, write_baseline
from planforge.linter.levels import Levels, unknown_names
from planforge.linter.registry import RULES
from planforge.writers.findings import Report

_GRAVITY = {"error": 3, "warning": 2, "info": 1, "never": 4}
FORMATS = ("text", "json", "github", "sarif")


@click.command(
    "lint",
    help=_(
        "Check every plan under PATH (default: plans/) and show each finding with its line, place "
        "and remedy. A Word file (*.docx) is held against the format decree.\n\n"
        "Allow one finding with a reason in a comment above its line: "
        "# planforge: bỏ qua N101 - lý do\n\n"
        "Example: planforge lint plans/soc-trang --ignore info"
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=_("How findings are printed."),
)
@click.option(
    "--select", multiple=True, metavar="R", help=_("Only these rules, by code, name or family.")
)
@click.option(
    "--ignore", multiple=True, metavar="R", help=_("Not these rules; or all of a severity.")
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(_GRAVITY)),
    default="error",
    show_default=True,
    help=_("Severity from which the exit status is 1."),
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Show only findings not recorded in FILE; record them if there is no FILE yet."),
)
@click.option(
    "--fix",
    is_flag=True,
    help=_("First mend slips of the keyboard: letters, spaces, zeros of dates, ./."),
)
@click.option(
    "--diff",
    is_flag=True,
    help=_("With --fix: only show what would be mended; the exit status is 1 if anything would."),
)
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[Path, ...],
    form: Literal["text", "json", "github", "sarif"],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    baseline: Path | None,
    fix: bool,  # noqa: FBT001 - click passes it by name
    diff: bool,  # noqa: FBT001
) -> None:
    """Lint the plans and print the report."""
    atexit.register(gc.freeze)  # the system takes all back: no search for garbage at the end
    if diff and not fix:
        raise click.UsageError(_("--diff shows what --fix would do: give both."))
    hidden = frozenset(name for name in _split(ignore) if name in _GRAVITY)
    try:
        levels = _levels(select, tuple(name for name in _split(ignore) if name not in hidden))
        plans = find_plans(paths)
        if fix:
            _fix(plans, levels, diff=diff)
        reports = [report for path in plans for report in lint_file(path, levels)]
        reports += map(lint_stray_review, find_stray_reviews(paths))
        reports = [_visible(report, hidden) for report in reports]
        if baseline is not None:
            reports = _against(baseline, reports)
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    click.echo(_written(reports, form), nl=False)
    sys.exit(_summary(len(plans), reports, fail_on))


def _fix(plans: Sequence[Path], levels: Levels, *, diff: bool) -> None:
    """Mend the plan files, or show how they would be mended, and stop."""
    from planforge.cli import fixing  # noqa: PLC0415 - only --fix needs it

    fixes = fixing.fix_files(plans, levels)
    if diff:
        click.echo("".join(map(fixing.unified_diff, fixes)), nl=False)
    else:
        fixing.write_fixes(fixes)
    say(fixing.describe_fixes(fixes, done=not diff))
    if diff:
        sys.exit(int(bool(fixes)))


def _split(names: Sequence[str]) -> list[str]:
    return [part.strip() for name in names for part in name.split(",") if part.strip()]


def _levels(select: Sequence[str], ignore: Sequence[str]) -> Levels:
    chosen = tuple(_split(select))
    unknown = unknown_names((*chosen, *ignore), RULES)
    if unknown:
        from planforge.linter.wordfile import WORD_RULES  # noqa: PLC0415 - plans do not need them

        unknown = unknown_names(unknown, WORD_RULES)
    if unknown:
        raise InputError(
            msg("There is no rule {names}.", names=", ".join(unknown)),
            msg("`planforge rule` lists the rules; a letter such as N names a whole family."),
        )
    return Levels(levels=configured_levels(), select=chosen, ignore=tuple(ignore))


def _visible(report: Report, hidden: frozenset[str]) -> Report:
    return Report(report.source, [f for f in report.findings if f.severity not in hidden])


def _against(path: Path, reports: list[Report]) -> list[Report]:
    """Leave only findings the baseline does not know; without one, record them all."""
    if not path.exists():
        found = [(r.source.name, finding) for r in reports for finding in r.findings]
        write_file(path, write_baseline(make_baseline(found)))
        say(_("Recorded {count} finding(s) in {path}.").format(count=len(found), path=path))
        return [Report(report.source, ()) for report in reports]
    baseline = read_baseline(path.read_bytes())
    if baseline is None:
        raise InputError(
            msg("{path} is not a baseline.", path=str(path)),
            msg("Delete it and run again to record one."),
        )
    return [
        Report(report.source, new_findings(report.source.name, report.findings, baseline))
        for report in reports
    ]


def _written(reports: list[Report], form: str) -> str:
    if form == "json":
        from planforge.writers.findings.json import write_json  # noqa: PLC0415

        return write_json(reports, _)
    if form == "github":
        from planforge.writers.findings.github import write_github  # noqa: PLC0415

        return write_github(reports, _)
    if form == "sarif":
        from planforge.writers.findings.sarif import write_sarif  # noqa: PLC0415

        return write_sarif(reports, __version__, _)
    from planforge.writers.findings.text import write_text  # noqa: PLC0415

    return write_text(reports, _, paint)


def _summary(plans: int, reports: list[Report], fail_on: str) -> int:
    """Say how many findings there are of each severity; return the exit status."""
    found = [finding.severity for report in reports for finding in report.findings]
    say(
        _("Plans checked: {plans}; errors: {errors}, warnings: {warnings}, notes: {notes}.").format(
            plans=plans,
            errors=found.count("error"),
            warnings=found.count("warning"),
            notes=found.count("info"),
        )
    )
    return int(any(_GRAVITY[severity] >= _GRAVITY[fail_on] for severity in found))

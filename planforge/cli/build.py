"""``planforge build``: plans to documents."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

import click

from planforge.cli.building import SUFFIXES, Job, Outcome, make_pdfs
from planforge.cli.config import load_config
from planforge.cli.files import remove_leftovers
from planforge.cli.language import _
from planforge.cli.manifest import Record, load_manifest, save_manifest
from planforge.cli.terminal import say, show_error, show_findings, show_result
from planforge.cli.workers import run_jobs
from planforge.cli.workspace import find_plans, is_review, output_name, reviewed_plan
from planforge.errors import InputError, PlanforgeError
from planforge.findings import msg

_WORTH_A_WORKER = 8
"""Plans from which starting another process pays."""


def _formats(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> tuple[str, ...]:
    """Return the formats asked for; none where planforge.toml decides."""
    if value is None:
        return ()
    formats = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    for name in formats:
        if name not in SUFFIXES:
            raise click.BadParameter(
                _("`{name}` is not a format; choose from {names}.").format(
                    name=name, names=", ".join(SUFFIXES)
                )
            )
    if not formats:
        raise click.BadParameter(_("Name a format: {names}.").format(names=", ".join(SUFFIXES)))
    return formats


@click.command(
    "build",
    help=_(
        "Build every plan under PATH (default: plans/) into a folder (default: output/).\n\n"
        "Plans that have not changed are skipped. A document changed by hand since it was built "
        "is kept under another name.\n\n"
        "Example: planforge build plans/soc-trang --pdf"
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    show_default="planforge.toml, output",
    metavar="DIR",
    help=_("Folder for the documents."),
)
@click.option(
    "--format",
    "formats",
    callback=_formats,
    show_default="planforge.toml, docx",
    metavar="F,…",
    help=_("docx, pdf, html, outline; several with commas."),
)
@click.option("--pdf", is_flag=True, help=_("Make a PDF too (needs LibreOffice)."))
@click.option("--final", is_flag=True, help=_("Refuse a plan that is not ready for signature."))
@click.option("--force", is_flag=True, help=_("Build even what has not changed."))
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=_("Plans built at a time (default: by their number)."),
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    multiple=True,
    metavar="DIR",
    help=_("Folder searched first for Word templates."),
)
def command(  # noqa: PLR0913 - one parameter an option
    paths: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    jobs: int | None,
    templates: tuple[Path, ...],
    *,
    pdf: bool,
    final: bool,
    force: bool,
) -> None:
    """Collect the plans, build them, and say what came of it."""
    try:
        config = load_config(Path())
        folder = output or Path(config.output)
        kinds = _kinds(formats or config.formats, pdf=pdf)
        plans = find_plans(paths)
        known = load_manifest(folder)
        work = [
            Job(
                plan=str(plan),
                target=str(folder / name),
                formats=kinds,
                templates=tuple(map(str, templates)) or config.templates,
                final=final,
                force=force,
                known=_own(known, name, kinds),
            )
            for plan, name in _named(plans)
        ]
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    remove_leftovers(folder)
    outcomes = _run(work, jobs or _workers(len(work)), folder)
    sys.exit(_report(outcomes))


def _kinds(formats: tuple[str, ...], *, pdf: bool) -> tuple[str, ...]:
    """Return the formats to build, each once; a PDF is made from the Word file."""
    wanted = ("docx", "pdf") if pdf or "pdf" in formats else ()
    return tuple(dict.fromkeys((*formats, *wanted)))


def _own(known: dict[str, Record], name: str, kinds: tuple[str, ...]) -> dict[str, Record]:
    """Return the records of one plan's outputs, which is all a worker needs to be given."""
    files = (name + SUFFIXES[kind] for kind in kinds)
    return {file: known[file] for file in files if file in known}


def _named(plans: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield plans with the names of their outputs; two plans must not share one."""
    taken: dict[str, Path] = {}
    for plan in plans:
        if is_review(plan):
            raise _no_plan(plan)
        name = output_name(plan)
        key = normalize("NFC", name).casefold()  # one file on Windows and macOS
        if key in taken:
            raise InputError(
                msg(
                    "{one} and {other} would both be built as {name}.",
                    one=str(taken[key]),
                    other=str(plan),
                    name=name,
                ),
                msg("Put them into folders of different names, or build each into its own folder."),
            )
        taken[key] = plan
        yield plan, name


def _no_plan(review: Path) -> InputError:
    return InputError(
        msg("{path} is the review of a draft, which is not printed.", path=str(review)),
        msg("Build the plan itself: {plan}.", plan=str(reviewed_plan(review))),
    )


def _workers(plans: int) -> int:
    return max(1, min(os.cpu_count() or 1, plans // _WORTH_A_WORKER))


def _run(work: list[Job], workers: int, output: Path) -> list[Outcome]:
    """Build all, keeping the record of what is finished whatever stops the rest."""
    outcomes: list[Outcome] = []
    try:
        outcomes.extend(_with_progress(run_jobs(work, workers), len(work)))
        _make_pdfs(work, outcomes)
    finally:
        records = {name: record for done in outcomes for name, record in done.records.items()}
        if records:
            _save(output, records)
    return outcomes


def _save(output: Path, records: dict[str, Record]) -> None:
    try:
        save_manifest(output, records)
    except PlanforgeError as error:
        show_error(error)


def _with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    if total == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(length=total, label=_("Building"), file=sys.stderr) as bar:
        for outcome in outcomes:
            bar.update(1)
            yield outcome


def _make_pdfs(work: list[Job], outcomes: list[Outcome]) -> None:
    count = sum(bool(outcome.pdf_due) for outcome in outcomes)
    if not count:
        return
    say(_("Making {count} PDF file(s) with LibreOffice …").format(count=count))
    try:
        make_pdfs(list(zip(work, outcomes, strict=True)))
    except PlanforgeError as error:
        show_error(error)


def _report(outcomes: list[Outcome]) -> int:
    """Print the files written and, as messages, everything else; return the exit status."""
    for outcome in outcomes:
        if outcome.source is not None:
            show_findings(outcome.findings, outcome.source)
        if outcome.review is not None:
            show_findings(outcome.review.findings, outcome.review.source)
        if outcome.message is not None:
            show_error(PlanforgeError(outcome.message, outcome.hint))
        for kept in outcome.kept:
            say(
                _(
                    "A document was changed by hand since it was built; it is kept as {path}."
                ).format(path=kept)
            )
        for path in outcome.written:
            show_result(path)
    found = [outcome.status for outcome in outcomes]
    counts = {
        "built": found.count("built"),
        "unchanged": found.count("unchanged"),
        "failed": found.count("failed") + found.count("stopped"),
    }
    say(_("Plans built: {built}; unchanged: {unchanged}; with errors: {failed}.").format(**counts))
    return 2 if "stopped" in found else int("failed" in found)

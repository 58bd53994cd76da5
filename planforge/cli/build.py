"""``planforge build``: plans to documents."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from planforge.cli.building import SUFFIXES, Job, Outcome, build_plan
from planforge.cli.config import load_config
from planforge.cli.language import _
from planforge.cli.manifest import Record, digest_of, load_manifest, save_manifest
from planforge.cli.terminal import say, show_error, show_findings
from planforge.cli.workspace import find_plans, output_name
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
    type=click.Path(path_type=Path, file_okay=False),
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
                known=known,
            )
            for plan, name in _named(plans)
        ]
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    outcomes = _run(work, jobs or _workers(len(work)), folder, known)
    sys.exit(_report(outcomes))


def _kinds(formats: tuple[str, ...], *, pdf: bool) -> tuple[str, ...]:
    """Return the formats to build, each once; a PDF is made from the Word file."""
    wanted = ("docx", "pdf") if pdf or "pdf" in formats else ()
    return tuple(dict.fromkeys((*formats, *wanted)))


def _named(plans: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield plans with the names of their outputs; two plans must not share one."""
    taken: dict[str, Path] = {}
    for plan in plans:
        name = output_name(plan)
        if name in taken:
            raise InputError(
                msg(
                    "{one} and {other} would both be built as {name}.",
                    one=str(taken[name]),
                    other=str(plan),
                    name=name,
                ),
                msg("Put them into folders of different names, or build each into its own folder."),
            )
        taken[name] = plan
        yield plan, name


def _workers(plans: int) -> int:
    return max(1, min(os.cpu_count() or 1, plans // _WORTH_A_WORKER))


def _run(work: list[Job], jobs: int, output: Path, known: dict[str, Record]) -> list[Outcome]:
    """Build all, keeping the record of what is finished whatever stops the rest."""
    outcomes: list[Outcome] = []
    try:
        outcomes.extend(_with_progress(_outcomes(work, jobs), len(work)))
        _make_pdfs(work, outcomes)
    finally:
        records = {name: record for done in outcomes for name, record in done.records.items()}
        if records:
            _save(output, {**known, **records})
    return outcomes


def _save(output: Path, records: dict[str, Record]) -> None:
    try:
        save_manifest(output, records)
    except PlanforgeError as error:
        show_error(error)


def _outcomes(work: list[Job], jobs: int) -> Iterator[Outcome]:
    if jobs == 1:
        yield from map(build_plan, work)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for many plans

    with ProcessPoolExecutor(jobs, initializer=_ignore_interrupts) as pool:
        try:
            yield from pool.map(build_plan, work, chunksize=max(1, len(work) // (jobs * 4)))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, so that a worker finishes the file it is writing."""
    import signal  # noqa: PLC0415 - only workers need it

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _with_progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    if total == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(length=total, label=_("Building"), file=sys.stderr) as bar:
        for outcome in outcomes:
            bar.update(1)
            yield outcome


def _make_pdfs(work: list[Job], outcomes: list[Outcome]) -> None:
    """Convert the Word files whose PDF is due, all in one run of LibreOffice."""
    due = [
        (job, outcome)
        for job, outcome in zip(work, outcomes, strict=True)
        if job.output("pdf").name in outcome.records
    ]
    if not due:
        return
    from planforge.cli.pdf import convert_to_pdf  # noqa: PLC0415 - only for PDF

    say(_("Making {count} PDF file(s) with LibreOffice …").format(count=len(due)))
    try:
        convert_to_pdf([job.output("docx") for job, _outcome in due])
    except PlanforgeError as error:
        for _job, outcome in due:
            outcome.status = "failed"
        show_error(error)
    for job, outcome in due:
        path = job.output("pdf")
        record = outcome.records.pop(path.name)
        if path.exists():
            outcome.records[path.name] = Record(record.inputs, digest_of(path))
            outcome.written.append(str(path))


def _report(outcomes: list[Outcome]) -> int:
    """Print the files written and, as messages, everything else; return the exit status."""
    for outcome in outcomes:
        if outcome.source is not None:
            show_findings(outcome.findings, outcome.source)
        elif outcome.findings:
            for finding in outcome.findings:
                say(f"{outcome.plan}: {finding.message.text(_)}")
        if outcome.message is not None:
            show_error(PlanforgeError(outcome.message, outcome.hint))
        for kept in outcome.kept:
            say(
                _(
                    "A document was changed by hand since it was built; it is kept as {path}."
                ).format(path=kept)
            )
        for path in outcome.written:
            click.echo(path)
    counts = {
        status: sum(outcome.status == status for outcome in outcomes)
        for status in ("built", "unchanged", "failed")
    }
    say(_("Plans built: {built}; unchanged: {unchanged}; with errors: {failed}.").format(**counts))
    return 1 if counts["failed"] else 0

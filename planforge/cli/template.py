"""``planforge template``: Word templates checked, and copied to be restyled."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from planforge.cli.files import read_file, write_file
from planforge.cli.language import _
from planforge.cli.terminal import finding_lines, say, show_error
from planforge.cli.workspace import TEMPLATES
from planforge.errors import InputError, OutputError, PlanforgeError
from planforge.findings import Finding, msg
from planforge.source import Source

_PACKAGE = Path(__file__).parent.parent
_SUFFIX = ".docx"


@click.group(
    "template",
    help=_(
        "Check Word templates, or copy the built-in ones to restyle them in Word.\n\n"
        "Example: planforge template check templates/ke-hoach.docx"
    ),
)
def command() -> None:
    """Hold the two commands for templates."""


@command.command(
    "check",
    short_help=_("Name every mistake in Word templates."),
    help=_(
        "Name every mistake in the Word templates FILE, each with its place.\n\n"
        "Exit status: 0 no errors, 1 errors, 2 a file cannot be read.\n\n"
        "Example: planforge template check templates/ke-hoach.docx"
    ),
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
def check(files: tuple[Path, ...]) -> None:
    """Check each file; what cannot be read does not stop the others."""
    sys.exit(max(_check(path) for path in files))


def _check(path: Path) -> int:
    """Print the findings of one template and return its exit status."""
    from planforge.writers.docx.template_check import check_template  # noqa: PLC0415 - slow to load

    try:
        findings = check_template(read_file(path), path.name)
    except PlanforgeError as error:
        show_error(error)
        return 2
    _print(findings, path)
    if not findings:
        say(_("{path}: no mistakes.").format(path=path))
    return int(any(finding.severity == "error" for finding in findings))


def _print(findings: Iterable[Finding], path: Path) -> None:
    """Print findings on stdout: here they are the result."""
    source = Source(str(path), "", None)
    for finding in findings:
        for line in finding_lines(finding, source):
            click.echo(line)


@command.command(
    "copy",
    short_help=_("Copy built-in templates to restyle them in Word."),
    help=_(
        "Copy the built-in templates NAME (default: all) into a folder, to be restyled in Word.\n\n"
        "`planforge build` takes a template of the workspace before a built-in one of the same "
        "name. A file that is there already is kept.\n\n"
        "Example: planforge template copy ke-hoach"
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=TEMPLATES,
    show_default=True,
    metavar="DIR",
    help=_("Folder for the copies."),
)
def copy(names: tuple[str, ...], output: Path) -> None:
    """Copy each template, print its path, and say which could not be copied."""
    built_in = _built_in()
    statuses = [_copy(name, built_in, output) for name in names or built_in]
    sys.exit(max(statuses, default=0))


def _built_in() -> dict[str, Path]:
    """Return the built-in templates by name; they lie beside the package in a checkout."""
    inside = _PACKAGE / "templates"
    folder = inside if inside.is_dir() else _PACKAGE.parent / "templates"
    return {path.stem: path for path in sorted(folder.glob(f"[!~.]*{_SUFFIX}"))}


def _copy(name: str, built_in: dict[str, Path], folder: Path) -> int:
    """Copy one template and return its exit status."""
    try:
        source = _find(name.removesuffix(_SUFFIX), built_in)
        target = folder / source.name
        if target.exists():
            raise OutputError(
                msg("{path} is there already and was not overwritten.", path=str(target)),
                msg("Rename it first, or copy into another folder with `-o`."),
            )
        write_file(target, read_file(source))
    except PlanforgeError as error:
        show_error(error)
        return 2
    click.echo(target)
    return 0


def _find(name: str, built_in: dict[str, Path]) -> Path:
    if name in built_in:
        return built_in[name]
    raise InputError(
        msg("There is no built-in template {name}.", name=name),
        msg("Built-in templates: {names}.", names=", ".join(built_in)),
    )

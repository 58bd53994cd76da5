"""``planforge init``: a folder to work in, with a plan that builds at once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from planforge.cli.command_lines import quoted
from planforge.cli.config import FILE
from planforge.cli.diff_driver import ATTRIBUTES, set_up_diff
from planforge.cli.files import write_file
from planforge.cli.language import _
from planforge.cli.new import SCHEMA, next_year
from planforge.cli.terminal import say, show_error
from planforge.cli.workspace import OUTPUT, PLANS, TEMPLATES
from planforge.errors import OutputError, PlanforgeError
from planforge.findings import msg
from planforge.starters import starter_text, workspace_text
from planforge.starters.agencies import GAP, make_agency

_REVIEW_SCHEMA = "review.schema.json"
_FILES = {
    FILE: "planforge.toml",
    f"{TEMPLATES}/HUONG-DAN.txt": "huong-dan.txt",
    ATTRIBUTES: "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
}
"""The files of a workspace and what they are called among the starting points."""


@click.command(
    "init",
    help=_(
        "Make the folder DIR (default: this one) ready for plans: plans/ with a starting plan, "
        "templates/, output/, settings, completion of keys in VS Code, and plans as text in "
        "`git diff`.\n\n"
        "What is there already is kept as it is.\n\n"
        'Example: planforge init "Kế hoạch CCHC"'
    ),
)
@click.argument(
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="[DIR]",
)
def command(folder: Path) -> None:
    """Make the workspace, showing each file as it is made."""
    made, kept = 0, []
    try:
        for path, content in _contents(folder):
            if path.exists():
                kept.append(str(path))
                continue
            write_file(path, content.encode())
            click.echo(path)
            made += 1
        _make_folder(folder / OUTPUT)
    except PlanforgeError as error:
        show_error(_with_remedy(error))
        sys.exit(2)
    _say_made(made, kept)
    set_up_diff(folder, workspace_text(_FILES[ATTRIBUTES]))
    _say_next(folder)


def _contents(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of the workspace; a folder that has plans needs no example."""
    if not any((folder / PLANS).rglob("*.y*ml")):
        yield _example(folder)
    for name, source in _FILES.items():
        text = workspace_text(source)
        yield folder / name, text + _rule_levels() if name == FILE else text
    from planforge.model.review import Review  # noqa: PLC0415
    from planforge.writers.json_schema import write_json_schema  # noqa: PLC0415

    yield folder / SCHEMA, write_json_schema(_)
    yield folder / _REVIEW_SCHEMA, write_json_schema(_, Review)


def _rule_levels() -> str:
    """Return every rule with its level, as settings that are still off."""
    from planforge.linter.registry import RULES  # noqa: PLC0415 - slow to load
    from planforge.linter.wordfile import WORD_RULES  # noqa: PLC0415

    rules = (*RULES, *WORD_RULES)
    return "".join(f'# {rule.code} = "{rule.severity}"  # {rule.name}\n' for rule in rules)


def _example(folder: Path) -> tuple[Path, str]:
    year = next_year()
    agency = make_agency(GAP, "tinh")
    text = starter_text(agency, year, "mau/cai-cach-hanh-chinh", f"../../{SCHEMA}")
    return folder / PLANS / "mau" / f"{year}.yaml", text


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            msg("The folder {path} cannot be made: {reason}.", path=str(path), reason=str(error))
        ) from None


def _with_remedy(error: PlanforgeError) -> PlanforgeError:
    return OutputError(
        error.message,
        msg(
            "Choose another folder, or move away what is in the way; "
            "run `planforge init` again for the rest."
        ),
    )


def _say_made(made: int, kept: list[str]) -> None:
    say(_("Files made: {made}.").format(made=made))
    if kept:
        say(_("Kept as they were: {paths}.").format(paths=", ".join(kept)))


def _say_next(folder: Path) -> None:
    say(_("Next:"))
    if folder.resolve() != Path.cwd():
        say(f"  cd {quoted(folder)}")
    say("  planforge build")
    say("  " + _('planforge new "name of your agency" --year {year}').format(year=next_year()))

"""``planforge new``: a complete starting plan for a person to fill in."""

import datetime
import os
import re
import sys
import unicodedata
from pathlib import Path

import click
from msgspec.structs import replace

from planforge.cli.command_lines import quoted
from planforge.cli.config import FILE
from planforge.cli.files import write_file
from planforge.cli.language import _
from planforge.cli.plan_names import read_target
from planforge.cli.terminal import say, show_error
from planforge.cli.workspace import PLANS
from planforge.cli.years import year_between
from planforge.errors import OutputError, PlanforgeError
from planforge.findings import msg
from planforge.starters import starter_text
from planforge.starters.agencies import (
    GAP,
    KINDS,
    Agency,
    Kind,
    kind_of_slug,
    make_agency,
    make_body,
    read_agency,
)

SCHEMA = "plan.schema.json"
_SCHEMAS = (SCHEMA, f"docs/{SCHEMA}")
_LONGEST_NAME = 150
_NAME = re.compile(r"[^\W\d_][\w .,()'’&–-]*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def next_year() -> int:
    """Return the year after this one: the one plans are written for in December."""
    return datetime.datetime.now(datetime.UTC).astimezone().year + 1


def slug_of(name: str) -> str:
    """Return ``name`` as a folder is called: no diacritics, lower case, hyphens."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _read_name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a name in composed letters and single spaces; refuse what would break the file."""
    if value is None:
        return None
    name = unicodedata.normalize("NFC", " ".join(value.split()))
    if not _NAME.fullmatch(name) or not slug_of(name) or len(name) > _LONGEST_NAME:
        raise click.BadParameter(
            _("`{name}` is not a name: letters, digits and spaces, a letter first.").format(
                name=value
            )
        )
    return name


@click.command(
    "new",
    help=_(
        "Write a complete, commented starting plan for NAME: a place (“Sóc Trăng”), an agency "
        "(“Sở Nội vụ tỉnh Ninh Bình”) or the name of a folder (soc-trang). What the name does not "
        "tell is left as […]. With --from, the plan of another office is the model, and a review "
        "lists what is to be decided. No file is ever overwritten.\n\n"
        'Example: planforge new "Sở Nội vụ tỉnh Ninh Bình" --year 2027\n\n'
        'Example: planforge new "Bạc Liêu" --from plans/soc-trang/2022.yaml --year 2023'
    ),
)
@click.argument("name", callback=_read_name)
@click.option(
    "--year",
    callback=year_between(2000, 2100),
    metavar="Y",
    help=_("Year of the plan (default: next year)."),
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    help=_("Province, department or commune (default: by the name)."),
)
@click.option("--issuer", callback=_read_name, metavar="TEXT", help=_("Full name of the issuer."))
@click.option(
    "--place", callback=_read_name, metavar="TEXT", help=_("Place printed before the date.")
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=read_target,
    metavar="FILE",
    help=_("Write to this file, not plans/<folder>/<year>.yaml."),
)
@click.option(
    "--from",
    "model",
    type=click.Path(path_type=Path),
    metavar="PLAN",
    help=_("Take this plan of another office as the model."),
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=_("With --from: show every change and why; write nothing."),
)
def command(  # noqa: PLR0913 - one parameter an option
    name: str,
    *,
    year: int | None,
    kind: Kind | None,
    issuer: str | None,
    place: str | None,
    target: Path | None,
    model: Path | None,
    dry_run: bool,
) -> None:
    """Write the plan and say what to do next."""
    if dry_run and model is None:
        raise click.UsageError(_("--dry-run shows what --from changes: give both."))
    agency = _agency(name, issuer, kind)
    if place:
        agency = replace(agency, place=place)
    try:
        if model is None:
            _start(agency, slug_of(name), year or next_year(), target)
            return
        from planforge.cli import new_from, new_offices  # noqa: PLC0415 - loads the linter

        if not issuer and not kind:
            new_offices.refuse_unclear_name(name)
        new_from.start_from(
            model,
            new_from.Wish(
                agency=agency,
                folder=slug_of(name),
                year=year,
                usual_year=next_year(),
                target=target,
                dry_run=dry_run,
            ),
        )
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)


def _start(agency: Agency, slug: str, year: int, target: Path | None) -> None:
    """Write a plan with gaps to be filled in, and say what to do next."""
    path = target or PLANS / slug / f"{year}.yaml"
    _refuse_existing(path)
    series = f"{slug}/cai-cach-hanh-chinh"
    text = starter_text(agency, year, series, _way_to_schema(path))
    write_file(path, text.encode())
    click.echo(path)
    _say_next(path, agency)


def _agency(name: str, issuer: str | None, kind: Kind | None) -> Agency:
    """Return the agency the plan is for, guessed where it is not given in full."""
    if issuer:
        agency = read_agency(issuer) or make_body(issuer)
    elif _SLUG.fullmatch(name):
        agency = make_agency(GAP, kind or kind_of_slug(name))
    else:
        agency = read_agency(name) or make_agency(name, kind or "tinh")
    return replace(agency, kind=kind) if kind else agency


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise OutputError(
            msg("The plan {path} is there already; it is left as it is.", path=str(path)),
            msg("Open it, or give another year with `--year` or another file with `-o`."),
        )


def _way_to_schema(path: Path) -> str:
    """Return the way from a plan to the nearest schema above it, "" where there is none."""
    folder = path.resolve().parent
    for above in (folder, *folder.parents):
        for name in _SCHEMAS:
            if (above / name).is_file():
                return Path(os.path.relpath(above / name, folder)).as_posix()
        if (above / FILE).is_file():
            break
    return ""


def _say_next(path: Path, agency: Agency) -> None:
    say(
        _("The issuer is: {issuer}. Correct it in the file if it is another.").format(
            issuer=agency.name
        )
    )
    say(_("Next: open the file, fill in what stands as […], then run:"))
    say(f"  planforge build {quoted(path)}")

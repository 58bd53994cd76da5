"""The name of a plan file that is to be written, given at the command line."""

from pathlib import Path

import click

from planforge.cli.language import _
from planforge.cli.workspace import is_review


def read_target(
    _context: click.Context, _option: click.Parameter, value: Path | None
) -> Path | None:
    """Return the value of an option that names a plan file; refuse the name of anything else."""
    if value is None:
        return None
    if value.suffix.lower() not in (".yaml", ".yml") or is_review(value):
        raise click.BadParameter(_("The name of a plan file ends in .yaml."))
    return value

"""``planforge diff``: what changed between two plans."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import click

from planforge.cli.comparing import Comparison, compare_files
from planforge.cli.diff_arguments import find_pairs
from planforge.cli.diff_output import SUFFIXES, Form, write_comparisons
from planforge.cli.diff_pairs import Pair, Pairs
from planforge.cli.language import _
from planforge.cli.reports import with_progress
from planforge.cli.terminal import say, show_error
from planforge.errors import PlanforgeError


class DiffCommand(click.Command):
    """Knows which arguments stood behind ``--``: those are paths, never revisions."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set aside what stands behind ``--``."""
        if "--" in args:
            place = args.index("--")
            ctx.obj = tuple(args[place + 1 :])
            args = args[:place]
        return super().parse_args(ctx, args)


@click.command(
    "diff",
    cls=DiffCommand,
    help=_(
        "Show what changed from OLD to NEW, part by part: what goes on, was reworded, moved, "
        "merged, split, is new or was dropped. A plan is a file, or REV:path in git. With one "
        "plan, that plan against the one it follows; with a revision, every plan under PATH "
        "since then.\n\n"
        "The exit status is 0 where nothing differs, 1 where something does, 2 where plans cannot "
        "be read.\n\n"
        "Example: planforge diff plans/soc-trang/2021.yaml plans/soc-trang/2022.yaml\n\n"
        "Example: planforge diff HEAD~1 -- plans/"
    ),
)
@click.argument("arguments", nargs=-1, metavar="OLD [NEW] | REV [--] [PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(SUFFIXES)),
    show_default=_("by the name of FILE, or text"),
    help=_("How the comparison is written."),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("File for the comparison; a folder where there are several pages."),
)
@click.option(
    "--all", "everything", is_flag=True, help=_("Show also what changed in year or spelling only.")
)
@click.pass_context
def command(
    context: click.Context,
    arguments: tuple[str, ...],
    form: Form | None,
    output: Path | None,
    *,
    everything: bool,
) -> None:
    """Find the plans, compare them, write the report."""
    if output is not None:
        output = _to_be_written(output)
    written = form or _form_of(output)
    try:
        pairs = find_pairs(arguments, context.obj)
        compared = list(_compared(pairs))
        found = [outcome for outcome in compared if outcome != "broken"]
        write_comparisons(found, pairs, written, output, everything=everything)
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    if pairs.is_folder:
        _summarize(pairs, found)
    sys.exit(2 if "broken" in compared else int(any(item.differs for item in found)))


def _to_be_written(output: Path) -> Path:
    """Return the file or folder for the comparison, where a link leads to that.

    Nothing but an ordinary file is ever put aside for it: no plan, no device.
    """
    if output.suffix.lower() in {".yaml", ".yml"}:
        raise click.UsageError(
            _("{path} would be overwritten: the comparison is no plan.").format(path=output)
        )
    if output.exists() and not (output.is_file() or output.is_dir()):
        raise click.UsageError(
            _("{path} is no ordinary file; without `-o` the comparison is printed.").format(
                path=output
            )
        )
    return output.resolve() if output.is_symlink() else output


def _form_of(output: Path | None) -> Form:
    """Return the form that the name of a file asks for; without an ending it is text."""
    suffix = output.suffix.lower() if output and not output.is_dir() else ""
    for form, ending in SUFFIXES.items():
        if suffix == ending:
            return form
    if suffix:
        raise click.UsageError(
            _("A comparison is not written as {suffix}: use {endings}, or name a --format.").format(
                suffix=suffix, endings=", ".join(SUFFIXES.values())
            )
        )
    return "text"


def _compared(pairs: Pairs) -> Iterator[Comparison | Literal["broken"]]:
    """Yield what came of each pair; a broken plan among many does not stop the others."""
    if not pairs.is_folder:
        yield from map(_compare, pairs.pairs)
        return
    changed = [pair for pair in pairs.pairs if _is_changed(pair)]
    for pair in with_progress(changed, _("Comparing")):
        try:
            yield _compare(pair)
        except PlanforgeError as error:
            show_error(error)
            yield "broken"


def _is_changed(pair: Pair) -> bool:
    return pair.old is None or pair.new is None or pair.old.data != pair.new.data


def _compare(pair: Pair) -> Comparison:
    if pair.old is None or pair.new is None:
        return Comparison(pair)
    return Comparison(pair, compare_files(pair.old, pair.new))


def _summarize(pairs: Pairs, found: list[Comparison]) -> None:
    say(
        _(
            "Plans looked at: {plans}; with differences: {changed}, new: {new}, removed: {removed}."
        ).format(
            plans=len(pairs.pairs),
            changed=sum(bool(item.changes and item.differs) for item in found),
            new=sum(item.pair.old is None for item in found),
            removed=sum(item.pair.new is None for item in found),
        )
    )

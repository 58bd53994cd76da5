"""``planforge history``: each task through the years."""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import click
from msgspec.structs import replace

from planforge.cli.chains import Chain, Chains
from planforge.cli.comparing import compare_files
from planforge.cli.language import _
from planforge.cli.plan_files import PlanFile
from planforge.cli.reports import is_terminal, shown_on, with_progress
from planforge.cli.terminal import say, show_error, show_result
from planforge.errors import InputError, PlanforgeError
from planforge.findings import msg
from planforge.history import History, find_threads, trace_history

Form = Literal["text", "json", "markdown"]
_UNREADABLE = "R1"
"""The codes of what keeps a file, or a part of it, from being read at all."""


@click.command(
    "history",
    help=_(
        "Follow each task and area through the plans of a chain, year by year: when it came, how "
        "it changed, what it was merged into, when it went. A plan belongs to the chain of the "
        "plan it follows, or else of its series. PATH is a plan or a folder (default: plans/).\n\n"
        "Example: planforge history plans/soc-trang\n\n"
        'Example: planforge history plans/soc-trang --task "rà soát văn bản"'
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help=_("How the history is written."),
)
@click.option(
    "--task", metavar="ID", help=_("Tell all of one task or area, by its id or words of its name.")
)
def command(paths: tuple[Path, ...], form: Form, task: str | None) -> None:
    """Find the chains, compare neighbours, print the history."""
    try:
        chains = Chains(paths)
        for file in chains.broken:
            file.show_findings()
        histories = list(_histories(chains.found()))
        written = _written(histories, form) if task is None else _told(histories, form, task)
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    show_result(written.removesuffix("\n"))
    cut_off = any(map(_is_cut_off, chains.files.values()))
    sys.exit(2 if chains.broken or cut_off else 0)


def _is_cut_off(file: PlanFile) -> bool:
    """Whether a file is no sound YAML, so that tasks of it may be missing from the history."""
    return any(
        finding.severity == "error" and finding.code.startswith(_UNREADABLE)
        for finding in file.result.findings
    )


def _histories(chains: list[Chain]) -> Iterator[History]:
    """Yield the history of each chain; raises InputError where there is no chain at all."""
    alone = [chain[0].name for chain in chains if len(chain) == 1]
    longer = [chain for chain in chains if len(chain) > 1]
    if alone:
        message = _("Plans that follow no other and that none follows: {paths}.")
        say(message.format(paths=", ".join(alone)))
    if not longer:
        raise InputError(
            msg("There is nothing to follow: no plan comes after another."),
            msg(
                "Write into each plan which one it follows, as in `follows: 2021.yaml`, "
                "or give them the same `series`."
            ),
        )
    for chain in with_progress(longer, _("Comparing")):
        yield trace_history([compare_files(old, new) for old, new in pairwise(chain)])


def _written(histories: list[History], form: Form) -> str:
    if form == "json":
        from planforge.writers.history.json import write_json  # noqa: PLC0415

        return write_json(histories)
    if form == "markdown":
        from planforge.writers.history.markdown import write_markdown  # noqa: PLC0415

        return "\n".join(write_markdown(history, _) for history in histories)
    from planforge.writers.history.text import write_text  # noqa: PLC0415

    paint, width = shown_on(terminal=is_terminal(sys.stdout))
    return "\n\n".join(write_text(history, _, paint, width=width) for history in histories)


def _told(histories: list[History], form: Form, task: str) -> str:
    """Return all that is to be told of the tasks meant; raises InputError where there is none."""
    found = [
        (history, threads) for history in histories if (threads := find_threads(history, task))
    ]
    if not found:
        raise _unknown_task(histories, task)
    if form == "json":
        return _written([replace(history, threads=threads) for history, threads in found], form)
    if form == "markdown":
        from planforge.writers.history.markdown import write_details  # noqa: PLC0415

        return "\n".join(write_details(history, threads, _) for history, threads in found)
    from planforge.writers.history import text  # noqa: PLC0415

    paint, width = shown_on(terminal=is_terminal(sys.stdout))
    return "\n".join(
        text.write_details(history, threads, _, paint, width=width) for history, threads in found
    )


def _unknown_task(histories: list[History], task: str) -> InputError:
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    threads = [thread for history in histories for thread in history.threads]
    best = closest(task, [thread.id for thread in threads if thread.id])
    return InputError(
        msg("No task or area has the id or the words `{task}`.", task=task),
        msg("Did you mean `{best}`?", best=best)
        if best
        else msg("`planforge history` without `--task` lists them all."),
    )

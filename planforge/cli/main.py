"""The entry point: language, commands loaded when they are called, errors in one place."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from planforge import __version__
from planforge.cli.interrupts import INTERRUPTED, end_process, handled
from planforge.cli.language import LANGUAGES, _, choose_language, use_language, with_language_first

_COMMANDS = (
    "build",
    "lint",
    "rollover",
    "diff",
    "history",
    "rule",
    "init",
    "new",
    "show",
    "schema",
    "template",
)
"""The commands, each in the module of this package that has its name."""


def _summaries() -> dict[str, str]:
    """Return what each command does, for the help page: it loads none of them."""
    return {
        "build": _("Build plans as Word, PDF, HTML or text."),
        "lint": _("Find what is wrong or doubtful in plans."),
        "rollover": _("Draft the next plan from this one."),
        "diff": _("Show what changed between two plans."),
        "history": _("Follow each task through the years."),
        "rule": _("List the rules, or explain one."),
        "init": _("Make a folder to work in."),
        "new": _("Start a plan: complete, commented, ready to fill in."),
        "show": _("Print a plan or a Word file as text."),
        "schema": _("Print the plan format as JSON Schema."),
        "template": _("Check Word templates, or copy them to restyle them."),
    }


_DEBUG = "PLANFORGE_DEBUG"
"""Set to anything, it shows where in the program an unexpected error arose."""


class Commands(click.Group):
    """Loads a command's module when the command is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, in the order of the help page."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"planforge.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading them."""
        with formatter.section(_("Commands")):
            formatter.write_dl(list(_summaries().items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

            best = closest(args[0], _COMMANDS)
            if best is None:
                raise
            message = error.message + " " + _("Did you mean `{best}`?").format(best=best)
            raise click.UsageError(message, ctx) from None


def make_command_line() -> click.Group:
    """Return the command ``planforge`` in the language in use."""

    @click.group(
        cls=Commands,
        help=_(
            "Official plans: written as YAML, built as Word by Nghị định 30/2020/NĐ-CP.\n\n"
            "Example: planforge build plans/soc-trang/2022.yaml"
        ),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    )
    @click.version_option(
        __version__, "-V", "--version", prog_name="planforge", help=_("Show the version.")
    )
    @click.option("--lang", type=click.Choice(LANGUAGES), help=_("Language of messages: vi or en."))
    def planforge(lang: str | None) -> None:
        pass

    return planforge


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 a plan has errors, 2 usage or unreadable input.

    Without ``arguments`` they are those of the process, which ends at once.
    """
    if arguments is not None:
        _run(arguments, to_the_end=False)
        return
    try:
        _run(sys.argv[1:], to_the_end=True)
    except SystemExit as end:
        end_process(end.code)
        raise
    end_process(0)


def _run(arguments: list[str], *, to_the_end: bool) -> None:
    """Run the command line; exit where it ends with a status of its own."""
    given = with_language_first(arguments)
    try:
        with handled(to_the_end=to_the_end):
            for stream in (sys.stdout, sys.stderr):
                _use_utf8(stream)
            use_language(choose_language(given, os.environ))
            make_command_line().main(args=given, prog_name="planforge", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo(
            _("Stopped. Files already finished are whole; nothing half-written is left."), err=True
        )
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        sys.exit(_fail(error))


def _fail(error: Exception) -> int:
    """Say what went wrong without a traceback; return the exit status."""
    from planforge.cli.terminal import close_quietly, show_error  # noqa: PLC0415 - rarely needed
    from planforge.errors import PlanforgeError  # noqa: PLC0415

    if isinstance(error, PlanforgeError):
        show_error(error)
    elif isinstance(error, OSError):
        close_quietly(sys.stdout)  # what is left in its buffer cannot be written either
        reason = f"{error.strerror or error} {error.filename or ''}".strip()
        click.echo(_("Stopped by the system: {reason}.").format(reason=reason), err=True)
    else:
        what = f"{type(error).__name__}: {error}"
        click.echo(_("planforge itself failed: {error}").format(error=what), err=True)
        click.echo(
            "  → " + _("Set {name}=1, run again and report what is shown.").format(name=_DEBUG),
            err=True,
        )
    return 2


def _use_utf8(stream: Any) -> None:  # noqa: ANN401 - a text stream, or what a test puts there
    """Vietnamese must survive a Windows console or pipe set to another code page."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")

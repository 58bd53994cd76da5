"""What is shown: results on stdout, messages on stderr, findings with their line and remedy."""

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import IO

import click

from planforge.cli.language import _
from planforge.errors import PlanforgeError
from planforge.findings import Finding, Severity
from planforge.source import Source
from planforge.writers.findings import text

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def say(message: str) -> None:
    """Show a message; stdout stays free for results."""
    click.echo(message, err=True)


def show_result(text: str) -> None:
    """Print a result; a reader that has gone, as after ``| head``, does not stop the rest."""
    try:
        click.echo(text)
    except BrokenPipeError:
        close_quietly(sys.stdout)


def close_quietly(stream: IO[str] | None) -> None:
    """Let what is still to be printed to a stream that nobody reads go nowhere."""
    if stream is None:  # closed before the program began
        return
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def show_error(error: PlanforgeError) -> None:
    """Show what stopped the work and what to do about it."""
    say(click.style(_("Error: "), fg="red") + error.message.text(_))
    if error.hint:
        say("  → " + error.hint.text(_))


def show_findings(findings: Iterable[Finding], source: Source) -> None:
    """Show findings with the line they stand on, in the manner of a compiler."""
    for finding in findings:
        for line in finding_lines(finding, source):
            say(line)


def finding_lines(finding: Finding, source: Source) -> list[str]:
    """Return a finding as the lines that show it in the language in use."""
    return list(text.finding_lines(finding, source, _, paint))


def paint(word: str, severity: Severity) -> str:
    """Return ``word`` in the colour of a severity; colours vanish where no terminal shows them."""
    return click.style(word, fg=_COLOURS[severity], bold=True)

"""What is shown: results on stdout, messages on stderr, findings with their line and remedy."""

from collections.abc import Iterable

import click

from planforge.cli.language import _
from planforge.errors import PlanforgeError
from planforge.findings import Finding
from planforge.source import Source

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def say(text: str) -> None:
    """Show a message; stdout stays free for results."""
    click.echo(text, err=True)


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
    """Return a finding as lines: place, message, the source line with a caret, remedy."""
    place = f"{source.name}:{finding.line}:{finding.column}" if finding.line else source.name
    severity = click.style(_(finding.severity), fg=_COLOURS[finding.severity], bold=True)
    where = f" [{finding.where.text(_)}]" if finding.where else ""
    lines = [f"{place}: {severity} {finding.code}{where}", f"    {finding.message.text(_)}"]
    text = source.line_text(finding.line)
    if text.strip():
        lines += _excerpt(text, finding.column)
    if finding.hint:
        lines.append(f"    → {finding.hint.text(_)}")
    return lines


_LONGEST_EXCERPT = 88


def _excerpt(text: str, column: int) -> list[str]:
    """Return the source line, cut around ``column``, and a caret under it."""
    start = max(column - _LONGEST_EXCERPT // 2, 0) if len(text) > _LONGEST_EXCERPT else 0
    shown = text[start : start + _LONGEST_EXCERPT].replace("\t", "→")
    caret = " " * max(column - 1 - start, 0) + "^"
    return [f"    | {shown}", *([f"    | {caret}"] if column else [])]

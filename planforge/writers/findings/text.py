"""Findings for a terminal: place, message, the line with a caret, remedy."""

from collections.abc import Callable, Iterator, Sequence

from planforge.findings import Finding, Severity, Translate, msg, untranslated
from planforge.source import Source
from planforge.writers.findings import Report

Paint = Callable[[str, Severity], str]
"""Colours a word by severity, where the terminal can show it."""

SEVERITIES = {"error": msg("error"), "warning": msg("warning"), "info": msg("info")}
_LONGEST_EXCERPT = 88


def unpainted(text: str, _severity: Severity) -> str:
    """Return ``text`` without colour."""
    return text


def write_text(
    reports: Sequence[Report], translate: Translate = untranslated, paint: Paint = unpainted
) -> str:
    """Return the findings grouped by file, "" where there are none."""
    lines = [
        line
        for report in reports
        for finding in report.findings
        for line in finding_lines(finding, report.source, translate, paint)
    ]
    return "\n".join(lines) + "\n" if lines else ""


def finding_lines(
    finding: Finding, source: Source, translate: Translate, paint: Paint
) -> Iterator[str]:
    """Yield the lines that show one finding."""
    place = f"{source.name}:{finding.line}:{finding.column}" if finding.line else source.name
    severity = paint(SEVERITIES[finding.severity].text(translate), finding.severity)
    where = f" [{finding.where.text(translate)}]" if finding.where else ""
    yield f"{place}: {severity} {finding.code} {finding.rule}{where}"
    yield f"    {finding.message.text(translate)}"
    yield from _excerpt(source.line_text(finding.line), finding.column)
    if finding.hint:
        yield f"    → {finding.hint.text(translate)}"
    if finding.source:
        yield f"    § {finding.source}"


def _excerpt(text: str, column: int) -> Iterator[str]:
    """Yield the source line, cut around ``column``, and a caret under it."""
    if not text.strip():
        return
    start = max(column - _LONGEST_EXCERPT // 2, 0) if len(text) > _LONGEST_EXCERPT else 0
    yield "    | " + text[start : start + _LONGEST_EXCERPT].replace("\t", "→")
    if column:
        yield "    | " + " " * max(column - 1 - start, 0) + "^"

"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from collections.abc import Sequence

from planforge.findings import Finding, Translate, untranslated
from planforge.writers.findings import Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write_github(reports: Sequence[Report], translate: Translate = untranslated) -> str:
    """Return one workflow command a finding."""
    return "".join(
        _command(finding, report.source.name, translate) + "\n"
        for report in reports
        for finding in report.findings
    )


def _command(finding: Finding, file: str, translate: Translate) -> str:
    text = finding.message.text(translate)
    if finding.hint:
        text += "\n→ " + finding.hint.text(translate)
    place = f"file={_property(file)},line={max(finding.line, 1)},col={max(finding.column, 1)}"
    title = _property(f"{finding.code} {finding.rule}")
    return f"::{_COMMANDS[finding.severity]} {place},title={title}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

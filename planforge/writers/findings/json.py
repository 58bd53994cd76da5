"""Findings as JSON: a list of objects whose keys stay the same from version to version."""

from collections.abc import Sequence

import msgspec

from planforge.findings import Finding, Translate, untranslated
from planforge.writers.findings import Report


def write_json(reports: Sequence[Report], translate: Translate = untranslated) -> str:
    """Return all findings as a JSON array, one object a finding."""
    objects = [
        _object(finding, report.source.name, translate)
        for report in reports
        for finding in report.findings
    ]
    return msgspec.json.format(msgspec.json.encode(objects), indent=2).decode() + "\n"


def _object(finding: Finding, file: str, translate: Translate) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "file": file,
        "line": finding.line,
        "column": finding.column,
        "where": finding.where.text(translate) if finding.where else "",
        "message": finding.message.text(translate),
        "hint": finding.hint.text(translate) if finding.hint else "",
        "source": finding.source,
    }

"""Findings as SARIF 2.1.0, for code-scanning services and editors."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from planforge.findings import Finding, Translate, untranslated
from planforge.writers.findings import Report

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write_sarif(
    reports: Sequence[Report], version: str, translate: Translate = untranslated
) -> str:
    """Return one run with all findings; ``version`` is that of the program."""
    findings = [(report.source.name, finding) for report in reports for finding in report.findings]
    rules = sorted({(finding.code, finding.rule) for _, finding in findings})
    driver = {
        "name": "planforge",
        "version": version,
        "rules": [{"id": code, "name": name} for code, name in rules],
    }
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(file, finding, translate) for file, finding in findings],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _result(file: str, finding: Finding, translate: Translate) -> dict[str, Any]:
    text = finding.message.text(translate)
    if finding.hint:
        text += " → " + finding.hint.text(translate)
    region = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(PurePath(file).as_posix())},
            "region": region,
        }
    }
    if finding.where:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.where.text(translate)}]
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
    }

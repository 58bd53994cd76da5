"""The known findings of old plans, so that only new ones show.

A finding is recognised by file, code and words, not by line: a plan may grow above it.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from planforge.findings import Finding

Baseline = dict[str, dict[str, int]]
"""For each file, how often each finding is known."""


def make_baseline(findings: Iterable[tuple[str, Finding]]) -> Baseline:
    """Return the baseline that knows all ``findings``, pairs of file and finding."""
    baseline: dict[str, Counter[str]] = {}
    for file, finding in findings:
        baseline.setdefault(file, Counter())[_key(finding)] += 1
    return {file: dict(sorted(known.items())) for file, known in sorted(baseline.items())}


def new_findings(file: str, findings: Iterable[Finding], baseline: Baseline) -> list[Finding]:
    """Return those of a file's findings that the baseline does not know."""
    known = dict(baseline.get(file, {}))
    new = []
    for finding in findings:
        key = _key(finding)
        if known.get(key):
            known[key] -= 1
        else:
            new.append(finding)
    return new


def read_baseline(data: bytes) -> Baseline | None:
    """Return the baseline in ``data``, None where it is none."""
    try:
        return msgspec.json.decode(data, type=Baseline)
    except msgspec.MsgspecError:
        return None


def write_baseline(baseline: Baseline) -> bytes:
    """Return ``baseline`` as JSON, made to give small diffs."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=1) + b"\n"


def _key(finding: Finding) -> str:
    return f"{finding.code} {finding.message.text()}"

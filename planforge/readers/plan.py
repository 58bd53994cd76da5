"""A plan file to a plan, and everything that is wrong with the file."""

from typing import NamedTuple

from planforge.findings import Finding
from planforge.model.plan import Plan
from planforge.readers.binder import Binder
from planforge.readers.checks import check_plan
from planforge.readers.decoding import decode
from planforge.readers.nodes import parse_nodes
from planforge.readers.places import locate
from planforge.source import Source


class ReadResult(NamedTuple):
    """What came of a file: ``plan`` is None where it cannot be understood as a plan."""

    plan: Plan | None
    findings: tuple[Finding, ...]
    source: Source

    @property
    def has_errors(self) -> bool:
        """Whether a finding says that the file is wrong, not only doubtful."""
        return any(finding.severity == "error" for finding in self.findings)


def read_plan(data: bytes, name: str = "") -> ReadResult:
    """Return the plan in ``data`` with all findings, in the order of their lines.

    ``name`` is the file's name as it should be printed. Nothing is raised for any content.
    """
    text, findings = decode(data)
    if not text:
        return ReadResult(None, tuple(findings), Source(name, "", None))
    parsed = parse_nodes(text)
    findings += parsed.findings
    source = Source(name, text, parsed.root)
    plan: Plan | None = None
    if parsed.root is not None:
        binder = Binder(parsed.broken)
        plan = binder.record(Plan, parsed.root)
        findings += binder.findings
    if plan is not None:
        findings += check_plan(plan)
    located = [locate(finding, source) for finding in findings]
    located.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    return ReadResult(plan, tuple(located), source)

"""A plan file to a plan, and everything that is wrong with the file."""

from typing import NamedTuple

from planforge.findings import Finding, msg
from planforge.model.plan import Plan
from planforge.readers import codes
from planforge.readers.binder import Binder
from planforge.readers.checks import check_plan
from planforge.readers.decoding import decode
from planforge.readers.nodes import Parsed, parse_nodes
from planforge.readers.places import locate
from planforge.readers.report import Report, TooManyFindingsError
from planforge.source import Scalar, Source


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
    report = Report()
    source = Source(name, "", None)
    plan: Plan | None = None
    try:
        source.text = decode(data, report)
        parsed = parse_nodes(source.text, report)
        source.root = parsed.root
        plan = _bind(parsed, report)
    except TooManyFindingsError:
        plan = None
    located = [locate(finding, source) for finding in report.findings]
    located.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    return ReadResult(plan, tuple(located), source)


def _bind(parsed: Parsed, report: Report) -> Plan | None:
    """Return the plan that the nodes spell out; None with a finding where there is none."""
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not report.findings:
            report.add(_empty_file())
        return None
    binder = Binder(report, parsed.broken)
    plan = binder.plan(root)
    if plan is None:
        return None
    for finding in check_plan(plan, binder.lost):
        report.add(finding)
    return plan if binder.complete else None


def _empty_file() -> Finding:
    return codes.EMPTY.finding(
        msg("The file is empty, or holds only comments."),
        msg("Start from `planforge new`, or restore the file from git."),
    )

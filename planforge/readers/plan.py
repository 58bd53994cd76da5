"""A plan file to a plan, and everything that is wrong with the file."""

from typing import NamedTuple

from planforge.findings import Finding, msg
from planforge.model.plan import Plan
from planforge.readers.checks import check_plan
from planforge.readers.records import FileKind, read_record
from planforge.source import Source

_PLAN_FILE = FileKind(
    record=Plan,
    check=check_plan,
    shapeless=(
        msg("The file is not a plan: a plan is made of keys, such as `title: …`."),
        msg("Start from `planforge new`, and look at the first line of the file."),
    ),
    empty=(
        msg("The file is empty, or holds only comments."),
        msg("Start from `planforge new`, or restore the file from git."),
    ),
)


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
    return ReadResult(*read_record(data, name, _PLAN_FILE))

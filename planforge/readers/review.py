"""The review file of a draft to a review, and everything that is wrong with the file."""

from typing import NamedTuple

from planforge.findings import Finding, msg
from planforge.model.review import Review
from planforge.readers.records import FileKind, read_record
from planforge.readers.review_checks import check_review
from planforge.source import Source

_REVIEW_FILE = FileKind(
    record=Review,
    check=check_review,
    shapeless=(
        msg("The file is not the review of a draft: it is made of keys, such as `follows: …`."),
        msg("Restore it from git, or make it anew with `planforge rollover`."),
    ),
    empty=(
        msg("The file is empty, or holds only comments."),
        msg("Restore it from git, or make it anew with `planforge rollover`."),
    ),
)


class ReviewResult(NamedTuple):
    """What came of a file: ``review`` is None where it cannot be understood as a review."""

    review: Review | None
    findings: tuple[Finding, ...]
    source: Source

    @property
    def has_errors(self) -> bool:
        """Whether a finding says that the file is wrong, not only doubtful."""
        return any(finding.severity == "error" for finding in self.findings)


def read_review(data: bytes, name: str = "") -> ReviewResult:
    """Return the review in ``data`` with all findings, in the order of their lines.

    ``name`` is the file's name as it should be printed. Nothing is raised for any content.
    """
    return ReviewResult(*read_record(data, name, _REVIEW_FILE))

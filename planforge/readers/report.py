"""The findings of one file as they are met."""

from planforge.findings import Finding, msg
from planforge.readers import codes

LIMIT = 500
"""Nobody mends more in one run; a file with more is mostly no plan at all."""


class TooManyFindingsError(Exception):
    """There is no use in reading on."""


class Report:
    """Collects findings; adding more than ``LIMIT`` raises TooManyFindingsError."""

    __slots__ = ("findings",)

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def add(self, finding: Finding) -> None:
        """Keep ``finding``, or say that there are too many and stop."""
        if len(self.findings) < LIMIT:
            self.findings.append(finding)
            return
        self.findings.append(
            codes.TOO_MANY.finding(
                msg("There are more than {limit} mistakes; the others are not shown.", limit=LIMIT),
                msg("Mend the first ones and run the command again."),
            )
        )
        raise TooManyFindingsError

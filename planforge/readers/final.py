"""What must be settled before a plan may go to signature."""

import datetime

from planforge.findings import Finding, Path, msg
from planforge.model.plan import Plan
from planforge.readers import codes
from planforge.readers.places import locate
from planforge.source import Source


def check_final(plan: Plan, source: Source) -> tuple[Finding, ...]:
    """Return an error for each thing a draft may leave blank and a final document may not."""
    path: Path = ("decision",) if plan.decision else ()
    issued = plan.decision or plan
    return tuple(
        locate(finding, source)
        for finding in (
            _number(issued.number, (*path, "number")),
            _date(issued.date, (*path, "date")),
        )
        if finding
    )


def _number(number: str, path: Path) -> Finding | None:
    if number.partition("/")[0].strip():
        return None
    return codes.NOT_FINAL.finding(
        msg("The final document has no number yet."),
        msg("Write the number given by the clerical office before the symbol: 182/KH-UBND."),
        path=path,
    )


def _date(date: datetime.date | None, path: Path) -> Finding | None:
    if date is not None:
        return None
    return codes.NOT_FINAL.finding(
        msg("The final document has no date yet."),
        msg("Write `date:` with the day of issue, or build without `--final`."),
        path=path,
    )

"""What must be settled before a plan may go to signature."""

import datetime

from planforge.findings import Finding, Path, msg
from planforge.model.plan import Plan
from planforge.model.review import Review
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


def check_decided(review: Review | None, file: str, source: Source) -> tuple[Finding, ...]:
    """Return an error where the review of a draft, in ``file``, leaves anything open.

    ``review`` is None where it cannot be read: then nobody knows what is decided. ``source`` is
    that of the plan.
    """
    if review is None:
        return (locate(_undecidable(file), source),)
    parts = tuple(review.parts())
    waiting = sum(part.is_open for _, part in parts)
    return (locate(_undecided(waiting, len(parts), file), source),) if waiting else ()


def check_reviewed(plan: Plan, file: str, stray: str, source: Source) -> tuple[Finding, ...]:
    """Return what there is to say of a plan that follows another and has no review, in ``file``.

    ``stray`` is a review of a draft from the same plan whose own draft is not there, "" for none.
    Without one the plan may have been written by hand, which is only doubtful.
    """
    if not plan.follows:
        return ()
    return (locate(_astray(file, stray) if stray else _unreviewed(plan.follows, file), source),)


def _astray(file: str, stray: str) -> Finding:
    return codes.NOT_FINAL.finding(
        msg("{stray} is the review of a draft from the same plan, but no draft has its name.",
            stray=stray),
        msg("If it is the review of this plan, rename it to {file}; otherwise delete it.",
            file=file),
        path=("follows",),
    )  # fmt: skip


def _unreviewed(follows: str, file: str) -> Finding:
    return codes.NO_REVIEW.finding(
        msg("The plan follows `{follows}`, but there is no review of what became of that plan.",
            follows=follows),
        msg("If `planforge rollover` drafted it, restore {file}; one written by hand needs none.",
            file=file),
        path=("follows",),
    )  # fmt: skip


def _undecidable(file: str) -> Finding:
    return codes.NOT_FINAL.finding(
        msg("The review of this draft has errors, so that its decisions cannot be known."),
        msg("Mend {file}; `planforge lint` shows what is wrong in it.", file=file),
        path=("follows",),
    )


def _undecided(waiting: int, total: int, file: str) -> Finding:
    return codes.NOT_FINAL.finding(
        msg("{open} of {total} decisions about this draft are still open.",
            open=waiting, total=total),
        msg("Decide them in {file}; `planforge rollover --status` lists them.", file=file),
        path=("follows",),
    )  # fmt: skip


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

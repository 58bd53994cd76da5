"""What keeps a plan from being built as the final document: errors, gaps, decisions not taken."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from planforge.cli.linting import configured_levels, lint_result
from planforge.cli.reviewing import Reviewed, find_stray_review, read_reviewed
from planforge.cli.workspace import review_path
from planforge.findings import Finding
from planforge.linter.engine import lint_review
from planforge.linter.levels import Levels
from planforge.linter.subject import Subject
from planforge.linter.suppressions import apply_suppressions
from planforge.model.plan import Plan
from planforge.readers import ReadResult
from planforge.readers.final import check_decided, check_final, check_reviewed
from planforge.readers.places import locate
from planforge.rollover.completing import complete_review
from planforge.source import Source
from planforge.writers.findings import Report

_REFUSED = Levels(select=("V103", "V104", "V105", "V106"))
"""Rules about reviews that are no matter of taste: who breaks them may lose a task."""


def check_signature(path: Path, result: ReadResult) -> tuple[tuple[Finding, ...], Report | None]:
    """Return what there is to say of the plan in ``path``, and of its review where it has one.

    An error keeps it from signature. ``result`` has a plan.
    """
    plan = result.plan
    if plan is None:
        return result.findings, None
    own = (*_lint_errors(result), *check_final(plan, result.source))
    file = review_path(path)
    if not os.path.lexists(file):
        return (*own, *_without_review(path, plan, result.source)), None
    reviewed = read_reviewed(file)
    complete = reviewed.review and complete_review(reviewed.review, reviewed.previous)
    decided = check_decided(complete, str(file), result.source)
    source = reviewed.result.source
    report = Report(Source(source.name, source.text, None), tuple(_refused(reviewed, plan)))
    return (*own, *decided), report


def _lint_errors(result: ReadResult) -> tuple[Finding, ...]:
    """Return what the linter would not let go to signature, and all that the reader says."""
    found = lint_result(result, Levels(levels=configured_levels()))
    return tuple(
        finding for finding in found if finding.severity == "error" or finding in result.findings
    )


def _without_review(path: Path, plan: Plan, source: Source) -> Iterable[Finding]:
    stray = find_stray_review(path, plan.follows) if plan.follows else None
    found = check_reviewed(plan, str(review_path(path)), str(stray or ""), source)
    return _not_allowed(found, source)


def _refused(reviewed: Reviewed, plan: Plan) -> Iterator[Finding]:
    """Yield, as errors, where the draft is not as its review says and no comment allows it."""
    if reviewed.review is None:
        return
    subject = Subject(plan, reviewed.review, reviewed.previous)
    source = reviewed.result.source
    found = (locate(finding, source) for finding in lint_review(subject, _REFUSED))
    for finding in _not_allowed((*reviewed.file_findings(), *found), source):
        yield replace(finding, severity="error")


def _not_allowed(found: tuple[Finding, ...], source: Source) -> Iterator[Finding]:
    """Yield what of ``found`` no comment allows; the comments themselves are the linter's."""
    kept = apply_suppressions(found, source, frozenset())
    return (finding for finding in found if finding in kept)

"""Runs the rules over a plan, or over the review of a draft."""

from typing import Literal

from planforge.findings import Finding
from planforge.linter.levels import Levels
from planforge.linter.registry import RULES
from planforge.linter.subject import Subject
from planforge.model.plan import Plan


def lint_plan(
    plan: Plan,
    levels: Levels = Levels(),  # noqa: B008 - frozen
    *,
    absent: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Return the findings of every rule about plans that is on, in the order of the rules.

    Findings carry paths; lines are the business of whoever has the file, and knows which of the
    files that the plan names are ``absent``.
    """
    return _run("plan", Subject(plan, absent=absent), levels)


def lint_review(subject: Subject, levels: Levels = Levels()) -> tuple[Finding, ...]:  # noqa: B008
    """Return the findings of every rule about reviews; their paths lead into the review."""
    return _run("review", subject, levels)


def _run(about: Literal["plan", "review"], subject: Subject, levels: Levels) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code=rule.code,
            rule=rule.name,
            severity=severity,
            path=violation.path,
            message=violation.message,
            hint=violation.hint,
            source=rule.source,
        )
        for rule in RULES
        if rule.about == about and (severity := levels.level_of(rule)) is not None
        for violation in rule.check(subject)
    )

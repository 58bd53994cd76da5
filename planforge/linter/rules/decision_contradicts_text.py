"""V107: what was to be changed is changed, and what was to be kept is still the same task."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.reviewed_rows import is_other_work, is_year_only, rows_by_name
from planforge.linter.reviews import Decision, decisions
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield tasks of both plans that are not as decided; a wording that was touched up is."""
    if subject.previous is None:
        return
    old, new = rows_by_name(subject.previous), rows_by_name(subject.plan)
    for decision in decisions(subject):
        name, into = decision.name, decision.part.into
        if decision.key != "task" or into or name not in old or name not in new:
            continue
        verdict = decision.part.decision
        if verdict == "change" and is_year_only(old[name], new[name]):
            yield _unchanged(decision)
        elif verdict == "keep" and is_other_work(old[name], new[name]):
            yield _changed(decision)


def _unchanged(decision: Decision) -> Violation:
    return Violation(
        (*decision.path, "decision"),
        msg(
            "`{name}` was decided to be changed, but nothing of it but years differs from the "
            "old plan.",
            name=decision.name,
        ),
        msg("Change it in the draft, or decide `keep`."),
    )


def _changed(decision: Decision) -> Violation:
    return Violation(
        (*decision.path, "decision"),
        msg(
            "`{name}` was decided to be kept, but in the draft it is another task.",
            name=decision.name,
        ),
        msg("Decide `change`; or, where the old task goes, `drop`, and give the new one its id."),
    )


RULE = Rule(
    code="V107",
    name="decision-contradicts-text",
    severity="warning",
    check=check,
    about="review",
    what=msg(
        "A task that was decided to be changed and stands in the draft as it stood, or that was "
        "decided to be kept and is worded as another task."
    ),
    why=msg("The draft was forgotten, or the review tells the next reader what is not so."),
    bad="""
follows: 2025.yaml
tasks:
  - task: kiem-tra-cong-vu   # dự thảo vẫn ghi y như năm trước
    decision: change
""",
    good="""
follows: 2025.yaml
tasks:
  - task: kiem-tra-cong-vu
    decision: keep
""",
)

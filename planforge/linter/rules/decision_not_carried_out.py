"""V104: the draft is as its review decided."""

from collections import Counter
from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.reviewed_rows import rows_by_name, task_words, words_of_unnamed
from planforge.linter.reviews import Decision, decisions, decisions_by_place, names_of
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.plan import Plan
from planforge.model.review import VERDICT_WORDS

_GOING = frozenset(("drop", "merge", "split"))
_STAYING = frozenset(("keep", "change"))


def check(subject: Subject) -> Iterator[Violation]:
    """Yield what was to leave and is still there, and what was to stay and is gone."""
    if subject.previous is None:
        return
    old, new = names_of(subject.previous), names_of(subject.plan)
    for decision in decisions(subject):
        verdict, into = decision.part.decision, decision.part.into
        if decision.name not in old.present(decision.key) or decision.name in into:
            continue
        is_there = decision.name in new.present(decision.key)
        if verdict in _GOING and is_there:
            yield _still_there(decision)
        elif verdict in _STAYING and not is_there and not into:
            yield _gone(decision)
    yield from _dropped_by_place(subject, subject.previous)


def _dropped_by_place(subject: Subject, previous: Plan) -> Iterator[Violation]:
    """Yield tasks without an id that were to be dropped and stand in the draft word for word."""
    dropped = [item for item in decisions_by_place(subject) if item.part.decision == "drop"]
    if not dropped:
        return
    rows = rows_by_name(previous)
    before = Counter(words_of_unnamed(rows.values()))
    there = frozenset(words_of_unnamed(rows_by_name(subject.plan).values()))
    for decision in dropped:
        words = task_words(rows[decision.name]) if decision.name in rows else ()
        if words in there and before[words] == 1:
            yield _still_there(decision)


def _still_there(decision: Decision) -> Violation:
    values = _values(decision)
    return Violation(
        (*decision.path, "decision"),
        msg("`{name}` still stands in the draft, but the decision is {decision}.", **values),
        msg("Take it out of the draft, or decide otherwise."),
    )


def _gone(decision: Decision) -> Violation:
    values = _values(decision)
    return Violation(
        (*decision.path, "decision"),
        msg("`{name}` is no longer in the draft, but the decision is {decision}.", **values),
        msg("Decide `drop`, `merge` or `split`; or write its new id after `into:`."),
    )


def _values(decision: Decision) -> dict[str, str | int | Message]:
    return {"name": decision.name, "decision": VERDICT_WORDS[decision.part.decision]}


RULE = Rule(
    code="V104",
    name="decision-not-carried-out",
    severity="warning",
    check=check,
    about="review",
    what=msg(
        "A task or area that was decided to be dropped, merged or split and still stands in the "
        "draft, or that was decided to be kept and is gone."
    ),
    why=msg("One of the two is wrong, and the plan that is signed is the draft."),
    bad="""
follows: 2025.yaml
tasks:
  - task: kiem-tra-cong-vu   # dự thảo vẫn còn nhiệm vụ này
    decision: drop
    reason: Đã giao cho Thanh tra tỉnh
""",
    good="""
follows: 2025.yaml
tasks:
  - task: tham-quan-mo-hinh  # dự thảo không còn nhiệm vụ này
    decision: drop
    reason: Không bố trí được kinh phí
""",
)

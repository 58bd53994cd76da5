"""V103: a decision names parts that exist."""

from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Message, Path, msg
from planforge.linter.reviews import (
    Decision,
    Names,
    decisions,
    decisions_by_place,
    names_of,
    nearest,
)
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.review import is_id

_MOST_SUGGESTIONS = 10
"""Looking for the name that was meant takes as long as the plan; more mistakes are no slips."""


class _Unknown(NamedTuple):
    """A name that is not among those that could stand there: ``known`` may have been meant."""

    path: Path
    problem: Message
    name: str
    known: frozenset[str]


def check(subject: Subject) -> Iterator[Violation]:
    """Yield names the old plan does not have, and destinations the new one does not have."""
    for number, unknown in enumerate(_unknown_names(subject)):
        best = nearest(unknown.name, unknown.known) if number < _MOST_SUGGESTIONS else ""
        hint = (
            msg("Did you mean `{best}`?", best=best)
            if best
            else msg("Write its id as it stands in the plan file, or add it there.")
        )
        yield Violation(unknown.path, unknown.problem, hint)


def _unknown_names(subject: Subject) -> Iterator[_Unknown]:
    old = names_of(subject.previous) if subject.previous else None
    new = names_of(subject.plan)
    for decision in decisions(subject):
        name, known = decision.name, old.possible(decision.key) if old else frozenset()
        if old and name not in known:
            problem = msg("The old plan has no `{name}`.", name=name)
            yield _Unknown((*decision.path, decision.key), problem, name, known)
        yield from _unknown_destinations(decision, new)
    for decision in decisions_by_place(subject):
        yield from _unknown_destinations(decision, new)


def _unknown_destinations(decision: Decision, new: Names) -> Iterator[_Unknown]:
    known = new.possible(decision.key)
    for index, name in enumerate(decision.part.into):
        if is_id(name) and name not in known:
            problem = msg(
                "`{part}` is to go into `{name}`, which the draft does not have.",
                part=decision.name,
                name=name,
            )
            others = known - {decision.name}
            yield _Unknown((*decision.path, "into", index), problem, name, others)


RULE = Rule(
    code="V103",
    name="decision-on-unknown-part",
    severity="warning",
    check=check,
    about="review",
    what=msg(
        "A decision about a task or area that the old plan does not have, or `into` one that the "
        "draft does not have."
    ),
    why=msg("What became of a task can then not be followed from one year to the next."),
    bad="""
follows: 2025.yaml
tasks:
  - task: tham-quan-mo-hinh
    decision: merge
    into: tap-huan-cchc-2
    reason: Cùng đối tượng, cùng thời gian
""",
    good="""
follows: 2025.yaml
tasks:
  - task: tham-quan-mo-hinh
    decision: merge
    into: tap-huan-cchc
    reason: Cùng đối tượng, cùng thời gian
""",
)

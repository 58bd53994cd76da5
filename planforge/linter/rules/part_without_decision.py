"""V105: the review of a draft leaves out no task and no area of the old plan."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.review_parts import missing_parts

_SHOWN = 5


def check(subject: Subject) -> Iterator[Violation]:
    """Yield, all at once, the areas that nothing is said of, and so the tasks."""
    if subject.previous is None:
        return
    missing = missing_parts(subject.review, subject.previous)
    if missing.areas:
        yield Violation(
            ("follows",),
            msg(
                "Nothing is said of {count} area(s) of the old plan: {names}.",
                count=len(missing.areas),
                names=_names(missing.areas),
            ),
            msg("Add `- area: {name}` with its decision to `areas:`.", name=missing.areas[0]),
        )
    if missing.tasks:
        yield Violation(
            ("follows",),
            msg(
                "Nothing is said of {count} task(s) of the old plan: {names}.",
                count=len(missing.tasks),
                names=_names(missing.tasks),
            ),
            msg("Add `- task: {name}` with its decision to `tasks:`.", name=missing.tasks[0]),
        )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if names[_SHOWN:] else "")


RULE = Rule(
    code="V105",
    name="part-without-decision",
    severity="warning",
    check=check,
    about="review",
    what=msg("A task or area of the old plan that the review of the draft does not name."),
    why=msg("A task that is struck from the list is dropped without anybody having decided so."),
    bad="""
follows: 2025.yaml
tasks:
  - task: ra-soat-van-ban
    decision: keep
""",
    good="""
follows: 2025.yaml
areas:
  - {area: institutions, decision: keep}
  - {area: procedures, decision: keep}
  - {area: organization, decision: keep}
  - {area: civil_service, decision: keep}
  - {area: public_finance, decision: keep}
  - {area: digital_government, decision: keep}
  - {area: direction, decision: keep}
tasks:
  - task: ra-soat-van-ban
    decision: keep
  - task: kiem-tra-cong-vu
    decision: keep
  - task: tap-huan-cchc
    decision: keep
  - task: tham-quan-mo-hinh
    decision: drop
    reason: Không bố trí được kinh phí
""",
)

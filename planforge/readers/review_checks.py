"""What must hold between the parts of a review before its decisions can be followed."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from planforge.findings import Finding, Path, msg
from planforge.model.review import VERDICT_WORDS, AreaReview, Review, TaskReview, is_id
from planforge.readers import codes

_UNSAID = {
    "merge": msg("`merge` is decided, but not what it is merged into."),
    "split": msg("`split` is decided, but not what it is split into."),
}
_STAYING_OR_GONE = frozenset(("keep", "drop"))
_REASONED = frozenset(("drop", "merge", "split"))


def check_review(review: Review, _lost: AbstractSet[str] = frozenset()) -> Iterator[Finding]:
    """Yield the findings about parts decided twice and decisions that are not complete."""
    seen: dict[tuple[str, str], int] = {}
    for path, part in review.parts():
        if isinstance(part, AreaReview | TaskReview):
            yield from _decided_twice(part, path, seen)
            yield from _destinations(part, path)
            yield from _reasons(part, path)


def _decided_twice(
    part: AreaReview | TaskReview, path: Path, seen: dict[tuple[str, str], int]
) -> Iterator[Finding]:
    key, name = _key_and_name(part)
    first = seen.setdefault((key, name), int(path[-1]))
    if is_id(name) and first != path[-1]:
        yield codes.DECIDED_TWICE.finding(
            msg("`{name}` is decided twice; it is number {number} of the list already.",
                name=name, number=first + 1),
            msg("Keep one of the two decisions and delete the other."),
            path=(*path, key),
        )  # fmt: skip


def _key_and_name(part: AreaReview | TaskReview) -> tuple[str, str]:
    return ("task", part.task) if isinstance(part, TaskReview) else ("area", part.area)


def _destinations(part: AreaReview | TaskReview, path: Path) -> Iterator[Finding]:
    if part.decision in _UNSAID and not any(part.into):
        yield codes.MISSING_INTO.finding(
            _UNSAID[part.decision],
            msg("Write after `into:` the ids it has in the new plan."),
            path=(*path, "decision"),
        )
    elif part.decision in _STAYING_OR_GONE and part.into:
        yield codes.IDLE_INTO.finding(
            msg("`into` says where this went, but the decision is {decision}.",
                decision=VERDICT_WORDS[part.decision]),
            msg("Write `decision: merge` or `decision: split`, or delete `into:`."),
            path=(*path, "into"),
        )  # fmt: skip


def _reasons(part: AreaReview | TaskReview, path: Path) -> Iterator[Finding]:
    if part.decision in _REASONED and not part.reason:
        yield codes.MISSING_REASON.finding(
            msg("{decision} is decided without a reason.", decision=VERDICT_WORDS[part.decision]),
            msg("Write after `reason:` why; the next reader of the plan will ask."),
            path=(*path, "decision"),
        )

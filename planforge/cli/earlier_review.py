"""What is decided already where a draft is made: about this one before, about the old plan."""

from pathlib import Path

from planforge.cli.drafting import Rolled
from planforge.cli.files import read_file
from planforge.cli.language import _
from planforge.cli.terminal import say
from planforge.cli.workspace import followed_file, review_path
from planforge.errors import InputError
from planforge.model.review import Review
from planforge.readers.review import ReviewResult, read_review
from planforge.rollover.carrying import Carried, carry_over


def with_earlier_decisions(rolled: Rolled) -> Carried:
    """Return the review of a draft, with what the one that is there decided about the same plan.

    Says where that one has errors; a copy of it is kept all the same.
    """
    fresh, path = rolled.review(), review_path(rolled.target)
    result = _read(path)
    if result is None:
        return Carried(fresh, 0, 0)
    if result.has_errors:
        message = _("{path} has errors: what cannot be read of it is not taken over.")
        say(message.format(path=path))
    earlier = result.review or Review(follows="")
    is_same_plan = followed_file(path, earlier.follows) == followed_file(path, fresh.follows)
    return carry_over(fresh, earlier, is_same_plan=is_same_plan)


def say_open_decisions(old: Path) -> None:
    """Say so where the old plan is a draft itself, with decisions that are still open."""
    result = _read(review_path(old))
    parts = [part for _path, part in result.review.parts()] if result and result.review else []
    waiting = sum(part.is_open for part in parts)
    if waiting:
        message = _("{path} is a draft itself: {open} of {total} decisions about it are open.")
        say(message.format(path=old, open=waiting, total=len(parts)))


def _read(path: Path) -> ReviewResult | None:
    """Return what came of a review, None where there is none to be read."""
    try:
        return read_review(read_file(path), str(path))
    except InputError:
        return None

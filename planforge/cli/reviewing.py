"""The review beside a draft, with what it is to be held against: draft and old plan."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from planforge.cli.files import read_file
from planforge.cli.workspace import followed_file, is_review, reviewed_plan
from planforge.errors import InputError
from planforge.findings import Finding
from planforge.model.plan import Plan
from planforge.model.review import Review
from planforge.readers import ReadResult, read_plan
from planforge.readers.review import ReviewResult, read_review
from planforge.readers.review_files import without_draft, without_old_plan


class Reviewed(Struct, frozen=True):
    """A review that was read from ``path``, and the plan before, None where it cannot be read."""

    path: Path
    result: ReviewResult
    previous: Plan | None

    @property
    def review(self) -> Review | None:
        """The review, None where it has errors."""
        return None if self.result.has_errors else self.result.review

    def file_findings(self) -> Iterator[Finding]:
        """Yield what is doubtful about the files around the review."""
        draft = reviewed_plan(self.path)
        if not os.path.lexists(draft):
            yield without_draft(str(draft), self.result.source)
        elif self.review is not None and self.previous is None:
            follows = self.review.follows
            is_there = os.path.lexists(followed_file(self.path, follows))
            yield without_old_plan(follows, self.result.source, is_there=is_there)


def read_reviewed(path: Path) -> Reviewed:
    """Return the review in ``path``; raises InputError where the file cannot be read."""
    result = read_review(read_file(path), str(path))
    follows = result.review.follows if result.review else ""
    return Reviewed(path, result, _previous_plan(path, follows) if follows else None)


def _previous_plan(path: Path, follows: str) -> Plan | None:
    """Return the plan a draft was made from; a draft does not follow itself."""
    file = followed_file(path, follows)
    if file == Path(os.path.normpath(reviewed_plan(path))):
        return None
    try:
        return sound_plan(read_plan(read_file(file), str(file)))
    except InputError:
        return None


def sound_plan(result: ReadResult) -> Plan | None:
    """Return a plan that was read without errors, so that rules can speak of it."""
    return None if result.has_errors else result.plan


def find_stray_review(path: Path, follows: str) -> Path | None:
    """Return the review beside ``path`` that has no draft and ``follows`` the same old plan."""
    old = followed_file(path, follows)
    for file in sorted(path.parent.iterdir()):
        if is_review(file) and not os.path.lexists(reviewed_plan(file)):
            review = _review_in(file)
            if review and followed_file(file, review.follows) == old:
                return file
    return None


def _review_in(file: Path) -> Review | None:
    try:
        return read_review(read_file(file), str(file)).review
    except InputError:
        return None

"""Writing a draft and its review: both or none, and nothing lost that was there."""

import contextlib
import os
from itertools import count
from pathlib import Path

from planforge.cli.drafting import Rolled
from planforge.cli.files import read_file, write_file
from planforge.cli.workspace import is_review, review_path
from planforge.errors import OutputError
from planforge.findings import msg


def write_draft(rolled: Rolled, review: bytes, *, force: bool) -> list[Path]:
    """Write the draft and its review, both or none; return the copies kept of what was there.

    Raises OutputError where something is there already and ``force`` is not given, and where
    they cannot be written.
    """
    target, beside = rolled.target, review_path(rolled.target)
    _refuse_itself(rolled)
    there = [path for path in (target, beside) if os.path.lexists(path)]
    if there and not force:
        raise OutputError(
            msg("{path} is there already; it is left as it is.", path=str(there[0])),
            msg("Open it, name another file with `-o`, or replace it with `--force`."),
        )
    kept = _keep_copies(there)
    _write_both((_linked(beside), review), (_linked(target), rolled.draft.data))
    return kept


def _linked(path: Path) -> Path:
    """Return the file itself where ``path`` is a link to it: a link stays a link."""
    return Path(os.path.realpath(path))


def _refuse_itself(rolled: Rolled) -> None:
    if os.path.lexists(rolled.target) and _is_same_file(rolled.old, rolled.target):
        raise OutputError(
            msg("{path} is the old plan itself; it is never written over.", path=str(rolled.old)),
            msg("Name another file with `-o`."),
        )


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _keep_copies(paths: list[Path]) -> list[Path]:
    """Copy files to names of their own, hidden from planforge by the mark before them."""
    for number in count(1):
        copies = [_copy_name(path, number) for path in paths]
        if not any(os.path.lexists(copy) for copy in copies):
            break
    for path, copy in zip(paths, copies, strict=True):
        write_file(copy, read_file(path))
    return copies


def _copy_name(path: Path, number: int) -> Path:
    """Return ``_2022 (bản cũ 1).yaml``; a review keeps its double ending."""
    ending = f".review{path.suffix}" if is_review(path) else path.suffix
    return path.with_name(f"_{path.name.removesuffix(ending)} (bản cũ {number}){ending}")


def _write_both(*files: tuple[Path, bytes]) -> None:
    """Write files; where one cannot be written, put back those before it."""
    before = {path: path.read_bytes() if path.is_file() else None for path, _data in files}
    done: list[Path] = []
    try:
        for path, data in files:
            done.append(path)
            write_file(path, data)
    except BaseException:
        for path in done:
            _put_back(path, before[path])
        raise


def _put_back(path: Path, data: bytes | None) -> None:
    """Undo what was written, as far as the system lets it: what stopped the writing is told."""
    with contextlib.suppress(OSError, OutputError):
        if data is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != data:
            write_file(path, data)

"""Writing a draft and its review: both or none, and nothing lost that was there."""

import contextlib
import os
from itertools import count
from pathlib import Path

from planforge.cli.drafting import Rolled
from planforge.cli.files import read_file, write_file
from planforge.cli.language import _
from planforge.cli.terminal import say
from planforge.cli.workspace import is_review, review_path
from planforge.errors import OutputError
from planforge.findings import Message, msg


def write_draft(rolled: Rolled, review: bytes, *, force: bool) -> list[Path]:
    """Write the draft and its review, both or none; return the copies kept of what was there.

    Raises OutputError where something is there already and ``force`` is not given, and where
    they cannot be written.
    """
    target, beside = rolled.target, review_path(rolled.target)
    _refuse_itself(rolled)
    _refuse_folders(target, beside)
    if not force:
        remedy = msg("Open it, name another file with `-o`, or replace it with `--force`.")
        refuse_existing(target, remedy)
    copies = _keep_copies(_files_there(target))
    files = {_linked(beside): review, _linked(target): rolled.draft.data}
    _write_both(files, {_linked(path): copy for path, copy in copies.items()})
    return list(copies.values())


def refuse_existing(target: Path, remedy: Message) -> None:
    """Raise OutputError, with ``remedy``, where a draft or its review is there already."""
    there = _files_there(target)
    if there:
        raise OutputError(
            msg("{path} is there already; it is left as it is.", path=str(there[0])), remedy
        )


def _files_there(target: Path) -> list[Path]:
    return [path for path in (target, review_path(target)) if os.path.lexists(path)]


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


def _refuse_folders(*paths: Path) -> None:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
            raise OutputError(
                msg("{path} is a folder.", path=str(path)),
                msg("Rename the folder, or name another file with `-o`."),
            )


def _keep_copies(paths: list[Path]) -> dict[Path, Path]:
    """Copy files to names of their own, hidden from planforge by the mark before them; or none."""
    for number in count(1):
        copies = {path: _copy_name(path, number) for path in paths}
        if not any(os.path.lexists(copy) for copy in copies.values()):
            break
    try:
        for path, copy in copies.items():
            write_file(copy, read_file(path))
    except BaseException:
        for copy in copies.values():
            _remove(copy)
        raise
    return copies


def _copy_name(path: Path, number: int) -> Path:
    """Return ``_2022 (bản cũ 1).yaml``; a review keeps its double ending."""
    ending = f".review{path.suffix}" if is_review(path) else path.suffix
    return path.with_name(f"_{path.name.removesuffix(ending)} (bản cũ {number}){ending}")


def _write_both(files: dict[Path, bytes], copies: dict[Path, Path]) -> None:
    """Write files; where one cannot be written, let all be as they were, without copies."""
    begun: list[Path] = []
    try:
        for path, data in files.items():
            begun.append(path)
            write_file(path, data)
    except BaseException:
        for path in begun:
            if path not in copies:
                _remove(path)
        for path, copy in copies.items():
            _put_back(path, copy)
        raise


def _put_back(path: Path, copy: Path) -> None:
    """Make ``copy`` the file it was made from, which takes no room on a full disk."""
    try:
        copy.replace(path)
    except OSError:
        say(_("What was there is kept as {path}.").format(path=copy))


def _remove(path: Path) -> None:
    """Delete a file as far as the system lets it: what stopped the writing is told."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)

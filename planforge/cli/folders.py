"""The plans of whole folders, in a revision of git and now or in two revisions."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planforge.cli import git
from planforge.cli.diff_pairs import Pair, Pairs, not_there
from planforge.cli.git import Spec
from planforge.cli.plan_files import FileAtWork, PlanFile, is_plan_name
from planforge.cli.revisions import FileInGit, unknown_revision
from planforge.errors import InputError
from planforge.findings import msg

_HERE = Path()
_MOST = 2


def read_revisions(arguments: Sequence[str], *, all_must_be: bool) -> tuple[list[str], list[str]]:
    """Return the revisions that stand first and what stands behind them.

    ``A..B`` are two revisions, ``A...B`` are B and where it left A. Raises InputError where there
    is no revision, or where all must be and one is not.
    """
    revisions: list[str] = []
    for index, argument in enumerate(arguments):
        found = _revisions_in(argument)
        if not found and (all_must_be or index == 0):
            raise _no_revision(arguments, argument, all_must_be=all_must_be)
        if not found or (index and not all_must_be and os.path.lexists(argument)):
            return _at_most_two(revisions), list(arguments[index:])
        revisions += found
    return _at_most_two(revisions), []


def _at_most_two(revisions: list[str]) -> list[str]:
    if len(revisions) > _MOST:
        raise InputError(
            msg("Only two revisions can be compared, not {count}.", count=len(revisions)),
            msg("Put paths behind two dashes: planforge diff HEAD~1 -- plans/"),
        )
    return revisions


def _revisions_in(argument: str) -> list[str]:
    for dots in ("...", ".."):
        first, found, last = argument.partition(dots)
        if found and not argument.startswith("."):
            ends = [first or "HEAD", last or "HEAD"]
            if not all(git.is_revision(end, _HERE) for end in ends):
                return []
            return [git.merge_base((ends[0], ends[1]), _HERE), ends[1]] if dots == "..." else ends
    return [argument] if git.is_revision(argument, _HERE) else []


def _no_revision(arguments: Sequence[str], argument: str, *, all_must_be: bool) -> InputError:
    if not all_must_be and os.path.lexists(argument):  # two files are meant; one is not there
        return not_there(next(name for name in arguments if not os.path.lexists(name)))
    if all_must_be or not ("/" in argument or "\\" in argument):
        return unknown_revision(argument, _HERE)
    return not_there(argument)


def pairs_under(revisions: Sequence[str], paths: Sequence[Path]) -> Pairs:
    """Return each plan under ``paths`` as it was in one revision and is in another one, or now.

    Raises InputError where there is no plan on either side.
    """
    found: dict[str, Pair] = {}
    for path in paths:
        for pair in _pairs_at(revisions, path):
            name = (pair.new or pair.old or FileAtWork(path)).name
            found.setdefault(name, pair)
    if not found:
        raise InputError(
            msg("There are no plans under {paths}.", paths=", ".join(map(str, paths))),
            msg("Name the folder or file that holds them, as git names it."),
        )
    return Pairs(list(found.values()), is_folder=True, since=revisions[0])


class _Corner(NamedTuple):
    """A path as git is asked for it: from the nearest folder that is there."""

    folder: Path
    inner: str
    prefix: str


def _pairs_at(revisions: Sequence[str], path: Path) -> Iterator[Pair]:
    corner = _corner(path)
    olds = _in_revision(revisions[0], corner)
    news = _in_revision(revisions[1], corner) if len(revisions) > 1 else _at_work(corner)
    for name in sorted({*olds, *news}):
        yield Pair(olds.get(name), news.get(name))


def _corner(path: Path) -> _Corner:
    folder = path
    while not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises for names too long
        folder = folder.parent
    return _Corner(folder, path.relative_to(folder).as_posix(), git.folder_in_repository(folder))


def _in_revision(revision: str, corner: _Corner) -> dict[str, PlanFile]:
    names = git.files_in_revision(revision, corner.folder, corner.inner)
    specs = {name: Spec(revision, corner.prefix + name) for name in names if is_plan_name(name)}
    objects = git.read_objects(list(map(str, specs.values())), corner.folder)
    return {
        name: FileInGit(spec, corner.folder, found.data if found else None)
        for (name, spec), found in zip(specs.items(), objects, strict=True)
    }


def _at_work(corner: _Corner) -> dict[str, PlanFile]:
    return {
        name: FileAtWork(corner.folder / name)
        for name in git.files_at_work(corner.folder, corner.inner)
        if is_plan_name(name)
    }

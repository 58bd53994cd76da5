"""What `planforge diff` is asked to compare: two files, a plan and the one it follows, or folders.

Arguments are read as git reads them: what stands behind ``--`` are paths; before it revisions and
files, and what is there as a file is meant as a file.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from planforge.cli.diff_pairs import Pair, Pairs, not_there, not_two_plans, usage
from planforge.cli.plan_files import FileAtWork, PlanFile, is_plan_name
from planforge.cli.workspace import PLANS
from planforge.errors import InputError
from planforge.findings import msg


def find_pairs(arguments: Sequence[str], paths: Sequence[str] | None) -> Pairs:
    """Return what is to be compared; ``paths`` are those behind ``--``, None without one.

    Raises InputError for what is neither a file nor a revision, with what was probably meant.
    """
    if paths is None and len(arguments) in (1, 2):
        files = [_file(argument) for argument in arguments]
        if len(files) == 1 and files[0]:
            return _with_predecessor(files[0])
        if len(files) == 2 and files[0] and files[1]:  # noqa: PLR2004
            return Pairs([Pair(files[0], files[1])])
    if "" in arguments:
        raise InputError(msg("A name is empty."), usage())
    if not arguments:
        return _only_paths(paths or ())
    return _in_revisions(arguments, paths)


def _with_predecessor(file: PlanFile) -> Pairs:
    from planforge.cli.predecessors import find_predecessor  # noqa: PLC0415 - two files need none

    return Pairs([Pair(find_predecessor(file), file)])


def _file(argument: str) -> PlanFile | None:
    """Return the file an argument names, None where it may be a revision, a folder or nothing."""
    if os.path.isfile(argument):  # noqa: PTH113 - Path.is_file raises for names too long
        return FileAtWork(Path(argument))
    if ":" not in argument:
        return None
    from planforge.cli.git import split_spec  # noqa: PLC0415 - only revisions need git
    from planforge.cli.revisions import FileInGit  # noqa: PLC0415

    spec = split_spec(argument)
    return FileInGit(spec, Path()) if spec else None


def _only_paths(paths: Sequence[str]) -> Pairs:
    """Return what paths without a revision mean: they are files, whatever they look like."""
    if not 1 <= len(paths) <= 2:  # noqa: PLR2004 - OLD [NEW]
        raise InputError(msg("There is nothing to compare."), usage())
    files = [FileAtWork(Path(path)) for path in paths]
    for path in paths:
        if not os.path.isfile(path):  # noqa: PTH113
            raise not_there(path)
    return Pairs([Pair(files[0], files[1])]) if len(files) > 1 else _with_predecessor(files[0])


def _in_revisions(arguments: Sequence[str], paths: Sequence[str] | None) -> Pairs:
    """Return the plans under paths, in one revision and now or in two revisions."""
    from planforge.cli.folders import pairs_under, read_revisions  # noqa: PLC0415

    if paths is None:
        _refuse_files(arguments)
    revisions, others = read_revisions(arguments, all_must_be=paths is not None)
    meant = [*others, *(paths or ())]
    if paths is None:
        _check_paths(meant)
    return pairs_under(revisions, [Path(path) for path in meant or (_default_folder(),)])


def _refuse_files(arguments: Sequence[str]) -> None:
    """Raise InputError where no argument can be a revision, or one is a plan that is not there."""
    from planforge.cli.git import split_spec  # noqa: PLC0415 - two files need no git

    for argument in arguments:
        is_file = is_plan_name(argument) and not split_spec(argument)
        if is_file and not os.path.lexists(argument):
            raise not_there(argument)
    if all(map(os.path.lexists, arguments)):
        raise not_two_plans(arguments)


def _check_paths(paths: Sequence[str]) -> None:
    """Raise InputError for a path that is not there: without ``--`` it may be anything."""
    for path in paths:
        if not os.path.lexists(path):
            raise not_there(path)


def _default_folder() -> str:
    return str(PLANS) if PLANS.is_dir() else "."

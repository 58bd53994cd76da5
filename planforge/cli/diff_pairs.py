"""Pairs of plans to compare, and what is said where arguments name none."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from planforge.cli.plan_files import PlanFile, is_plan_name
from planforge.errors import InputError
from planforge.findings import Message, msg


class Pair(NamedTuple):
    """Two plans to compare; None where the plan is there on the other side only."""

    old: PlanFile | None
    new: PlanFile | None


class Pairs(NamedTuple):
    """All pairs; ``is_folder`` says that whole folders were asked for: what differs is to be found.

    ``since`` names the old revision then.
    """

    pairs: Sequence[Pair]
    is_folder: bool = False
    since: str = ""


def not_two_plans(arguments: Sequence[str]) -> InputError:
    """Return that folders were named where plans or a revision should be."""
    if len(arguments) == 1:
        return InputError(
            msg(
                "{path} is a folder: name a plan, or a revision to compare with.", path=arguments[0]
            ),
            msg(
                "What changed in it since the last commit: planforge diff HEAD -- {path}. "
                "Its plans from year to year: planforge history {path}",
                path=arguments[0],
            ),
        )
    return InputError(msg("Two plans are compared, or a revision and folders."), usage())


def not_there(path: str) -> InputError:
    """Return that a path is neither a file nor a revision, with what was probably meant."""
    if os.path.isdir(path):  # noqa: PTH112
        return not_two_plans((path,))
    return InputError(
        msg("{path} is neither a file nor a revision.", path=path), _remedy(Path(path))
    )


def _remedy(path: Path) -> Message:
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    beside = os.listdir(path.parent) if path.parent.is_dir() else []  # noqa: PTH208
    names = {Path(name).stem: name for name in beside if is_plan_name(name)}
    best = closest(path.stem, names)  # that both end in .yaml makes no name like another
    if best:
        return msg("Did you mean `{best}`?", best=str(path.with_name(names[best])))
    return usage()


def usage() -> Message:
    """Return what may be asked for, each with an example."""
    return msg(
        "Two plans: planforge diff OLD NEW. A plan and the one it follows: planforge diff NEW. "
        "Since a revision of git: planforge diff HEAD~1 -- plans/"
    )

"""Which plan comes before a plan: the one it follows, or the last one of its series before it."""

from collections.abc import Iterable

from planforge.cli.language import _
from planforge.cli.plan_files import PlanFile
from planforge.cli.terminal import say
from planforge.errors import InputError
from planforge.findings import Message, msg


def find_predecessor(file: PlanFile) -> PlanFile:
    """Return the plan before the one in ``file``; raises InputError where none can be told."""
    follows = file.plan.follows
    if follows:
        return _followed(file, follows)
    before = last_before(file, file.siblings())
    if len(before) != 1:
        raise InputError(
            msg("{path} does not say which plan it follows.", path=file.name), _remedy(before)
        )
    say(
        _(
            "Compared with {path}, the last plan of the same series before it; "
            "`follows: {name}` in the plan would say so."
        ).format(path=before[0].name, name=before[0].path.name)
    )
    return before[0]


def _followed(file: PlanFile, follows: str) -> PlanFile:
    before = file.beside(follows)
    if before.name == file.beside(file.path.name).name:
        raise InputError(
            msg("{path} says that it follows itself.", path=file.name),
            msg("Name the plan before it under `follows`."),
        )
    if not before.exists():
        raise InputError(
            msg("{path} follows {before}, which is not there.", path=file.name, before=before.name),
            msg(
                "Correct `follows` in the plan: it is the file of the plan before, as seen from "
                "this one. Or name both plans: planforge diff OLD NEW"
            ),
        )
    warn_of_order(file, before)
    return before


def warn_of_order(file: PlanFile, before: PlanFile) -> None:
    """Say that a plan follows one for a later time, where it does."""
    plan, earlier = file.result.plan, before.result.plan
    if plan and earlier and earlier.period.start > plan.period.start:
        message = _("Attention: {path} ({period}) follows {before}, which is for {later}.")
        say(
            message.format(
                path=file.name, period=plan.period, before=before.name, later=earlier.period
            )
        )


def last_before(file: PlanFile, candidates: Iterable[PlanFile]) -> list[PlanFile]:
    """Return the plans of the series that come last before ``file``'s: one, where all is well."""
    own = file.result.plan
    if own is None or not own.series:
        return []
    name = own.series.encode()
    starts = {
        other: plan.period.start
        for other in candidates
        if name in other.data
        and (plan := other.result.plan) is not None
        and plan.series == own.series
        and plan.period.start < own.period.start
    }
    last = max(starts.values(), default=None)
    return [other for other, start in starts.items() if start == last]


def _remedy(before: list[PlanFile]) -> Message:
    if before:
        return msg(
            "Several plans of its series may be meant ({paths}): name one under `follows`.",
            paths=", ".join(other.name for other in before),
        )
    return msg(
        "Write it into the plan, as in `follows: 2021.yaml`, or name both plans: "
        "planforge diff OLD NEW"
    )

"""Comparing two plan files: what is said beside the report, and what a review has decided."""

from collections.abc import Mapping
from typing import NamedTuple

from planforge.changes import Changes
from planforge.cli.diff_pairs import Pair
from planforge.cli.language import _
from planforge.cli.plan_files import PlanFile
from planforge.cli.terminal import say
from planforge.differ import compare_plans


class Comparison(NamedTuple):
    """What came of a pair; ``changes`` is None where a plan is there on one side only."""

    pair: Pair
    changes: Changes | None = None

    @property
    def differs(self) -> bool:
        """Whether there is anything to be told."""
        return self.changes is None or bool(self.changes.differing)


def compare_files(old: PlanFile, new: PlanFile) -> Changes:
    """Return what changed from ``old`` to ``new``, as far as both can be read.

    Raises InputError, its findings shown, for a file that cannot be understood as a plan.
    """
    old_plan, new_plan = old.plan, new.plan
    if old_plan.series != new_plan.series and old_plan.series and new_plan.series:
        _warn_of_series(old, new)
    return compare_plans(old_plan, new_plan, old.name, new.name, decided_lineage(old, new))


def _warn_of_series(old: PlanFile, new: PlanFile) -> None:
    from planforge.cli.predecessors import last_before  # noqa: PLC0415 - mostly not needed

    say(
        _(
            "Attention: these are plans of different series: {old} ({series}) and "
            "{new} ({other}); they are compared all the same."
        ).format(old=old.name, series=old.plan.series, new=new.name, other=new.plan.series)
    )
    meant = last_before(new, new.siblings())
    if len(meant) == 1:
        say("  → " + _("Did you mean `{best}`?").format(best=meant[0].name))


def decided_lineage(old: PlanFile, new: PlanFile) -> Mapping[str, tuple[str, ...]]:
    """Return what the review of ``new`` decided about tasks of ``old``: the ids they went into.

    None where the task was dropped. There are no decisions between two versions of one plan.
    """
    if not old.plan.period.start < new.plan.period.start:
        return {}
    review = new.review()
    if review is None:
        return {}
    from planforge.readers.review import read_review  # noqa: PLC0415 - few plans have a review

    result = read_review(review.data, review.name)
    if result.has_errors:
        say(
            _(
                "{path} has errors: what it decides is not all known. `planforge lint` shows them."
            ).format(path=review.name)
        )
    tasks = result.review.tasks if result.review else ()
    return {task.task: task.into for task in tasks if task.decision in {"drop", "merge", "split"}}

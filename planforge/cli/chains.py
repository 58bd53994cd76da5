"""Which plans make a chain: each with the one it follows, or the last of its series before it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from planforge.cli.language import _
from planforge.cli.plan_files import FileAtWork, PlanFile
from planforge.cli.predecessors import last_before, warn_of_order
from planforge.cli.reports import with_progress
from planforge.cli.terminal import say
from planforge.cli.workspace import find_plans

Chain = tuple[PlanFile, ...]
"""Plan files, the oldest first."""


class Chains:
    """The chains that the plans under some paths belong to; ``broken`` are no plans."""

    def __init__(self, paths: Sequence[Path]) -> None:
        wanted = [FileAtWork(path) for path in find_plans(paths)]
        self.wanted = frozenset(map(_key, wanted))
        self.files: dict[str, PlanFile] = {}
        self.broken: list[PlanFile] = []
        self.before: dict[str, str] = {}
        self.load(with_progress([*wanted, *_beside(wanted, paths)], _("Reading")))
        self.link_series()

    def found(self) -> list[Chain]:
        """Return the chains, each plan with all that come before it."""
        followed = set(self.before.values())
        chains = [self.chain(key) for key in self.files if key not in followed]
        lost = (self.wanted & self.files.keys()).difference(*chains)
        if lost:
            self.say_circle(lost)
        wanted = [chain for chain in chains if self.wanted.intersection(chain)]
        return [tuple(self.files[key] for key in chain) for chain in wanted]

    def say_circle(self, keys: Iterable[str]) -> None:
        """Say that some plans follow each other and none is the first."""
        names = ", ".join(sorted(self.files[key].name for key in keys))
        say(_("These plans follow each other in a circle: {paths}.").format(paths=names))

    def load(self, files: Iterable[PlanFile]) -> None:
        """Read files and those they follow."""
        for file in files:
            key = _key(file)
            if key in self.files:
                continue
            plan = file.result.plan
            if plan is None:
                if key in self.wanted:
                    self.broken.append(file)
                continue
            self.files[key] = file
            if plan.follows:
                self.follow(key, file, plan.follows)

    def follow(self, key: str, file: PlanFile, follows: str) -> None:
        """Note which plan a plan follows, and read that too."""
        before = file.beside(follows)
        if before.exists():
            self.before[key] = _key(before)
            self.load([before])
            warn_of_order(file, before)
        else:
            message = _("{path} follows {before}, which is not there.")
            say(message.format(path=file.name, before=before.name))

    def link_series(self) -> None:
        """Let a plan that names no other follow the last of its series before it."""
        series: dict[str, list[PlanFile]] = {}
        for file in self.files.values():
            series.setdefault(file.result.plan.series if file.result.plan else "", []).append(file)
        for name, members in series.items():
            for file in members if name else ():
                if _key(file) not in self.before:
                    self.link(file, last_before(file, members))

    def link(self, file: PlanFile, last: Sequence[PlanFile]) -> None:
        """Let a plan follow the only one that comes last before it, unless that follows it."""
        if len(last) == 1 and _key(file) not in self.chain(_key(last[0])):
            self.before[_key(file)] = _key(last[0])
        elif len(last) > 1:
            message = _("{path} may follow any of {paths}: name one in it under `follows`.")
            say(message.format(path=file.name, paths=", ".join(other.name for other in last)))

    def chain(self, key: str) -> tuple[str, ...]:
        """Return the keys of a plan and of all before it, the oldest first."""
        keys = [key]
        while (before := self.before.get(keys[-1])) in self.files and before is not None:
            if before in keys:
                self.say_circle(keys[keys.index(before) :])
                break
            keys.append(before)
        return tuple(reversed(keys))


def _key(file: PlanFile) -> str:
    return os.path.abspath(file.path)  # noqa: PTH100 - resolve would follow links


def _beside(wanted: Iterable[PlanFile], paths: Sequence[Path]) -> Iterator[PlanFile]:
    """Yield the plans beside those that were named one by one: they may be of their chains."""
    named = {_key(FileAtWork(path)) for path in paths}
    for file in wanted:
        if _key(file) in named:
            yield from file.siblings()

"""How serious each rule is taken: the rules' own severities, a preset, and a workspace's wishes."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from planforge.findings import RulePage, Severity

Level = Literal["error", "warning", "info", "off"]


class Levels(Struct, frozen=True):
    """What a run asks for; empty: every rule at its own severity.

    ``levels`` sets a level by code or name. ``select`` and ``ignore`` name rules by code, name or
    family (the code's letter); ``select`` leaves only what it names.
    """

    levels: dict[str, Level] = {}
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def level_of(self, rule: RulePage) -> Severity | None:
        """Return the severity ``rule`` reports with, None where it is off."""
        if self.select and not _names(rule, self.select):
            return None
        level = self.levels.get(rule.code) or self.levels.get(rule.name) or rule.severity
        return None if level == "off" or _names(rule, self.ignore) else level


def _names(rule: RulePage, wanted: Iterable[str]) -> bool:
    return any(
        name == rule.name or rule.code.casefold().startswith(name.casefold()) for name in wanted
    )


def unknown_names(names: Iterable[str], rules: Iterable[RulePage]) -> tuple[str, ...]:
    """Return those of ``names`` that name no rule and no family."""
    known = tuple(rules)
    return tuple(name for name in names if not any(_names(rule, (name,)) for rule in known))

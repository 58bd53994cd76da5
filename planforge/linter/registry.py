"""All rules, written out: what is not here does not run."""

from planforge.linter.rule import Rule
from planforge.linter.rules import missing_lead

RULES: tuple[Rule, ...] = tuple(module.RULE for module in (missing_lead,))
"""The rules in the order of their codes."""

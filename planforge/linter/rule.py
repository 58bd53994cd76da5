"""The one face every rule has.

A rule is a module of `planforge.linter.rules` with a ``RULE``. Its check sees the plan, never YAML,
and knows neither its severity nor how it is printed. The page of the rule is made of the texts
here, and its examples run as tests.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from planforge.findings import Message, Path, RulePage
from planforge.linter.subject import Subject


class Violation(NamedTuple):
    """One place where a rule is broken: the problem and the remedy."""

    path: Path
    message: Message
    hint: Message


Check = Callable[[Subject], Iterable[Violation]]


class Rule(RulePage, frozen=True, kw_only=True):
    """A rule about a plan or the review of a draft, and its page."""

    check: Check

"""The one face every rule has.

A rule is a module of `planforge.linter.rules` with a ``RULE``. Its check sees the plan, never YAML,
and knows neither its severity nor how it is printed. The page of the rule is made of the texts
here, and its examples run as tests.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct

from planforge.findings import Message, Path, Severity
from planforge.linter.subject import Subject


class Violation(NamedTuple):
    """One place where a rule is broken: the problem and the remedy."""

    path: Path
    message: Message
    hint: Message


Check = Callable[[Subject], Iterable[Violation]]


class RulePage(Struct, frozen=True, kw_only=True):
    """What is printed of a rule.

    ``code`` is the family's letter and a number, ``name`` reads well after “allow”. ``what`` says
    what is looked for, ``why`` what goes wrong without it. ``bad`` and ``good`` are pieces of a
    plan file: whole top-level keys, laid over a small plan that is right. ``source`` is the
    clause it rests on, "" where custom is all there is.
    """

    code: str
    name: str
    severity: Severity
    what: Message
    why: Message
    bad: str
    good: str
    source: str = ""


class Rule(RulePage, frozen=True, kw_only=True):
    """A rule about a plan, and its page."""

    check: Check

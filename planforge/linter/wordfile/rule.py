"""The face of a rule of the built document."""

from collections.abc import Callable, Iterable
from typing import Literal

from planforge.findings import RulePage
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach

Check = Callable[[Anatomy], Iterable[Breach]]


class WordRule(RulePage, frozen=True, kw_only=True):
    """A rule that sees a Word file and not a plan; ``bad`` and ``good`` are words about it."""

    check: Check
    about: Literal["plan", "document"] = "document"

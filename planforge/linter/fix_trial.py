"""Which fixes of a plan file are harmless: found out by reading the file with them."""

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from planforge.editing.file_lines import Edit, FileLines
from planforge.findings import Finding, Path
from planforge.linter.typing_slips import Kind, mend_letters
from planforge.model.plan import Plan
from planforge.source import Mapping, Node, Scalar, Sequence, Source

_DECOMPOSED = "R104"
"""The one complaint about a file that a fix may end."""


class Reading(Protocol):
    """What came of reading a plan file."""

    @property
    def plan(self) -> Plan | None:
        """The plan, None where there is none."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file."""

    @property
    def source(self) -> Source:
        """The file's text and nodes."""


Read = Callable[[bytes], Reading]


class Fix(NamedTuple):
    """An edit of the words of ``scalar``, and how many slips of each kind it mends."""

    edit: Edit
    scalar: Scalar
    counts: Counter[Kind]


def harmless_fixes(fixes: list[Fix], file: FileLines, read: Read, before: Reading) -> list[Fix]:
    """Return those of ``fixes`` that can be made together; ``before`` came of the file as it is."""
    trial = _Trial(file, read, before)
    kept: list[Fix] = []
    pending = [fixes] if fixes else []
    while pending:
        batch = pending.pop()
        if trial.is_harmless([*kept, *batch]):
            kept += batch
        elif len(batch) > 1:
            middle = len(batch) // 2
            pending += [batch[middle:], batch[:middle]]
    return kept


class _Trial:
    """Reads the file with fixes and holds what comes of it against the file as it is."""

    def __init__(self, file: FileLines, read: Read, before: Reading) -> None:
        self._file = file
        self._read = read
        self._root = before.source.root
        self._complaints = _complaints(before)

    def is_harmless(self, fixes: list[Fix]) -> bool:
        """Whether the plan with ``fixes`` differs only in the spelling of the words they mend."""
        after = self._read(self._file.edited(fix.edit for fix in fixes))
        changed = {id(fix.scalar) for fix in fixes}
        return _complaints(after) == self._complaints and _is_same(
            self._root, after.source.root, changed
        )


def _complaints(reading: Reading) -> list[tuple[str, Path, int]]:
    return [
        (finding.code, finding.path, finding.line)
        for finding in reading.findings
        if finding.code != _DECOMPOSED
    ]


def _is_same(before: Node | None, after: Node | None, changed: AbstractSet[int]) -> bool:
    """Whether two trees differ only in the spelling of the scalars in ``changed``."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return list(before.items) == list(after.items) and all(
            _is_same(node, after.items[key], changed) for key, node in before.items.items()
        )
    if isinstance(before, Sequence) and isinstance(after, Sequence):
        return len(before.items) == len(after.items) and all(
            _is_same(*pair, changed) for pair in zip(before.items, after.items, strict=True)
        )
    if not isinstance(before, Scalar) or not isinstance(after, Scalar):
        return before is after
    if before.value == after.value or id(before) not in changed:
        return before.value == after.value
    return _essence(before.value) == _essence(after.value)


def _essence(value: str) -> str:
    """Return what of a text no mending may change: letters, numbers and marks in their order."""
    letters = "".join(mend_letters(value)[0].split())
    return re.sub(r"(?<!\d)0(?=\d)", "", letters).rstrip("./;:")

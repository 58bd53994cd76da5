"""Findings a person has looked at and allowed, with a reason, in a comment of the plan.

    # planforge: bỏ qua N101 - số in trong bản đã ban hành
    - id: tham-quan

The comment stands above a key or list item, or behind it on its line, and holds for all that is
indented under it. “ignore” and “allow” are understood as well.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from planforge.findings import Finding, Message, msg
from planforge.source import Mapping, Node, Scalar, Sequence, Source

_COMMENT = re.compile(
    r"(?:^|\s)#\s*planforge:\s*(?:bỏ qua|ignore|allow)\s+"
    r"(?P<names>[A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)"
    r"(?:\s*[-–—:]\s*(?P<reason>\S.*))?\s*$"
)


class Suppression(Struct, frozen=True):
    """A comment on ``line`` that allows ``names`` from ``first`` to ``last`` line."""

    line: int
    names: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Whether ``finding`` stands in its lines and is named by code or rule."""
        named = finding.code in self.names or finding.rule in self.names
        return named and self.first <= finding.line <= self.last


def find_suppressions(source: Source) -> tuple[Suppression, ...]:
    """Return the suppressions written in the comments of ``source``."""
    if "planforge:" not in source.text:
        return ()
    lines = source.text.split("\n")
    inside = _literal_lines(source.root)
    return tuple(
        _suppression(lines, number, match)
        for number, line in enumerate(lines)
        if "planforge:" in line and number not in inside and (match := _COMMENT.search(line))
    )


def _literal_lines(root: Node | None) -> set[int]:
    """Return the lines (from 0) that are text of a literal block, where ``#`` is no comment."""
    lines: set[int] = set()
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, Mapping):
            pending.extend(node.items.values())
        elif isinstance(node, Sequence):
            pending.extend(node.items)
        elif isinstance(node, Scalar) and node.literal:
            count = node.value.rstrip("\n").count("\n") + 1
            lines.update(range(node.line, node.line + count))
    return lines


def _suppression(lines: list[str], number: int, match: re.Match[str]) -> Suppression:
    first = number
    if not lines[number][: match.start()].strip():
        first = next((n for n in range(number + 1, len(lines)) if _is_content(lines[n])), number)
    return Suppression(
        line=number + 1,
        names=tuple(name.strip() for name in match["names"].split(",")),
        reason=(match["reason"] or "").strip(),
        first=first + 1,
        last=_block_end(lines, first) + 1,
    )


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _block_end(lines: list[str], first: int) -> int:
    """Return the last line of the block that begins on ``first``: all that is indented under it."""
    indent = _indent(lines[first])
    last = first
    for number in range(first + 1, len(lines)):
        if _is_content(lines[number]):
            if _indent(lines[number]) <= indent:
                break
            last = number
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def apply_suppressions(
    findings: Iterable[Finding], source: Source, active: frozenset[str]
) -> tuple[Finding, ...]:
    """Return ``findings`` without those that are allowed, with complaints about idle comments.

    ``active`` are the codes and names of the rules that ran: only they can show that a comment
    hides nothing. What makes a file unreadable cannot be allowed.
    """
    suppressions = find_suppressions(source)
    if not suppressions:
        return tuple(findings)
    used: set[int] = set()
    kept: list[Finding] = []
    for finding in findings:
        covering = [item for item in suppressions if item.covers(finding)]
        if covering and not (finding.code.startswith("R") and finding.severity == "error"):
            used.update(item.line for item in covering)
        else:
            kept.append(finding)
    return (*kept, *_complaints(suppressions, used, active))


def _complaints(
    suppressions: tuple[Suppression, ...], used: set[int], active: frozenset[str]
) -> Iterator[Finding]:
    for item in suppressions:
        names = ", ".join(item.names)
        if item.line not in used and active.issuperset(item.names):
            yield _complaint(
                item,
                ("X101", "unused-suppression"),
                msg("This comment allows {names}, but there is nothing to allow.", names=names),
                msg("Delete the comment."),
            )
        elif not item.reason:
            yield _complaint(
                item,
                ("X102", "suppression-without-reason"),
                msg("This comment allows {names} without saying why.", names=names),
                msg("Add the reason: `# planforge: bỏ qua {names} - …`.", names=names),
            )


def _complaint(
    item: Suppression, code: tuple[str, str], message: Message, hint: Message
) -> Finding:
    return Finding(
        code=code[0],
        rule=code[1],
        severity="warning",
        message=message,
        hint=hint,
        line=item.line,
        column=1,
    )

"""How long reports are shown: in colour and as wide as the terminal, with progress on the way."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO, TypeVar

import click

from planforge.writers.changes.lines import Paint, Role, unpainted

Item = TypeVar("Item")

_LOOKS: dict[Role, dict[str, str | bool]] = {
    "heading": {"bold": True},
    "relation": {"fg": "cyan"},
    "removed": {"fg": "red"},
    "added": {"fg": "green"},
    "year": {"dim": True},
    "meaning": {"fg": "yellow"},
}
_WIDEST = 120
"""Columns beyond which lines are hard to read."""

_USUAL_WIDTH = 100
_WORTH_A_BAR = 8
"""Plans from which somebody waits."""


def paint(text: str, role: Role) -> str:
    """Return words in the look of their role."""
    return click.style(text, **_LOOKS[role])  # type: ignore[arg-type]


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody sits before a stream; False too for one that was closed at the start."""
    return stream is not None and stream.isatty()


def shown_on(*, terminal: bool) -> tuple[Paint, int]:
    """Return how words are painted and how wide lines are: plain where it is no terminal.

    A terminal for which NO_COLOR is set keeps its width.
    """
    if not terminal:
        return unpainted, _USUAL_WIDTH
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = _USUAL_WIDTH
    painted = unpainted if os.environ.get("NO_COLOR") else paint  # as no-color.org asks
    return painted, min(columns or _USUAL_WIDTH, _WIDEST)


def with_progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """Yield the items, with a bar on a terminal where there are many."""
    if len(items) < _WORTH_A_BAR or not is_terminal(sys.stderr):
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar

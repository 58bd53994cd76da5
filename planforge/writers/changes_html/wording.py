"""What several parts of the page say alike, and how they say it."""

from collections.abc import Callable
from html import escape

from planforge.changes import Changes, Side
from planforge.findings import Message, Translate, msg

Say = Callable[[Message], str]
"""Gives a message in the page's language, escaped."""

LANGUAGE = msg("en")
"""The tag of the language that the catalogue speaks, by BCP 47."""

OLD = msg("Old plan")
NEW = msg("New plan")
TITLE = msg("Comparison of plans")


def speaker(translate: Translate) -> Say:
    """Return what says messages in the language of ``translate``, escaped."""
    return lambda message: escape(message.text(translate))


def side_labels(changes: Changes) -> tuple[str, str]:
    """Return what the two plans are called in short: by their files where they have one number."""
    old, new = _label(changes.old), _label(changes.new)
    return (old, new) if old != new else (changes.old.name, changes.new.name)


def _label(side: Side) -> str:
    """Return number and period; the file where there is neither. A draft has no number yet."""
    number = "" if side.number.startswith("/") else side.number
    period = f"({side.period})" if number and side.period else side.period
    return f"{number} {period}".strip() or side.name

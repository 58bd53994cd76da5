"""What may stand at a place of the file, in words, and how it is written."""

from collections.abc import Sequence as Row
from typing import NamedTuple

from planforge.findings import Message, msg
from planforge.source import Mapping, Scalar, Sequence


class Expected(NamedTuple):
    """What must stand at a place, and how to write it."""

    name: Message
    hint: Message


TEXT = Expected(
    msg("a text"),
    msg("Put the whole text in quotes where it starts with { or [, or has a colon and a space."),
)
LIST = Expected(
    msg("a list (lines that start with `- `)"),
    msg("Write every entry on a line of its own, indented, after `- `."),
)
FLAG = Expected(msg("true or false"), msg("Write true or false."))
DATE = Expected(msg("a date"), msg("Write the day as 2021-12-28 or 28/12/2021."))

FOUND: dict[type, Message] = {
    Scalar: msg("a text"),
    Sequence: msg("a list"),
    Mapping: msg("keys with values"),
}
"""What was found instead, by the type of the node."""


def choice(key: str, meant: str) -> Expected:
    """Return what is expected where ``key`` takes one word, ``meant`` for example."""
    return Expected(
        msg("a single word"),
        msg("Write the word alone, without brackets: `{key}: {choice}`.", key=key, choice=meant),
    )


def keys(names: Row[str]) -> Expected:
    """Return what is expected where the keys ``names`` must stand; without names, any keys."""
    hint = (
        msg("Write on the lines below, indented, `key: value`; the keys are: {keys}.",
            keys=", ".join(names))
        if names
        else msg("Write on the lines below, indented, `key: value`.")
    )  # fmt: skip
    return Expected(msg("keys with values"), hint)

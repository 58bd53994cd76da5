"""Numbers of sections, groups and tasks: generated from style and order, or kept as issued.

Decree 30/2020/NĐ-CP, PL I.II.6.d: Roman numerals, Arabic numerals, then letters with a bracket.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from planforge.vietnamese.letters import format_letter
from planforge.vietnamese.roman import LARGEST, format_roman

NOTHING = "none"
"""The style, or the kept number, of what is not numbered."""

_STYLE = re.compile(r"(Phần |\()?(1\.1|[IA1a])([.)]?)")
_NEXT_STYLE = {
    "": "I.",
    "Phần I": "I.",
    "A.": "I.",
    "I.": "1.",
    "1.": "a)",
    "1.1.": "a)",
    "1)": "-",
    "(1)": "-",
    "a)": "-",
    "-": "+",
    "none": "-",
    "A": "I",
    "I": "1",
    "1": "1.1",
    "1.1": "-",
}
_BULLETS = frozenset(("-", "+"))


class Number(Struct, frozen=True, gc=False):
    """A number as printed (``label``), its ``style``, and the parts a child's number needs.

    ``bare`` is the number without brackets and dots ("" where there is none); ``decimal`` is
    what a decimal number below it begins with.
    """

    label: str
    style: str
    bare: str = ""
    decimal: str = ""


UNNUMBERED = Number("", NOTHING)


class Numbered(Protocol):
    """What can be numbered: it may choose its style and keep a number as issued."""

    @property
    def style(self) -> str:
        """The style chosen, "" for the usual one."""

    @property
    def number(self) -> str:
        """The number as issued, "" for the generated one."""


def next_style(style: str) -> str:
    """Return the usual style of what stands below ``style``; "" is the top of the document."""
    return _NEXT_STYLE.get(style, "+")


def sub_task_style(style: str) -> str:
    """Return the usual style of the tasks under one numbered in ``style``."""
    return {"1": "1.1", "1.": "1.1.", "-": "+"}.get(style, "-")


def number_items(
    items: Iterable[Numbered], usual: str, parent: Number = UNNUMBERED
) -> list[Number]:
    """Return the numbers of siblings under ``parent``; each style counts on its own."""
    counts: dict[str, int] = {}
    numbers = []
    for item in items:
        style = item.style or usual
        counts[style] = counts.get(style, 0) + 1
        numbers.append(make_number(style, counts[style], parent, item.number))
    return numbers


def make_number(style: str, index: int, parent: Number = UNNUMBERED, kept: str = "") -> Number:
    """Return number ``index`` (from 1) in ``style``, or the number ``kept`` as issued."""
    if NOTHING in (style, kept):
        return UNNUMBERED
    parts = _parts(style)
    if parts is None:
        return Number(style if style in _BULLETS else "", style)
    prefix, counter, suffix = parts
    bare = kept or _COUNTERS[counter](index, parent.decimal)
    decimal = bare if counter.startswith("1") else str(index)
    return Number(f"{prefix}{bare}{suffix}", style, bare, decimal)


@lru_cache
def _parts(style: str) -> tuple[str, ...] | None:
    """Return what stands before the counter of a style, the counter, and what stands behind it."""
    match = _STYLE.fullmatch(style)
    return match and match.groups(default="")


def _decimal(index: int, parent: str) -> str:
    return f"{parent}.{index}" if parent else str(index)


def _roman(index: int) -> str:
    return format_roman(index) if index <= LARGEST else str(index)


_COUNTERS = {
    "I": lambda index, _: _roman(index),
    "A": lambda index, _: format_letter(index).upper(),
    "a": lambda index, _: format_letter(index),
    "1": lambda index, _: str(index),
    "1.1": _decimal,
}

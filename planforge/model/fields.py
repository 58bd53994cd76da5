"""The vocabulary in which the model's classes describe their fields."""

from typing import ClassVar

from msgspec import Struct

Lines = tuple[str, ...]
"""Printed lines; one line may be written as a plain string."""


class Key(Struct, frozen=True):
    """What a field is for (``doc``), an ``example`` of its value, the ``choices`` it is limited to.

    ``doc`` is English and is translated by the catalogue; ``example`` is YAML.
    """

    doc: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()


class Record(Struct, frozen=True, kw_only=True, gc=False):
    """A part of the plan. A field without a default must be given.

    Records hold no cycles, so the garbage collector need not look at them.

    ``shorthand`` names the field that a plain string fills where a mapping may stand.
    """

    shorthand: ClassVar[str] = ""

"""Numbers with Vietnamese separators: a dot between thousands, a comma before decimals."""

import re
from decimal import Decimal

_NUMBER = r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_SWAPPED = str.maketrans(".,", ",.")
_FIRST_UNPADDED = 10


def format_number(value: Decimal | int) -> str:
    """Return ``value`` as ``1.234.567,5``, with every decimal it has.

    Raises ValueError for an infinity or not-a-number.
    """
    number = Decimal(value)
    if not number.is_finite():
        message = f"{number} cannot be written in digits"
        raise ValueError(message)
    return f"{number:,f}".translate(_SWAPPED)


def parse_number(text: str) -> Decimal | None:
    """Return the number written in ``text``, with or without dots between thousands, or None."""
    if not re.fullmatch(_NUMBER, text):
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


def format_percent(value: Decimal | int) -> str:
    """Return ``value``, which counts hundredths, as ``99,5%``; raises as `format_number`."""
    return f"{format_number(value)}%"


def parse_percent(text: str) -> Decimal | None:
    """Return the 99.5 of ``99,5%``, or None."""
    return parse_number(text[:-1]) if text.endswith("%") else None


def format_count(count: int) -> str:
    """Return ``count`` as administrative style counts things: ``05``, ``12``, ``1.234``, ``0``."""
    return f"0{count}" if 0 < count < _FIRST_UNPADDED else format_number(count)

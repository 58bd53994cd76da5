"""Roman numerals as Phần, Mục and Phụ lục carry them (Phụ lục I, Phần I, Mục II.6 and III.1)."""

_NUMERALS = (
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
)
LARGEST = 3999
_LONGEST = len("MMMDCCCLXXXVIII")


def format_roman(number: int) -> str:
    """Return ``number`` in capital Roman numerals; raises ValueError outside 1 to 3999."""
    if not 1 <= number <= LARGEST:
        message = f"{number} has no Roman numeral"
        raise ValueError(message)
    written = ""
    for numeral, value in _NUMERALS:
        count, number = divmod(number, value)
        written += numeral * count
    return written


def parse_roman(text: str) -> int | None:
    """Return the number that `format_roman` prints as ``text``; None for IIII, iv and the like."""
    number = 0
    rest = text[:_LONGEST]
    for numeral, value in _NUMERALS:
        while rest.startswith(numeral):
            number += value
            rest = rest.removeprefix(numeral)
    return number if 1 <= number <= LARGEST and format_roman(number) == text else None

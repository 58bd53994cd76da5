import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.vietnamese.roman import format_roman, parse_roman


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (1999, "MCMXCIX"),
        (3888, "MMMDCCCLXXXVIII"),
    ],
)
def test_format_roman(number: int, text: str) -> None:
    assert format_roman(number) == text


def test_parse_inverts_format() -> None:
    assert [parse_roman(format_roman(number)) for number in range(1, 4000)] == [*range(1, 4000)]


@given(st.text("IVXLCDM", max_size=18))
def test_what_parses_is_what_would_be_printed(text: str) -> None:
    number = parse_roman(text)
    assert number is None or format_roman(number) == text


@pytest.mark.parametrize(
    "text", ["", "IIII", "VX", "IC", "iv", "MMMM", "I.", " I", "Ⅳ", "M" * 10**6]
)
def test_other_spellings_are_no_numerals(text: str) -> None:
    assert parse_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_numeral(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        format_roman(number)

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from planforge.vietnamese.numbers import (
    format_count,
    format_number,
    format_percent,
    parse_number,
    parse_percent,
)

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1234567.5"), "1.234.567,5"),
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (Decimal("-0.25"), "-0,25"),
        (Decimal("1E+4"), "10.000"),
    ],
)
def test_format_number(value: Decimal | int, text: str) -> None:
    assert format_number(value) == text


@given(decimals)
def test_parse_inverts_format(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_percent(format_percent(value)) == value


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_separators_are_those_of_the_locale(units: int, places: int) -> None:
    value = Decimal(units).scaleb(-places)
    expected = format_decimal(value, format="#,##0." + "0" * places, locale="vi")
    assert format_number(value) == expected


@pytest.mark.parametrize(("text", "value"), [("05", "5"), ("1234,50", "1234.5"), ("1.234", "1234")])
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "1,234.5", "1.23", "1.2345", ",5", "5,", "1.234.56", "NaN", "٣", "5%"]
)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("97%", "97"), ("99,5%", "99.5"), ("100%", "100")])
def test_percent(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)
    assert format_percent(Decimal(value)) == text


@pytest.mark.parametrize("text", ["97", "%", "97 %", "99.5%"])
def test_other_texts_are_no_percentages(text: str) -> None:
    assert parse_percent(text) is None


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (12345, "12.345")]
)
def test_counts_below_ten_take_a_zero(count: int, text: str) -> None:
    assert format_count(count) == text
    assert parse_number(text) == count


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_numbers_without_digits(value: Decimal) -> None:
    with pytest.raises(ValueError, match="digits"):
        format_number(value)

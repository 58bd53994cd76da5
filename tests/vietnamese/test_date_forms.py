import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.vietnamese.dates import (
    format_header_date,
    format_short_date,
    parse_date,
    parse_header_date,
)


@pytest.mark.parametrize(
    ("day", "header", "short"),
    [
        (dt.date(2022, 1, 5), "ngày 05 tháng 01 năm 2022", "05/01/2022"),
        (dt.date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (dt.date(2020, 6, 1), "ngày 01 tháng 6 năm 2020", "01/6/2020"),
        (dt.date(2020, 2, 10), "ngày 10 tháng 02 năm 2020", "10/02/2020"),
        (dt.date(2021, 11, 24), "ngày 24 tháng 11 năm 2021", "24/11/2021"),
    ],
)
def test_days_are_padded_as_the_decree_does(day: dt.date, header: str, short: str) -> None:
    assert format_header_date(day) == header
    assert format_short_date(day) == short


@given(st.dates())
def test_parsing_inverts_both_forms(day: dt.date) -> None:
    assert parse_header_date(format_header_date(day)) == day
    assert parse_date(format_header_date(day)) == day
    assert parse_date(format_short_date(day)) == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["1/6/2020", "01/06/2020", "ngày 01/6/2020", "Ngày 1 tháng 06 năm 2020"]
)
def test_padding_is_free_when_reading(text: str) -> None:
    assert parse_date(text) == dt.date(2020, 6, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2022",
        "0/1/2022",
        "1/13/2022",
        "2022-2-1",
        "1/6/20",
        "1/6/0000",
        "tháng 6/2020",
        " 1/6/2020",
        "1/6/2020.",
        "1-6-2020",
        "١/٦/٢٠٢٠",
        "ngày 30 tháng 02 năm 2022",
    ],
)
def test_other_texts_are_no_days(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text", ["ngày 1 tháng 6 năm 2020", "ngày 01 tháng 06 năm 2020", "01/6/2020"]
)
def test_header_date_is_strict(text: str) -> None:
    assert parse_header_date(text) is None


@given(st.text())
def test_any_text_may_be_read(text: str) -> None:
    parse_date(text)
    assert parse_header_date(text) is None

import re

import pytest
from hypothesis import given
from language_strategies import vietnamese_text, years

from planforge.vietnamese.years import classify_years, find_short_years

PLAN_2022 = range(2022, 2023)

EXAMPLES = [
    ("Thực hiện cải cách hành chính năm 2022", ["plan_year"]),
    ("Trong năm 2022 (nếu có)", ["deadline"]),
    ("Năm 2021", ["deadline"]),
    ("Hàng quý và năm 2022", ["deadline"]),
    ("Tháng 12/2021", ["deadline"]),
    ("Tháng 01/2023", ["deadline"]),
    ("Kế hoạch UBND tỉnh trước ngày 30/01/2022", ["deadline"]),
    ("Báo cáo Quý I/2022, Quý II năm 2022", ["deadline", "deadline"]),
    ("từ ngày 15/12/2021 đến ngày 14/3/2022", ["deadline", "deadline"]),
    ("chốt số liệu từ ngày 15 tháng 12 năm 2021", ["deadline"]),
    ("có hiệu lực từ ngày 01/7/2016", ["literal"]),
    ("Theo Kế hoạch năm 2022", ["plan_year"]),
    ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ", ["symbol", "citation_date"]),
    ("Kế hoạch số 163/KH-UBND ngày 24 tháng 11 năm 2021", ["citation_date"]),
    ("Quyết định số 2022/QĐ-UBND năm 2022", ["symbol", "citation_date"]),
    ("Nghị định số 60/2021/NĐ-CP năm 2022", ["symbol", "plan_year"]),
    ("Thông báo ngày 10 tháng 02 năm 2022 của Văn phòng UBND tỉnh", ["citation_date"]),
    ("Theo Nghị quyết phiên họp ngày 12/6/2022", ["citation_date"]),
    ("gửi Thông báo trước ngày 15/12/2022", ["deadline"]),
    ("Quyết định ngày 15/12/2022", ["deadline"]),
    (
        "Quyết định giao biên chế năm 2022 số 99/QĐ-UBND ngày 05/12/2021",
        ["literal", "citation_date"],
    ),
    ("Nghị quyết số 202/2025/QH15", ["symbol"]),
    ("Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015", ["citation_date"]),
    ("Luật Cán bộ, công chức năm 2022", ["literal"]),
    ("Quyết định số 140/QĐ-STC về phê duyệt kế hoạch thanh tra năm 2022", ["literal"]),
    ("theo Kế hoạch số 1/KH-UBND về đào tạo, UBND tỉnh ban hành kế hoạch năm 2022", ["plan_year"]),
    ("tiêu chuẩn TCVN 9001:2015", ["standard"]),
    ("TCVN ISO 9001: 2015 vào hoạt động", ["standard"]),
    ("giai đoạn 2021-2030", ["multi_year_period"] * 2),
    ("giai đoạn 2021 - 2030, giai đoạn 2021 – 2025", ["multi_year_period"] * 4),
    ("đến năm 2025, định hướng đến năm 2030", ["multi_year_period"] * 2),
    ("đến năm 2025, tầm nhìn 2045", ["multi_year_period"] * 2),
    ("từ năm 2021 đến năm 2025", ["multi_year_period"] * 2),
    ("Từ 2021 đến 2025", ["multi_year_period"] * 2),
    ("năm học 2021/2022", ["multi_year_period"] * 2),
    ("Số hóa 2022 hồ sơ; chi 2022 triệu đồng", ["literal"] * 2),
    ("năm 2022 hồ sơ giảm; quý I/2022 hồ sơ tăng", ["plan_year", "deadline"]),
    ("mã 2022A", []),
    ("Đánh giá Chỉ số CCHC năm 2021", ["previous_year"]),
    ("cao hơn so với năm trước (2021)", ["previous_year"]),
    ("Kết quả năm 2021", ["previous_year"]),
    ("khắc phục các tiêu chí mất điểm năm 2021", ["previous_year"]),
    ("Đến hết năm 2022 đạt 80%; đến năm 2022", ["plan_year", "multi_year_period"]),
    ("Từ năm 2020 đến hết năm 2022", ["multi_year_period"] * 2),
    ("Tổng kết năm; thành lập năm 2021", ["literal"]),
    ("Xây dựng Kế hoạch CCHC năm 2023", ["next_year"]),
    ("được công nhận năm 2023", ["literal"]),
    ("Hiến pháp năm 2013", ["literal"]),
    ("năm 1899, 12022, 20221 và số 0912022000", []),
]


@pytest.mark.parametrize(("text", "kinds"), EXAMPLES)
def test_classify_years(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in classify_years(text, PLAN_2022)] == kinds


def test_a_token_says_where_it_stands() -> None:
    (token,) = classify_years("CCHC năm 2022", PLAN_2022)
    assert (token.offset, token.year) == (9, 2022)


def test_the_period_of_the_plan_itself_moves() -> None:
    kinds = [token.kind for token in classify_years("giai đoạn 2026-2030", range(2026, 2031))]
    assert kinds == ["plan_year", "plan_year"]


def test_the_last_year_of_a_plan_for_years_moves() -> None:
    tokens = classify_years("đến năm 2030, sau năm 2030", range(2026, 2031))
    assert [token.kind for token in tokens] == ["plan_year", "plan_year"]


SHORT = [
    ("Tháng 12/21", ["Tháng 12/21"]),
    ("xong trong quý IV/22, gửi ngày 15/12/22.", ["quý IV/22", "15/12/22"]),
    ("xếp thứ 20/63; Quý I/2022; 12/KH-UBND; tháng 12/35; ngày 15/12/2022", []),
]


@pytest.mark.parametrize(("text", "found"), SHORT)
def test_years_of_two_digits_are_found_beside_the_plans(text: str, found: list[str]) -> None:
    spans = find_short_years(text, PLAN_2022)
    assert [text[start:end] for start, end in spans] == found


@given(years)
def test_the_year_of_the_plan_is_known_in_any_year(year: int) -> None:
    (token,) = classify_years(f"Kế hoạch cải cách hành chính năm {year}", range(year, year + 1))
    assert token.kind == "plan_year"


@given(vietnamese_text)
def test_every_year_is_classified_once_and_in_order(text: str) -> None:
    tokens = classify_years(text, PLAN_2022)
    written = re.finditer(r"(?<![0-9])(?:19|20)[0-9]{2}(?!\w)", text)
    assert [(token.offset, token.year) for token in tokens] == [
        (found.start(), int(found[0])) for found in written
    ]

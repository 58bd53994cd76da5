"""Rules on dates and deadlines: their pages, what they must find, what they must leave."""

import pytest
from rule_checks import messages, quoted, table

from planforge.linter.rules import (
    date_padding,
    deadline_before_issue,
    deadline_outside_period,
    due_on_day_off,
    impossible_date,
    mixed_quarters,
    own_number_disagrees,
    range_too_long,
    reversed_range,
    stale_year,
    title_period_disagrees,
    unknown_deadline,
    unpaired_deadlines,
)


@pytest.mark.parametrize(
    "words",
    [
        "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021",
        "xếp thứ 15/34 tỉnh, thành phố",
        "hoàn thành 45/13 nhiệm vụ",
        "TCVN ISO 9001:2015",
        "ngày 29/02 hằng năm",
        "ngày 29/02/2024",
        "Thông tư số 31/11/2022/TT-BNV",
        "31/12/2026",
        "quý IV năm 2026",
    ],
)
def test_dates_that_exist(words: str) -> None:
    assert messages(impossible_date.RULE, quoted(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "31/11/2026",
        "ngày 30/02/2026",
        "ngày 29/02/2026",
        "ngày 31 tháng 4 năm 2026",
        "ngày 31/9",
        "Tháng 13/2026",
        "tháng 00 năm 2026",
        "Quý V/2026",
        "Quý 5 năm 2026",
        "ngày 01/6/0202",
    ],
)
def test_dates_that_do_not_exist(words: str) -> None:
    assert len(messages(impossible_date.RULE, quoted(words))) == 1


def _due(deadline: str, task: str = "Rà soát văn bản", product: str = "Văn bản") -> str:
    return table(f'{{task: "{task}", product: {product}, lead: Sở Nội vụ, deadline: "{deadline}"}}')


@pytest.mark.parametrize(
    "deadline",
    [
        "Quý I",
        "Tháng 3",
        "6 tháng đầu năm",
        "Từ tháng 01 đến tháng 12/2026",
        "Tháng 6 và Tháng 12/2026",
        "Quý I, II/2026",
        "31/12/2026",
        "2026",
        "2026 - 2030",
        "Khi có yêu cầu",
        "Ngay sau khi có văn bản của Trung ương",
        "Đột xuất",
        "Liên tục",
        "Trong vòng 05 ngày",
        "…/2026",
        "Qúy I/2026",
        "-",
        "T12/2026",
        "Tháng 6/2026.",
    ],
)
def test_times_in_free_words(deadline: str) -> None:
    assert messages(unknown_deadline.RULE, _due(deadline)) == []


@pytest.mark.parametrize("deadline", ["Sở Nội vụ", "Quyết định", "UBND cấp xã", "Sớm", "abc"])
def test_cells_that_are_no_time(deadline: str) -> None:
    assert len(messages(unknown_deadline.RULE, _due(deadline))) == 1


@pytest.mark.parametrize(
    ("deadline", "task"),
    [
        ("Tháng 12/2025", "Xây dựng Kế hoạch CCHC năm 2026"),
        ("Tháng 01/2027", "Kiểm tra công vụ"),
        ("Quý I/2027", "Tự chấm điểm Chỉ số CCHC năm 2026"),
        ("Đến năm 2030", "Phát triển hạ tầng số"),
        ("Đến 31/12/2028", "Phát triển hạ tầng số"),
        ("Năm 2026 và những năm tiếp theo", "Sắp xếp đơn vị"),
        ("Trước ngày 01/01/2027", "Sắp xếp đơn vị"),
        ("Thường xuyên", "Sắp xếp đơn vị"),
        ("", "Sắp xếp đơn vị"),
    ],
)
def test_deadlines_custom_allows(deadline: str, task: str) -> None:
    assert messages(deadline_outside_period.RULE, _due(deadline, task)) == []
    assert messages(stale_year.RULE, _due(deadline, task)) == []


@pytest.mark.parametrize(
    ("deadline", "task"),
    [
        ("Tháng 11/2025", "Xây dựng Kế hoạch CCHC năm 2026"),
        ("Tháng 12/2025", "Kiểm tra công vụ"),
        ("Quý II/2027", "Tự chấm điểm Chỉ số CCHC năm 2026"),
        ("Trước ngày 30/6/2027", "Sắp xếp đơn vị"),
        ("Năm 2028", "Sắp xếp đơn vị"),
    ],
)
def test_deadlines_outside(deadline: str, task: str) -> None:
    assert len(messages(deadline_outside_period.RULE, _due(deadline, task))) == 1


@pytest.mark.parametrize("deadline", ["Năm 2025", "Năm 2024 và những năm tiếp theo"])
def test_a_stale_year_is_told_once(deadline: str) -> None:
    assert len(messages(stale_year.RULE, _due(deadline))) == 1
    assert messages(deadline_outside_period.RULE, _due(deadline)) == []


@pytest.mark.parametrize(
    ("words", "reversed_"),
    [
        ("từ ngày 15/12/2025 đến ngày 14/3/2026", False),
        ("từ ngày 15/12/2026 đến ngày 14/3/2026", True),
        ("từ 15/12/2026 - 14/3/2026", True),
        ("từ ngày 15 tháng 12 năm 2026 đến hết ngày 14 tháng 3 năm 2026", True),
        ("từ ngày 15/12 đến ngày 14/3/2026", False),
        ("từ tháng 12 đến tháng 3/2026", False),
        ("từ tháng 12/2026 đến tháng 3/2026", True),
        ("từ quý III/2026 đến quý I/2026", True),
        ("giai đoạn 2030-2021", True),
        ("giai đoạn 2021 - 2030", False),
        ("từ ngày 05/6/2026 đến ngày 05/6/2026", False),
        ("Công văn ngày 15/12/2026 và Công văn ngày 14/3/2026", False),
        ("từ ngày 31/11/2026 đến ngày 14/3/2026", False),
    ],
)
def test_spans(words: str, reversed_: bool) -> None:  # noqa: FBT001 - a row of a table
    assert bool(messages(reversed_range.RULE, quoted(words))) is reversed_


@pytest.mark.parametrize(
    ("words", "long"),
    [
        ("Báo cáo quý I: từ ngày 15/12/2025 đến ngày 14/3/2026", False),
        ("Báo cáo quý I: từ ngày 15/12/2024 đến ngày 14/3/2026", True),
        ("Báo cáo 6 tháng: từ ngày 15/12/2025 đến ngày 14/6/2026", False),
        ("Báo cáo 6 tháng: từ ngày 15/6/2025 đến ngày 14/6/2026", True),
        ("Báo cáo năm: từ ngày 15/12/2025 đến ngày 14/12/2026", False),
        ("Báo cáo tổng hợp năm 2026: từ ngày 15/12/2024 đến ngày 14/12/2026", True),
        ("Chiến dịch từ ngày 15/12/2024 đến ngày 14/12/2026", False),
        ("Ngày 15 tháng 7 năm 2026: từ ngày 15/12/2025 đến ngày 14/12/2026", False),
        ("Gửi báo cáo quý I. Đợt cao điểm từ ngày 15/12/2024 đến ngày 14/12/2026", False),
    ],
)
def test_windows(words: str, long: bool) -> None:  # noqa: FBT001 - a row of a table
    assert bool(messages(range_too_long.RULE, quoted(words))) is long


def test_a_plan_issued_late() -> None:
    late = "\ndate: 2026-03-10\n"
    plan = _due("Tháng 01/2026", "Ban hành Kế hoạch CCHC", "Kế hoạch")
    assert messages(deadline_before_issue.RULE, late + plan) == []
    assert len(messages(deadline_before_issue.RULE, late + _due("Tháng 01/2026"))) == 1
    assert messages(deadline_before_issue.RULE, late + _due("Tháng 3/2026")) == []
    assert messages(deadline_before_issue.RULE, "\ndate:\n" + _due("Tháng 01/2026")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kết quả thực hiện Kế hoạch CCHC năm 2025",
        "Tự chấm điểm Chỉ số CCHC năm 2025",
        "Ban hành kế hoạch khắc phục tiêu chí mất điểm năm 2025",
        "Năm 2025, tỉnh đã ban hành Kế hoạch CCHC năm 2025",
        "Xây dựng Kế hoạch CCHC năm 2027",
        "Triển khai Kế hoạch CCHC giai đoạn 2021-2025",
        "Kế hoạch số 12/KH-UBND ngày 05/01/2025 của UBND tỉnh",
        "Tiếp tục thực hiện kế hoạch tinh giản biên chế năm 2025",
        "Báo cáo tổng kết kế hoạch năm 2025",
    ],
)
def test_past_years_that_are_right(words: str) -> None:
    assert messages(stale_year.RULE, _due("Năm 2026", words)) == []


def test_a_plan_to_be_made_for_the_past() -> None:
    for words in ("Xây dựng Kế hoạch tuyên truyền CCHC năm 2025", "Kế hoạch kiểm tra năm 2025"):
        found = messages(stale_year.RULE, _due("Năm 2026", words))
        assert bool(found) is ("kiểm tra" not in words)


def test_headings_of_a_review_may_look_back() -> None:
    example = """
sections:
  - role: review
    title: Công tác cải cách hành chính năm 2025
    sections:
      - {title: Ưu điểm năm 2025, text: A.}
  - {title: Kết quả năm 2025, text: A.}
  - {title: "Nhiệm vụ năm 2026, so với năm 2025", text: A.}
  - {title: Chương trình giai đoạn 2021-2025, text: A.}
  - {title: Nhiệm vụ năm 2025, text: A.}
"""
    assert messages(stale_year.RULE, example) == [
        "“Nhiệm vụ năm 2025”: 2025 stands where the plan's own year belongs."
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Cải cách hành chính tỉnh Ninh Bình",
        "Cải cách hành chính năm 2026",
        "Thực hiện Chương trình giai đoạn 2021-2030",
        "Khắc phục Chỉ số CCHC năm 2025",
        "Triển khai Luật Đất đai năm 2024",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        "Chuyển đổi số đến năm 2030",
    ],
)
def test_titles_that_agree(title: str) -> None:
    assert messages(title_period_disagrees.RULE, f"\ntitle: {title}\n") == []


@pytest.mark.parametrize("title", ["Cải cách hành chính năm 2025", "Cải cách giai đoạn 2016-2020"])
def test_titles_that_disagree(title: str) -> None:
    assert len(messages(title_period_disagrees.RULE, f"\ntitle: {title}\n")) == 1


def test_the_same_number_in_another_year_is_another_plan() -> None:
    other = quoted("Tiếp nối Kế hoạch số 05/KH-UBND ngày 05/01/2024 của UBND tỉnh.")
    own = quoted("Kế hoạch số 05/KH-UBND ngày 29/12/2025 của UBND tỉnh.")
    draft = "\nnumber: /KH-UBND\n" + quoted("Luật Tổ chức Chính phủ ngày 18/02/2025.")
    assert messages(own_number_disagrees.RULE, draft) == []
    assert messages(own_number_disagrees.RULE, other) == []
    assert messages(own_number_disagrees.RULE, own) == [
        "“29/12/2025” here, “30/12/2025” in the header."
    ]


def test_days_off() -> None:
    event = _due("Ngày 10/10/2026", "Hưởng ứng Ngày Chuyển đổi số quốc gia")
    for example in (event, _due("Trước ngày 02/9/2026"), _due("Đến 31/10/2027")):
        assert messages(due_on_day_off.RULE, example) == []
    assert messages(due_on_day_off.RULE, _due("Ngày 10/10/2026")) == [
        "“Ngày 10/10/2026” is a Saturday."
    ]


def test_quarters_in_one_kind() -> None:
    assert messages(mixed_quarters.RULE, quoted("Quý 1/2026, quý 4/2026; quyết quý")) == []


def test_padding_of_ones_own() -> None:
    assert messages(date_padding.RULE, "\nbases: []\n" + quoted("10/03/2026, tháng 04/2026")) == []


def test_one_deadline_serves_all_products() -> None:
    row = "{task: A, product: [B, C, D], lead: Sở Nội vụ, deadline: Năm 2026}"
    assert messages(unpaired_deadlines.RULE, table(row)) == []

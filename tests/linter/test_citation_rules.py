"""What the rules on citations find, and what they leave alone."""

import pytest
from citation_checks import BY_CODE, RULES, of_text, violations

from planforge.linter.rule import Rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_the_page(rule: Rule) -> None:
    found = violations(rule.code, rule.bad)
    assert found
    for violation in found:
        assert violation.message.text().endswith(".")
        assert violation.hint.text().endswith((".", "?"))
    assert violations(rule.code, rule.good) == []


def test_the_line_under_an_appendix_is_left_alone() -> None:
    example = """
appendices:
  - id: phu-luc
    note: (Kèm theo Kế hoạch số 05 /KH - UBND ngày 31/12/2026 của Sở Nội vụ)
    tasks: [{task: Rà soát, lead: Sở Tư pháp}]
"""
    assert [code for code in BY_CODE if violations(code, example)] == []


@pytest.mark.parametrize("symbol", ["39/NQ-TW", "04/NQ-TU", "76-NQ/CP", "15-KH/UBND"])
def test_the_order_of_slash_and_hyphen(symbol: str) -> None:
    assert len(of_text("C102", f"Theo văn bản số {symbol}.")) == 1


@pytest.mark.parametrize("symbol", ["39-NQ/TW", "76/NQ-CP", "12/KH-BCĐTW", "12-NQ/BCSĐ"])
def test_the_right_order_is_left_alone(symbol: str) -> None:
    assert of_text("C102", f"Theo văn bản số {symbol}.") == []


# --- Completeness -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Bộ Chính trị.",
        "Kế hoạch số 73/KH-UBND ngày 16/7/2018 và Kế hoạch số 9/KH-UBND ngày 1/2/2020 của tỉnh.",
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 và Luật số 64/2025/QH15.",
        "Nghị định số 60/2021/NĐ-CP của Chính phủ ngày 21/6/2021 quy định cơ chế tự chủ.",
        "Quyết định của Thủ tướng Chính phủ số 1847/QĐ-TTg ngày 27/12/2018.",
        "UBND tỉnh đã ban hành Kế hoạch số 163/KH-UBND ngày 24/11/2021 về cải cách hành chính.",
        "Nghị định số 9/2021/NĐ-CP ngày 1/1/2021 của Chính phủ sửa đổi Nghị định số 8/2018/NĐ-CP.",
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 14/TTr-SNV ngày 28/6/2018.",
        "Công văn số 3/STP-VB ngày 1/2/2020 và Báo cáo thẩm định số 8/BC-STP ngày 5/2/2020 của Sở.",
        "Kế hoạch số 05/KH-UBND được đăng tải.",
    ],
)
def test_what_counts_as_complete(text: str) -> None:
    assert of_text("C103", text) == []


def test_only_the_first_citation_is_complete() -> None:
    full = "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ."
    short = "Nghị định số 60/2021/NĐ-CP."
    assert of_text("C103", full, short, short) == []
    assert len(of_text("C103", short, full, short)) == 1


def test_a_footnote_comes_after_its_call() -> None:
    keys = "footnotes:\n  '1': Nghị định số 9/2021/NĐ-CP ngày 1/1/2021 của Chính phủ"
    assert of_text("C103", "Theo quy định[^1].", "Nghị định số 9/2021/NĐ-CP.", keys=keys) == []
    assert len(of_text("C103", "Nghị định số 9/2021/NĐ-CP.", "Theo[^1].", keys=keys)) == 1


def test_headings_name_documents_shortly() -> None:
    assert violations("C103", "title: Thực hiện Nghị quyết số 9/NQ-CP năm 2026") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quyết định số 140/QĐ-STC ngày 15/12/2022 về thanh tra.", "lacks its issuer"),
        ("Nghị quyết số 18-NQ/TW của Bộ Chính trị.", "lacks its date"),
        ("Nghị định số 117/2013/NĐ-CP.", "lacks date and issuer"),
    ],
)
def test_the_message_says_what_is_missing(text: str, words: str) -> None:
    (violation,) = of_text("C103", text)
    assert words in violation.message.text()


def test_so_is_missed_only_after_a_type() -> None:
    assert len(of_text("C104", "Theo Nghị định 43/2022/NĐ-CP.")) == 1
    assert of_text("C104", "Theo các Nghị định số 1/2020/NĐ-CP, 2/2020/NĐ-CP (3/2020/NĐ-CP).") == []


# --- Two dates, two subjects --------------------------------------------------------------


def test_a_number_with_its_year_has_one_date() -> None:
    first = "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ."
    (violation,) = of_text("C105", first, "Nghị định số 60/2021/NĐ-CP ngày 12/6/2021.")
    assert "12/6/2021 here and 21/6/2021" in violation.message.text()
    assert "One of the two dates is wrong" in violation.hint.text()


@pytest.mark.parametrize(
    "other",
    [
        "Kế hoạch số 111/KH-UBND ngày 15/12/2020 của UBND xã An Hòa.",
        "Kế hoạch số 111/KH-UBND ngày 15/12/2020 của UBND tỉnh về tự chủ của đơn vị sự nghiệp.",
        "Kế hoạch số 111/KH-UBND ngày 29 tháng 9 năm 2021.",
        "Kế hoạch số 111/KH-UBND.",
    ],
)
def test_two_documents_may_share_a_number(other: str) -> None:
    first = "Kế hoạch số 111/KH-UBND ngày 29/9/2021 của UBND tỉnh về cải cách hành chính."
    assert of_text("C105", first, other) == []


def test_one_spelling_of_the_issuer_is_another() -> None:
    first = "Kế hoạch số 9/KH-UBND ngày 29/9/2021 của Ủy ban nhân dân (UBND) tỉnh Nam Định."
    assert len(of_text("C105", first, "Kế hoạch số 9/KH-UBND ngày 1/9/2021 của UBND tỉnh.")) == 1


def test_one_document_has_one_subject() -> None:
    first = (
        "Kế hoạch số 9/KH-UBND ngày 1/9/2021 của UBND tỉnh về cải cách hành chính giai đoạn mới."
    )
    other = "Kế hoạch số 9/KH-UBND ngày 1/9/2021 của UBND tỉnh về chuyển đổi số doanh nghiệp nhỏ."
    short = "Kế hoạch số 9/KH-UBND ngày 1/9/2021 của UBND tỉnh về CCHC giai đoạn mới."
    assert len(of_text("C109", first, other)) == 1
    assert of_text("C109", first, short, keys="abbreviations: {CCHC: cải cách hành chính}") == []


def test_documents_of_one_day_may_follow_each_other() -> None:
    first = "Quyết định số 1955/QĐ-UBND ngày 25/10/2022 của UBND tỉnh về rà soát nội bộ."
    other = "Quyết định số 1956/QĐ-UBND ngày 25/10/2022 của UBND tỉnh về đơn giản hóa thủ tục."
    assert of_text("C109", first, other) == []


# --- Symbol against issuer, type and date -------------------------------------------------


@pytest.mark.parametrize(
    ("citation", "count"),
    [
        ("Nghị định số 60/2021/NĐ-CP của Bộ Nội vụ", 1),
        ("Quyết định số 1847/QĐ-TTg của Chính phủ", 1),
        ("Quyết định số 905/QĐ-BNV của Bộ Tài chính", 1),
        ("Nghị quyết số 39-NQ/TW của Chính phủ", 1),
        ("Quyết định số 1847/QĐ-TTg của Thủ tướng Chính phủ", 0),
        ("Quyết định số 905/QĐ-BNV của Bộ trưởng Bộ Nội vụ", 0),
        ("Quyết định số 12/QĐ-UBND của Chủ tịch Uỷ ban nhân dân tỉnh", 0),
        ("Kế hoạch số 12/KH-UBND của HĐND, UBND tỉnh", 0),
        ("Kế hoạch số 12/KH-UBND của phường Đông Hòa", 0),
        ("Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo", 0),
        ("Nghị quyết số 04-NQ/TU của Ban Chấp hành Đảng bộ tỉnh", 0),
    ],
)
def test_symbol_and_issuer(citation: str, count: int) -> None:
    assert len(of_text("C106", f"Theo {citation}.")) == count


@pytest.mark.parametrize(
    ("citation", "count"),
    [
        ("Nghị quyết số 60/2021/NĐ-CP", 1),
        ("Thông báo Kết luận số 12/TB-VPCP", 0),
        ("Quyết định phê duyệt Kế hoạch số 12/QĐ-UBND", 0),
        ("Quy định số 12-QĐ/TW", 0),
        ("Công văn số 12/UBND-VX", 0),
        ("Văn bản số 12/KH-UBND", 0),
    ],
)
def test_symbol_and_type(citation: str, count: int) -> None:
    assert len(of_text("C110", f"Theo {citation}.")) == count


def test_nothing_is_later_than_the_plan() -> None:
    text = "Quyết định số 9/QĐ-UBND ngày 30/12/2025 của UBND tỉnh."
    assert of_text("C112", text, keys="date: 2025-12-30") == []
    assert len(of_text("C112", text, keys="date: 2025-12-29")) == 1

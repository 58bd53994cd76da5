"""What the rules on citations find, and what they leave alone."""

import time
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_rules import plan_of

from planforge.linter.broken_symbols import find_broken_symbols
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

NAMES = (
    "unreadable_symbol",
    "party_symbol_order",
    "incomplete_first_citation",
    "citation_without_so",
    "document_with_two_dates",
    "symbol_contradicts_issuer",
    "known_document_cited_wrongly",
    "document_not_in_force",
    "same_document_cited_differently",
    "symbol_contradicts_type",
    "symbol_contradicts_date",
    "document_from_the_future",
    "document_perhaps_cited_wrongly",
    "document_perhaps_not_in_force",
)
RULES: tuple[Rule, ...] = tuple(
    import_module(f"planforge.linter.rules.{name}").RULE for name in NAMES
)
BY_CODE = {rule.code: rule for rule in RULES}


def violations(code: str, example: str) -> list[Violation]:
    return list(BY_CODE[code].check(Subject(plan_of(example))))


def of_text(code: str, *paragraphs: str, keys: str = "") -> list[Violation]:
    text = "\n\n".join(f"  {paragraph}" for paragraph in paragraphs)
    return violations(code, f"{keys}\nopening: |\n{text}\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_the_page(rule: Rule) -> None:
    found = violations(rule.code, rule.bad)
    assert found
    for violation in found:
        assert violation.message.text().endswith(("."))
        assert violation.hint.text().endswith((".", "?"))
    assert violations(rule.code, rule.good) == []


# --- Symbols ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("76/NÐ-CP", "76/NĐ-CP"),
        ("63/2021/NQ-HÐND", "63/2021/NQ-HĐND"),
        ("60/2021/NĐ_CP", "60/2021/NĐ-CP"),
        ("60/2021/NĐCP", "60/2021/NĐ-CP"),
        ("60/2021/ND-CP", "60/2021/NĐ-CP"),
        ("66/2026NĐ-CP", "66/2026/NĐ-CP"),
        ("12/QD-UBND", "12/QĐ-UBND"),
        ("108/NQ - HĐND", "108/NQ-HĐND"),
        ("182 /KH-UBND", "182/KH-UBND"),
        ("76/NQ/CP", "76/NQ-CP"),
        ("39/NQ/TW", "39-NQ/TW"),
        ("39 -NQ/TW", "39-NQ/TW"),
        ("72/2025/QHI5", "72/2025/QH15"),
        ("72/2025/QH 15", "72/2025/QH15"),
    ],
)
def test_a_broken_symbol_is_mended(text: str, meant: str) -> None:
    (broken,) = find_broken_symbols(f"theo văn bản số {text} ngày 01/7/2021.")
    assert broken.written == text
    assert str(broken.meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1847/QĐ-TTg; Nghị quyết số 39-NQ/TW; Nghị quyết số 66.25/2026/NQ-CP",
        "Thông tư liên tịch số 02/2016/TTLT/BTC-BNV; Công văn số 2231/SNV-CCHC&PC",
        "Kế hoạch số 108/KH-UBND - HĐND tỉnh giám sát",
        "Tháng 12/2021 - Tháng 12/2022; 01/2022 - KH của UBND; 24/7; 15/34 tỉnh; 01 lần/năm",
        "Kế hoạch số /KH-UBND; Quyết định số ...../QĐ-UBND",
        "Biểu mẫu số 01-BC-UBND; TCVN ISO 9001:2015; QCVN 01/2022/BCT",
        "12-KH/TWĐTN; 05/BNV-VP; 12/QĐ-UBND/HC",
    ],
)
def test_other_texts_hold_no_broken_symbol(text: str) -> None:
    assert list(find_broken_symbols(text)) == []


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
        "Kế hoạch số 73/KH-UBND ngày 16/7/2018 và Kế hoạch số 9/KH-UBND ngày 1/2/2020 của UBND tỉnh.",
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 và Luật số 64/2025/QH15.",
        "Nghị định số 60/2021/NĐ-CP của Chính phủ ngày 21/6/2021 quy định cơ chế tự chủ.",
        "Quyết định của Thủ tướng Chính phủ số 1847/QĐ-TTg ngày 27/12/2018.",
        "UBND tỉnh đã ban hành Kế hoạch số 163/KH-UBND ngày 24/11/2021 về cải cách hành chính.",
        "Nghị định số 9/2021/NĐ-CP ngày 1/1/2021 của Chính phủ sửa đổi, bổ sung một số điều của"
        " Nghị định số 8/2018/NĐ-CP.",
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
    first = "Kế hoạch số 9/KH-UBND ngày 1/9/2021 của UBND tỉnh về cải cách hành chính giai đoạn mới."
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


# --- Known documents ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nghị định số 60/2021/NĐ-CP ngày 12/6/2021 của Chính phủ.", 1),
        ("Nghị quyết số 76/NQ-CP ngày 17/7/2021 của Chính phủ.", 1),
        ("Nghị quyết số 76/NQ-CP ngày 15/7/2022 của Chính phủ về phiên họp tháng 6.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg.", 1),
        ("văn hóa công vụ; thực hiện Quyết định số 1874/QĐ-TTg.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg về thi đua, khen thưởng.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg ngày 02/10/2022.", 0),
        ("Nghị định số 61/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.", 0),
        ("Nghị quyết số 76/2021/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể"
         " cải cách hành chính (CCHC) nhà nước giai đoạn 2021-2030.", 1),
        ("dịch vụ công trực tuyến theo Nghị định số 42/2022/NĐ-CP, Nghị định số 43/2022/NĐ-CP.", 0),
        ("Kế hoạch số 163/KH-UBND ngày 25/11/2021 của UBND tỉnh.", 0),
    ],
)  # fmt: skip
def test_known_documents(text: str, count: int) -> None:
    assert len(of_text("C107", text)) == count


def test_a_known_document_of_the_issuer_itself() -> None:
    issuer = "issuer: {name: Ủy ban nhân dân tỉnh Sóc Trăng, place: Sóc Trăng}"
    text = "Kế hoạch số 163/KH-UBND ngày 25/11/2021 của UBND tỉnh."
    (violation,) = of_text("C107", text, keys=issuer)
    assert "ngày 24/11/2021" in violation.hint.text()


LATE = "date: 2026-12-28\nperiod: 2027"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nghị định số 42/2022/NĐ-CP.", 1),
        ("Nghị định số 130/2005/NĐ-CP ngày 17/10/2005 của Chính phủ.", 1),
        ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ.", 1),
        ("Nghị quyết số 30c/NQ-CP.", 0),
        ("Nghị định số 117/2013/NĐ-CP ngày 07/10/2013 của Chính phủ.", 1),
        ("Tổng kết việc thi hành Nghị định số 42/2022/NĐ-CP.", 0),
        ("Nghị định thay thế Nghị định số 42/2022/NĐ-CP.", 0),
        ("Nghị định số 42/2022/NĐ-CP đã hết hiệu lực.", 0),
        ("Nghị định số 75/2026/NĐ-CP của Chính phủ thay thế Nghị định số 130/2005/NĐ-CP.", 0),
        ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.", 0),
    ],
)
def test_documents_that_have_ended(text: str, count: int) -> None:
    assert len(of_text("C108", text, keys=LATE)) == count


def test_the_day_is_that_of_issue_or_the_first_of_the_period() -> None:
    text = "Nghị định số 42/2022/NĐ-CP."
    assert of_text("C108", text, keys="date: 2026-06-30\nperiod: 2027") == []
    assert len(of_text("C108", text, keys="date:\nperiod: 2027")) == 1
    assert of_text("C108", text, keys="date:\nperiod: 2026") == []


def test_the_successor_is_named() -> None:
    (violation,) = of_text("C108", "Nghị định số 42/2022/NĐ-CP.", keys=LATE)
    assert "28/12/2026" in violation.message.text()
    assert "Nghị định số 224/2026/NĐ-CP" in violation.hint.text()


def test_a_review_speaks_of_the_past() -> None:
    section = "sections:\n  - {role: review, title: Kết quả, text: Nghị định số 42/2022/NĐ-CP}"
    assert violations("C108", f"{LATE}\n{section}\n") == []


def test_what_is_not_sure_is_another_rule() -> None:
    text = "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ."
    assert of_text("C108", text) == []
    assert len(of_text("C118", text)) == 1


# --- Any text, and much of it -------------------------------------------------------------

PIECES = st.sampled_from(
    ["Nghị định số ", "42/2022/NĐ-CP", "39/NQ-TW", " ngày 31/02/2021", " ngày 1/1/2021", " của "]
    + ["Chính phủ", "UBND tỉnh", " và ", ", ", "; ", " về ", "Luật Thanh tra", "76/NÐ - CP", "[^1]"]
    + ["(", ")", "", "\u200b", "́", "0/0000/NĐ-CP", "thay thế ", "Kế hoạch 9/KH-UBND"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_rule_raises(text: str) -> None:
    from planforge.model.text import parse_text
    from msgspec.structs import replace

    subject = Subject(replace(PLAIN, opening=parse_text(text), title=text))
    for rule in RULES:
        list(rule.check(subject))


PLAIN = plan_of("")


@pytest.mark.parametrize("piece", ["1/KH - UBND ", "1/KH-UBND ngày 1/1/{n} của A, ", "AB 1", "1 /"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    from planforge.model.text import parse_text
    from msgspec.structs import replace

    text = "".join(piece.replace("{n}", str(1900 + n % 200)) for n in range(60_000 // len(piece)))
    subject = Subject(replace(PLAIN, opening=parse_text(text)))
    began = time.perf_counter()
    for rule in RULES:
        list(rule.check(subject))
    assert time.perf_counter() - began < 5

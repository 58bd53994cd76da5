"""Rules on numbers: their pages, what they must find, what they must leave."""

import pytest
from rule_checks import body, messages, quoted, table

from planforge.linter.lettering import find_misplaced_letters
from planforge.linter.rules import (
    duplicate_number,
    letter_order,
    mixed_numbering,
    number_out_of_order,
    typed_number,
    wrong_prefix,
)


def _parts(*numbers: str) -> str:
    return body(*(f'{{number: "{number}", title: Phần, text: A.}}' for number in numbers))


def test_a_kept_number_beside_its_twin_is_told_once() -> None:
    assert messages(duplicate_number.RULE, _parts("I", "II", "II", "")) == [
        "Two items here are numbered “II.”."
    ]
    assert messages(number_out_of_order.RULE, _parts("I", "II", "II", "")) == []


@pytest.mark.parametrize("number", ["none", "6a", "I"])
def test_items_without_a_number_of_their_own_are_no_twins(number: str) -> None:
    example = table(f'{{number: "{number}", task: A}}', f'{{number: "{number}", task: B}}')
    expected = [] if number == "none" else [f"Two items here are numbered “{number}”."]
    assert messages(duplicate_number.RULE, example) == expected


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("I", "II", "III"), []),
        (("", "", "IV"), ["“IV.” follows “II.”."]),
        (("", "III", "II"), ["“III.” follows “I.”.", "“II.” follows “III.”."]),
        (("II", "III"), ["The count begins with “II.”."]),
        (("I.", ""), ["“I.” brings its own end mark, which is set as well."]),
        (("none", "I"), []),
    ],
)
def test_gaps_and_order(numbers: tuple[str, ...], found: list[str]) -> None:
    assert messages(number_out_of_order.RULE, _parts(*numbers)) == found


def test_a_table_without_printed_numbers_has_none_to_judge() -> None:
    example = """
appendices:
  - id: phu-luc
    columns: [group, task, lead]
    groups:
      - {title: Cải cách thể chế, tasks: [{task: 1. Rà soát}, {number: "7", task: 2. Kiểm tra}]}
"""
    for rule in (typed_number.RULE, duplicate_number.RULE, number_out_of_order.RULE):
        assert messages(rule, example) == []


def test_lines_numbered_under_another_task() -> None:
    example = """
appendices:
  - id: phu-luc
    columns: [no, task, {id: product, style: 1.1.}]
    tasks:
      - {task: A, lines: [{product: Kế hoạch}, {product: Báo cáo}]}
      - {task: B, lines: [{number: "1.1", product: Kế hoạch}, {product: Báo cáo}]}
"""
    assert messages(wrong_prefix.RULE, example) == ["“1.1.” stands under “2”."]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a) Một; b) Hai; c) Ba; d) Bốn; đ) Năm; e) Sáu; g) Bảy.", []),
        ("a) Một; b) Hai; c) Ba; d) Bốn; e) Năm.", [("d", "e")]),
        ("a) Một; b) Hai; c) Ba; d) Bốn; đ) Năm; e) Sáu; f) Bảy.", [("e", "f")]),
        ("theo điểm d) và điểm e) khoản 2", []),
        ("(mức d) và e) của thang)", []),
        ("c) Ba; d) Bốn; e) Năm", []),
    ],
)
def test_typed_letters(text: str, wrong: list[tuple[str, str]]) -> None:
    assert list(find_misplaced_letters(text)) == wrong


def test_letters_typed_paragraph_by_paragraph() -> None:
    lines = "\n\n".join(f"  {letter}) Một việc." for letter in "abcde")
    assert messages(letter_order.RULE, f"\nopening: |\n{lines}\n") == ["“e)” follows “d)”."]


def test_kept_letters() -> None:
    letters = ", ".join(f'{{number: "{letter}", text: A.}}' for letter in "abcde")
    example = body(f"{{title: Phần, child_style: a), sections: [{letters}]}}")
    assert messages(letter_order.RULE, example) == ["“e)” follows “d)”."]
    assert messages(number_out_of_order.RULE, example) == []


def test_cousins_numbered_in_two_styles() -> None:
    items = "sections: [{text: A.}, {text: B.}]"
    example = body(
        f"{{title: Một, {items}}}",
        f"{{title: Hai, {items}}}",
        f"{{title: Ba, child_style: a), {items}}}",
        f"{{title: Bốn, child_style: '-', {items}}}",
    )
    assert messages(mixed_numbering.RULE, example) == [
        "“a)” here, “1.” beside it: two ways of numbering on one level."
    ]


@pytest.mark.parametrize(
    "title",
    [
        "01 lớp tập huấn",
        "100% văn bản được rà soát",
        "2.1 triệu đồng",
        "15/6/2026 là hạn cuối",
        "1/3 số đơn vị",
        "02 đơn vị (50%)",
        "TT. Tỉnh ủy",
        "VP. UBND tỉnh",
        "4.0 và chuyển đổi số",
        "Phần mềm dùng chung",
        "Mục tiêu chung",
        "I-ốt trong muối",
    ],
)
def test_beginnings_that_are_no_number(title: str) -> None:
    assert messages(typed_number.RULE, body(f"{{title: {title}, text: A.}}")) == []
    assert messages(typed_number.RULE, body(f"{{text: {title}}}")) == []


@pytest.mark.parametrize(
    "title",
    [
        "I. Mục tiêu",
        "1. Mục tiêu",
        "1.1. Mục tiêu",
        "1.1 Mục tiêu",
        "a) Mục tiêu",
        "đ) Mục tiêu",
        "1) Mục tiêu",
        "(1) Mục tiêu",
        "1/ Mục tiêu",
        "A. Mục tiêu",
        "Phần I. Mục tiêu",
        "Phần II Mục tiêu",
    ],
)
def test_beginnings_that_are_a_number(title: str) -> None:
    assert len(messages(typed_number.RULE, body(f"{{title: {title}, text: A.}}"))) == 1
    assert messages(typed_number.RULE, body(f"{{number: none, title: {title}, text: A.}}")) == []
    assert len(messages(typed_number.RULE, table(f"{{task: {title}}}"))) == 1


def test_numbers_typed_in_labels_of_appendices() -> None:
    for head in ("label: Phụ lục II", "title: Phụ lục I Phân công nhiệm vụ"):
        example = f"\nappendices:\n  - {{id: phu-luc, {head}, tasks: [{{task: A}}]}}\n"
        assert len(messages(typed_number.RULE, example)) == 1


def test_letters_of_a_citation_are_left_alone() -> None:
    assert messages(letter_order.RULE, quoted("Theo điểm a), b), c), d), e) khoản 1.")) == []

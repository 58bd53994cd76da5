"""Symbols that only a reader can make out, and the rules on citations before any text."""

import time

import pytest
from citation_checks import RULES
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_rules import plan_of

from planforge.linter.broken_symbols import find_broken_symbols
from planforge.linter.subject import Subject
from planforge.model.text import parse_text

PLAIN = plan_of("")


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


PIECES = """Nghị định số
42/2022/NĐ-CP
39/NQ-TW
ngày 31/02/2021
ngày 1/1/2021
của Chính phủ
của UBND tỉnh
và
,
;
về
Luật Thanh tra
76/NÐ - CP
[^1]
(
)
\u200b
\u0301
0/0000/NĐ-CP
thay thế
Kế hoạch 9/KH-UBND""".splitlines()


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_no_rule_raises(text: str) -> None:
    subject = Subject(replace(PLAIN, opening=parse_text(text), title=text))
    for rule in RULES:
        list(rule.check(subject))


@pytest.mark.parametrize("piece", ["1/KH - UBND ", "1/KH-UBND ngày 1/1/{n} của A, ", "AB 1", "1 /"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = "".join(piece.replace("{n}", str(1900 + n % 200)) for n in range(60_000 // len(piece)))
    subject = Subject(replace(PLAIN, opening=parse_text(text)))
    began = time.perf_counter()
    for rule in RULES:
        list(rule.check(subject))
    assert time.perf_counter() - began < 5

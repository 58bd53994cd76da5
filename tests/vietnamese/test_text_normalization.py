import unicodedata

import pytest
from hypothesis import given
from language_strategies import vietnamese_text

from planforge.vietnamese.normalization import Irregularity, find_irregularities, fold, normalize

EXAMPLES = [
    ("Ủy ban", "Ủy ban", []),
    ("60/2021/N\u00d0-CP", "60/2021/NĐ-CP", ["look_alike"]),
    ("\u00f0\u1ea1t", "đạt", ["look_alike"]),
    ("U\u0412ND", "UBND", ["look_alike"]),
    ("H\u00d2\u0410", "H\u00d2A", ["look_alike"]),
    ("\u0420\u0424", "\u0420\u0424", []),
    ("t\u00ednh \u03a3x", "t\u00ednh \u03a3x", []),
    ("tỉnh\u00a0Sóc Trăng", "tỉnh Sóc Trăng", ["space"]),
    ("số\u202f\u00a0 hóa", "số hóa", ["space"]),
    ("số\u200bhóa", "sốhóa", ["invisible"]),
    ("số \u200b hóa", "số hóa", ["invisible"]),
    ("\ufeffKế hoạch", "Kế hoạch", ["invisible"]),
    ("Kế  hoạch   năm", "Kế hoạch năm", ["double_space", "double_space"]),
    ("- a\n  + b", "- a\n  + b", []),
    ("- a\n\u00a0 + b", "- a\n  + b", ["space"]),
    ("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt", ["decomposed", "decomposed"]),
]


@pytest.mark.parametrize(("text", "normal", "kinds"), EXAMPLES)
def test_normalize(text: str, normal: str, kinds: list[str]) -> None:
    assert normalize(text) == normal
    assert [irregularity.kind for irregularity in find_irregularities(text)] == kinds


def test_an_irregularity_says_where_and_what() -> None:
    assert find_irregularities("Số 5/Q\u00d0-UBND") == (
        Irregularity(6, "\u00d0", "Đ", "look_alike"),
    )


@given(vietnamese_text)
def test_normalizing_settles(text: str) -> None:
    normal = normalize(text)
    assert normalize(normal) == normal
    assert find_irregularities(normal) == ()
    assert unicodedata.is_normalized("NFC", normal)


@given(vietnamese_text)
def test_irregularities_stand_where_they_say(text: str) -> None:
    end = 0
    for irregularity in find_irregularities(text):
        assert irregularity.offset >= end
        assert text.startswith(irregularity.found, irregularity.offset)
        assert irregularity.found != irregularity.replacement
        end = irregularity.offset + len(irregularity.found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân", "Uỷ  ban nhân dân"),
        ("CỘNG HÒA", "Cộng hoà"),
        ("hỏa tốc", "hoả tốc"),
        ("sức khỏe", "sức khoẻ"),
        ("khóa XII", "khoá xii"),
        ("Quý I", "Qúy I"),
        ("NĐ-CP", "N\u00d0-CP"),
    ],
)
def test_spellings_that_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("của", "cùa"), ("mùa", "múa"), ("hòa", "hóa"), ("ban", "bàn")]
)
def test_words_that_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(vietnamese_text)
def test_folding_settles(text: str) -> None:
    assert fold(fold(text)) == fold(text)

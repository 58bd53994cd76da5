import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.vietnamese.letters import LETTERS, format_letter, parse_letter


def test_alphabet_is_the_one_the_decree_numbers_with() -> None:
    assert " ".join(LETTERS) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("index", "letter"),
    [(1, "a"), (5, "đ"), (7, "g"), (23, "y"), (24, "aa"), (25, "ab"), (47, "ba"), (553, "aaa")],
)
def test_format_letter(index: int, letter: str) -> None:
    assert format_letter(index) == letter


@given(st.integers(1, 10**6))
def test_parse_inverts_format(index: int) -> None:
    assert parse_letter(format_letter(index)) == index


@given(st.text(st.sampled_from(LETTERS), min_size=1, max_size=6))
def test_format_inverts_parse(text: str) -> None:
    index = parse_letter(text)
    assert index is not None
    assert format_letter(index) == text


@pytest.mark.parametrize("text", ["", "f", "j", "w", "z", "ă", "A", "Đ", "a)", " a", "1"])
def test_other_letters_number_nothing(text: str) -> None:
    assert parse_letter(text) is None


def test_there_is_no_letter_before_the_first() -> None:
    with pytest.raises(ValueError, match="index 0"):
        format_letter(0)

"""Numbers of sections, groups and tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Section
from planforge.model.body import STYLES
from planforge.model.numbering import Number, make_number, next_style, number_items


@pytest.mark.parametrize(
    ("style", "index", "label"),
    [
        ("Phần I", 2, "Phần II"),
        ("I.", 4, "IV."),
        ("A.", 2, "B."),
        ("1.", 10, "10."),
        ("a)", 5, "đ)"),
        ("a)", 7, "g)"),
        ("1)", 3, "3)"),
        ("(1)", 3, "(3)"),
        ("I", 7, "VII"),
        ("-", 3, "-"),
        ("+", 1, "+"),
        ("none", 1, ""),
    ],
)
def test_a_number_is_printed_in_its_style(style: str, index: int, label: str) -> None:
    assert make_number(style, index).label == label


@pytest.mark.parametrize(
    ("parent", "label"),
    [
        (make_number("1.", 2), "2.3."),
        (make_number("1.1.", 4, make_number("1.", 2)), "2.4.3."),
        (make_number("none", 1), "3."),
        (make_number("I.", 2), "2.3."),
        (make_number("1.", 7, kept="6"), "6.3."),
    ],
)
def test_a_decimal_number_begins_with_its_parents(parent: Number, label: str) -> None:
    assert make_number("1.1.", 3, parent).label == label


def test_each_style_counts_on_its_own() -> None:
    styles = ("", "a)", "", "a)", "-")
    sections = [Section(style=style) for style in styles]
    assert [number.label for number in number_items(sections, "1.")] == [
        "1.",
        "a)",
        "2.",
        "b)",
        "-",
    ]


def test_a_number_kept_as_issued_does_not_move_the_next_one() -> None:
    sections = [Section(), Section(number="1"), Section()]
    assert [number.label for number in number_items(sections, "1.")] == ["1.", "1.", "3."]


def test_none_takes_the_number_away() -> None:
    sections = [Section(number="none"), Section()]
    assert [number.label for number in number_items(sections, "1.")] == ["", "2."]


def test_the_usual_styles_follow_the_decree() -> None:
    chain = ["I."]
    while len(chain) < 5:
        chain.append(next_style(chain[-1]))
    assert next_style("") == "I."
    assert chain == ["I.", "1.", "a)", "-", "+"]


@given(st.sampled_from(STYLES), st.integers(1, 10_000))
def test_every_style_numbers_any_count(style: str, index: int) -> None:
    label = make_number(style, index).label
    assert bool(label) == (style != "none")

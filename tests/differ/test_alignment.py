"""Which words are the same: as difflib finds them, and in time where texts are very long."""

import random
import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.differ import alignment
from planforge.differ.alignment import align

words = st.lists(st.sampled_from("abcdeg"), max_size=40)


def rebuilt(first: list[str], second: list[str]) -> tuple[list[str], list[str]]:
    """Return both texts put together from their blocks, which must follow each other."""
    ours: list[str] = []
    theirs: list[str] = []
    for tag, i, i_end, j, j_end in align(first, second):
        assert (i, j) == (len(ours), len(theirs))
        assert tag != "equal" or first[i:i_end] == second[j:j_end]
        ours += first[i:i_end]
        theirs += second[j:j_end]
    return ours, theirs


@given(words, words)
def test_usual_texts_are_aligned_as_difflib_does(first: list[str], second: list[str]) -> None:
    expected = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    assert align(first, second) == expected


@settings(deadline=None)
@given(words, words)
def test_blocks_of_long_texts_hold_both_whole(first: list[str], second: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_SMALL", 20)
        patch.setattr(alignment, "_GAP", 20)
        assert rebuilt(first, second) == (first, second)


def test_a_text_of_a_megabyte_is_aligned_in_seconds() -> None:
    choose = random.Random(7)  # noqa: S311 - examples, not secrets
    first = [f"từ{choose.randrange(40)}" for _ in range(180_000)]
    second = [word if choose.random() > 0.02 else "khác" for word in first]
    start = time.perf_counter()
    blocks = align(first, second)
    assert time.perf_counter() - start < 15
    same = sum(end - begin for tag, begin, end, _, _ in blocks if tag == "equal")
    assert same > 0.95 * len(first)


def test_texts_with_nothing_in_common_are_changed_throughout() -> None:
    first, second = ["a"] * 5000, ["b"] * 5000
    assert align(first, second) == [("replace", 0, 5000, 0, 5000)]

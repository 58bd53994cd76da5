"""The comparison for a merge request: read as meant by GitHub and GitLab, whatever a plan says."""

import re

import pytest
from golden import check_golden
from hypothesis import given
from hypothesis import strategies as st
from sample_changes import SAMPLE
from shown_changes import added, changes_of, in_vietnamese, reworded, soc_trang

from planforge.changes import Piece
from planforge.writers.changes.markdown import escape, write_markdown


def test_every_relation_is_shown() -> None:
    check_golden("changes/sample.md", write_markdown(SAMPLE))


def test_two_real_plans() -> None:
    check_golden("changes/soc-trang.md", write_markdown(soc_trang()))


def test_it_speaks_the_language_asked_for() -> None:
    text = write_markdown(SAMPLE, in_vietnamese)
    assert "- Kế hoạch cũ: plans/soc-trang/2021.yaml" in text
    assert "| bỏ | Nhiệm vụ 7 | Tập huấn" in text


def test_plans_without_a_difference_are_one_sentence() -> None:
    same = [change for change in SAMPLE.changes if change.relation == "same"]
    assert write_markdown(changes_of(*same)).startswith("No difference between plans/")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](b)", r"\[a\](b)"),
        ("C:\\x $1$", r"C:\\x \$1\$"),
        ("a \n b\r\nc", "a<br>b<br>c"),
    ],
)
def test_a_text_of_a_plan_is_shown_as_it_is(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_every_row_of_a_table_has_its_cells() -> None:
    change = added("một | hai\nba", lead="Sở | ngành")
    row = next(line for line in write_markdown(changes_of(change)).splitlines() if "một" in line)
    assert row == (r"| new | Task | một \| hai<br>ba<br>Lead agency: Sở \| ngành |")


@pytest.mark.parametrize(
    ("before", "new", "after", "shown"),
    [
        ("đạt ", "90", " hồ sơ", "đạt **90** hồ sơ"),
        ("đạt ", "90%", " hồ sơ", "đạt **90%** hồ sơ"),
        ("đạt ", "90%", "hồ sơ", "đạt <strong>90%</strong>hồ sơ"),
        ("ban", ", ", "ngành", "ban<strong>,</strong> ngành"),
        ("Quý ", "II", "/2022", "Quý **II**/2022"),
        ("", "“a”", "", "**“a”**"),
        ("a", "*b", "", r"a<strong>\*b</strong>"),
    ],
)
def test_marks_are_read_as_marks(before: str, new: str, after: str, shown: str) -> None:
    pieces = (Piece("kept", before), Piece("added", new), Piece("kept", after))
    change = reworded(*(piece for piece in pieces if piece.text))
    assert f"| {shown} |" in write_markdown(changes_of(change))


def test_words_taken_out_are_struck() -> None:
    change = reworded(Piece("kept", "Sở, ban"), Piece("removed", ","), Piece("kept", " ngành "),
                      Piece("removed", "tỉnh"), Piece("added", "thành phố"))  # fmt: skip
    shown = "| Sở, ban<del>,</del> ngành ~~tỉnh~~ **thành phố** |"
    assert shown in write_markdown(changes_of(change))


def test_minor_changes_are_folded_away() -> None:
    folded = write_markdown(SAMPLE)
    assert folded.index("<summary>year only (1)</summary>") < folded.index("Ban hành Kế hoạch")
    assert folded.count("<details>") == folded.count("</details>") == 2
    assert "<details>" not in write_markdown(SAMPLE, everything=True)
    assert "Ban hành Kế hoạch" in write_markdown(SAMPLE, everything=True)


@given(st.text(alphabet="ab |\\`*_~<>[]&\n\r\t-ạ¶ ", max_size=12))
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    table = write_markdown(changes_of(added("đầu " + text))).split("### ")[1]
    rows = table.splitlines()[2:]
    assert len(rows) == 3
    assert [len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows] == [4, 4, 4]
    assert re.search(r"<(?!br>)", rows[2]) is None

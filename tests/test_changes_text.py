"""The comparison for a terminal: what a reviewer sees, and that it fits the window."""

import re
import unicodedata

import msgspec
import pytest
from golden import check_golden
from hypothesis import given
from hypothesis import strategies as st
from sample_changes import SAMPLE
from shown_changes import added, changes_of, in_vietnamese, reworded, soc_trang

from planforge.changes import Change, Changes, Entry, FieldChange, Kind, Piece
from planforge.findings import untranslated
from planforge.writers.changes.lines import Role, Span, display_width, painted_lines, unpainted
from planforge.writers.changes.marks import Mark, weave
from planforge.writers.changes.text import write_text

MANY = tuple(f"tiếng{number}" for number in range(60))


def last_lines(changes: Changes, count: int) -> list[str]:
    return write_text(changes).splitlines()[-count:]


def mark(text: str, role: Role) -> str:
    return f"<{role}:{text}>"


@pytest.mark.parametrize("everything", [False, True])
def test_every_relation_is_shown(everything: bool) -> None:  # noqa: FBT001
    name = "everything" if everything else "sample"
    check_golden(f"changes/{name}.txt", write_text(SAMPLE, everything=everything))


def test_two_real_plans() -> None:
    check_golden("changes/soc-trang.txt", write_text(soc_trang()))


def test_it_speaks_the_language_asked_for() -> None:
    text = write_text(SAMPLE, in_vietnamese)
    assert "Kế hoạch cũ: plans/soc-trang/2021.yaml" in text
    assert "[bỏ] Nhiệm vụ 7: Tập huấn" in text
    assert "→ đổi cơ quan chủ trì\n" in text
    assert "→ hạn lùi từ Quý I/2021 sang Quý II/2022\n" in text


def test_plans_without_a_difference_are_one_sentence() -> None:
    same = [change for change in SAMPLE.changes if change.relation == "same"]
    assert write_text(changes_of(*same)) == (
        "No difference between plans/soc-trang/2021.yaml and plans/soc-trang/2022.yaml.\n"
    )


@pytest.mark.parametrize("width", [1, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("changes", [SAMPLE, soc_trang()], ids=["sample", "soc-trang"])
def test_no_line_is_wider_than_the_window(changes: Changes, width: int) -> None:
    lines = write_text(changes, width=width, everything=True).splitlines()
    begin = lines.index("")
    table = lines[begin : lines.index("", begin + 1)]
    words = [line for line in lines if line not in table]
    assert max(map(display_width, words)) <= max(width, 40)
    assert width < 60 or max(map(display_width, table)) <= width


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_over_letters_take_no_room(form: str) -> None:
    text = unicodedata.normalize(form, "Ủy ban nhân dân tỉnh Sóc Trăng ban hành kế hoạch")
    lines = list(painted_lines([Span(text)], unpainted, 20))
    assert [unicodedata.normalize("NFC", line) for line in lines] == [
        "Ủy ban nhân dân tỉnh",
        "Sóc Trăng ban hành",
        "kế hoạch",
    ]


def test_no_line_ends_with_a_space() -> None:
    for everything in (False, True):
        text = write_text(soc_trang(), everything=everything)
        assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_colours_add_nothing_but_colour() -> None:
    plain = write_text(SAMPLE)
    painted = write_text(SAMPLE, untranslated, lambda text, _: f"\x1b[1m{text}\x1b[0m")
    assert painted != plain
    assert re.sub("\x1b\\[[01]m", "", painted) == plain


def test_words_are_painted_by_their_role() -> None:
    text = write_text(SAMPLE, untranslated, mark)
    assert "<heading:Body › Mục tiêu, yêu cầu>" in text
    assert "<relation:[reworded]>" in text
    assert "<added:[new]>" in text
    assert "<removed:[-Văn phòng UBND tỉnh-]> <added:{+Sở Tư pháp+}>" in text
    assert "Quý <removed:[-I-]> <added:{+II+}>/<year:2022>" in text
    assert "<meaning:lead agency changed>" in text


def test_colour_begins_and_ends_on_each_line() -> None:
    change = reworded(Piece("kept", "Một "), Piece("added", " ".join(MANY)))
    for line in write_text(changes_of(change), untranslated, mark, width=60).splitlines():
        assert line.count("<") == line.count(">")


def test_a_year_that_moved_is_no_news() -> None:
    text = write_text(SAMPLE, everything=True)
    assert "Ban hành Kế hoạch năm 2022\n" in text
    assert "2021-]" not in text


def test_minor_changes_are_counted_in_a_line() -> None:
    text = write_text(SAMPLE)
    assert "  [spelling only] Task (1): 3\n  [year only] Task (1): 2\n" in text
    assert "Kiểm tra công vụ" not in text
    assert "Kiểm tra công vụ" in write_text(SAMPLE, everything=True)


def test_a_minor_change_of_parts_without_numbers_is_counted() -> None:
    parts = [Entry(kind="paragraph", path=("opening", index)) for index in range(3)]
    changes = [Change(relation="year_only", old=(part,), new=(part,)) for part in parts]
    assert last_lines(changes_of(*changes), 1) == ["  [year only] Paragraph (3)"]


def test_of_a_long_text_only_words_around_the_marks_are_shown() -> None:
    change = reworded(
        Piece("kept", " ".join(MANY) + " "),
        Piece("removed", "cũ"),
        Piece("added", "mới"),
        Piece("kept", " " + " ".join(MANY)),
    )
    shown = " ".join(line.strip() for line in last_lines(changes_of(change), 3))
    begin, end = " ".join(MANY[:8]), " ".join(MANY[-8:])
    assert shown.endswith(f"{begin} … {end} [-cũ-] {{+mới+}} {begin} …")


def test_a_new_text_is_shown_whole() -> None:
    shown = write_text(changes_of(added(" ".join(MANY), lead="Sở Nội vụ", deadline="Quý I")))
    assert MANY[-1] in shown
    assert shown.endswith("      Lead agency: Sở Nội vụ\n      Deadline: Quý I\n")


@pytest.mark.parametrize(
    ("pieces", "marks"),
    [
        (
            (Piece("kept", "đạt"), Piece("removed", " trên"), Piece("kept", " 90%")),
            (Mark("kept", "đạt"), Mark("kept", " "), Mark("removed", "trên"), Mark("kept", " 90%")),
        ),
        (
            (Piece("removed", "a "), Piece("added", "b "), Piece("kept", "c")),
            (Mark("removed", "a"), Mark("kept", " "), Mark("added", "b"), Mark("kept", " "),
             Mark("kept", "c")),
        ),
        (
            (Piece("kept", "a"), Piece("added", "\nb\nc")),
            (Mark("kept", "a"), Mark("kept", "\n"), Mark("added", "b"), Mark("kept", "\n"),
             Mark("added", "c")),
        ),
        (
            (Piece("kept", "a"), Piece("removed", "\n"), Piece("added", " "), Piece("kept", "b")),
            (Mark("kept", "a"), Mark("removed", "¶"), Mark("kept", " "), Mark("added", "␣"),
             Mark("kept", " "), Mark("kept", "b")),
        ),
        (
            (Piece("kept", "a"), Piece("removed", " "), Piece("added", " b "), Piece("kept", "c")),
            (Mark("kept", "a"), Mark("kept", " "), Mark("added", "b"), Mark("kept", " "),
             Mark("kept", "c")),
        ),
        (
            (Piece("kept", "a"), Piece("removed", " -"), Piece("added", "\n"), Piece("kept", "b")),
            (Mark("kept", "a"), Mark("kept", " "), Mark("removed", "-"), Mark("kept", "\n"),
             Mark("kept", "b")),
        ),
        (
            (Piece("removed", "2021", is_year=True), Piece("added", "2022", is_year=True)),
            (Mark("year", "2022"),),
        ),
    ],
    ids=["space", "replaced", "paragraphs", "joined", "filled", "broken", "year"],
)  # fmt: skip
def test_marks_stand_close_to_words(pieces: tuple[Piece, ...], marks: tuple[Mark, ...]) -> None:
    assert weave(pieces) == marks


def test_a_paragraph_of_a_field_begins_a_line() -> None:
    change = reworded(Piece("kept", "Kế hoạch"), Piece("added", "\nBáo cáo"))
    assert last_lines(changes_of(change), 2) == [
        "  [reworded] Paragraph: Kế hoạch",
        "      {+Báo cáo+}",
    ]


def test_a_plan_cannot_command_the_terminal() -> None:
    text = write_text(changes_of(added("Sở\x1b[2J Nội\u202e vụ\x9b\u2066")))
    assert not any(sign in text for sign in "\x1b\x9b\u202e\u2066")


def test_a_draft_has_no_number_yet() -> None:
    draft = msgspec.structs.replace(SAMPLE.new, name="", number="/KH-UBND")
    text = write_text(msgspec.structs.replace(SAMPLE, new=draft))
    assert "No. 142/KH-UBND · period 2021\n" in text
    assert "tỉnh Sóc Trăng năm 2022 · no number yet · period 2022\n" in text


def entry(kind: Kind, number: str = "", **texts: str) -> Entry:
    return Entry(
        kind=kind,
        path=("appendices", 0, kind),
        number=number,
        titles=("Phụ lục", "Rà soát văn bản")[: 2 if kind == "line" else 1],
        texts={name: (text,) for name, text in texts.items()},
    )


def test_a_task_that_became_a_line_of_another_is_said_so() -> None:
    old, new = entry("task", "4.", task="Theo dõi"), entry("line", task="Theo dõi")
    became = write_text(changes_of(Change(relation="merged", old=(old,), new=(new,))))
    assert "Tasks: 1 → 1 (1 became part of another).\n" in became
    assert "[merged] Line (was task 4; Rà soát văn bản): Theo dõi\n" in became
    left = write_text(changes_of(Change(relation="split", old=(new,), new=(old,))))
    assert "Tasks: 1 → 1 (1 taken out of another).\n" in left


def test_the_title_of_a_signer_is_a_position() -> None:
    field = FieldChange(
        field="title",
        relation="field_changed",
        old=("CHỦ TỊCH",),
        new=("PHÓ CHỦ TỊCH",),
        pieces=(Piece("added", "PHÓ "), Piece("kept", "CHỦ TỊCH")),
    )
    sides = entry("signature", title="CHỦ TỊCH"), entry("signature", title="PHÓ CHỦ TỊCH")
    change = Change(relation="field_changed", old=sides[:1], new=sides[1:], fields=(field,))
    assert "      Position: {+PHÓ+} CHỦ TỊCH\n" in write_text(changes_of(change))


_WORDS = st.text(alphabet="ab \n,.ạ", max_size=8)
_PIECES = st.lists(
    st.builds(Piece, st.sampled_from(("kept", "removed", "added")), _WORDS, st.booleans())
)


@given(_PIECES)
def test_no_new_word_is_lost(pieces: list[Piece]) -> None:
    shown = weave(pieces)
    new = [piece.text for piece in pieces if piece.kind != "removed"]
    kept = [mark.text for mark in shown if mark.kind != "removed"]
    assert "".join("".join(kept).split()).replace("␣", "").replace("¶", "") == "".join(
        "".join(new).split()
    )
    assert all(mark.text for mark in shown)

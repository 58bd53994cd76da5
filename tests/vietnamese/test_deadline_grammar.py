import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_strategies import vietnamese_text, written_days, years

from planforge.vietnamese.deadlines import Deadline, parse_deadline, split_deadlines

WHOLE_2022 = (dt.date(2022, 1, 1), dt.date(2022, 12, 31))
FIRST_QUARTER_2023 = (dt.date(2023, 1, 1), dt.date(2023, 3, 31))
LAST_QUARTER_2023 = (dt.date(2023, 10, 1), dt.date(2023, 12, 31))

DATED = [
    ("Năm 2022", "year", WHOLE_2022, "Năm 2022"),
    ("Trong năm 2022", "year", WHOLE_2022, "Năm 2022"),
    ("Trong năm 2022 (nếu có)", "year", WHOLE_2022, "Năm 2022 (nếu có)"),
    (
        "Năm 2022 và những năm tiếp theo",
        "open_year",
        (dt.date(2022, 1, 1), None),
        "Năm 2022 và những năm tiếp theo",
    ),
    ("Quý I/2023", "quarter", FIRST_QUARTER_2023, "Quý I/2023"),
    ("Quý 1/2023", "quarter", FIRST_QUARTER_2023, "Quý I/2023"),
    ("Quý 1-Năm 2023", "quarter", FIRST_QUARTER_2023, "Quý I/2023"),
    ("Quý I Năm 2023", "quarter", FIRST_QUARTER_2023, "Quý I/2023"),
    ("Quý IV- Năm 2023", "quarter", LAST_QUARTER_2023, "Quý IV/2023"),
    ("Quý IV năm 2023", "quarter", LAST_QUARTER_2023, "Quý IV/2023"),
    ("Tháng 12/2021", "month", (dt.date(2021, 12, 1), dt.date(2021, 12, 31)), "Tháng 12/2021"),
    ("Tháng 03/2022", "month", (dt.date(2022, 3, 1), dt.date(2022, 3, 31)), "Tháng 3/2022"),
    ("Tháng 2/2024", "month", (dt.date(2024, 2, 1), dt.date(2024, 2, 29)), "Tháng 02/2024"),
    ("Ngày 15/11/2021", "on", (dt.date(2021, 11, 15),) * 2, "Ngày 15/11/2021"),
    ("Trước 19/01/2023", "by", (None, dt.date(2023, 1, 18)), "Trước ngày 19/01/2023"),
    ("Trước ngày 01/01/2023", "by", (None, dt.date(2022, 12, 31)), "Trước ngày 01/01/2023"),
    ("Đến 30/6/2022", "by", (None, dt.date(2022, 6, 30)), "Đến ngày 30/6/2022"),
    ("Trước quý II/2022", "by", (None, dt.date(2022, 3, 31)), "Trước quý II/2022"),
    (
        "Báo cáo chậm nhất 10/12/2022",
        "by",
        (None, dt.date(2022, 12, 10)),
        "Báo cáo chậm nhất ngày 10/12/2022",
    ),
    (
        "Kế hoạch UBND tỉnh trước ngày 30/01/2022",
        "by",
        (None, dt.date(2022, 1, 29)),
        "Kế hoạch UBND tỉnh trước ngày 30/01/2022",
    ),
]


@pytest.mark.parametrize(("text", "kind", "interval", "normalized"), DATED)
def test_dated_deadlines(text: str, kind: str, interval: object, normalized: str) -> None:
    deadline = parse_deadline(text)
    assert deadline is not None
    assert (deadline.kind, deadline.interval()) == (kind, interval)
    assert str(deadline) == text
    assert str(deadline.normalized()) == normalized


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thường xuyên", "recurring"),
        ("Hàng năm", "recurring"),
        ("Hàng tháng", "recurring"),
        ("Hàng quý và năm 2022", "recurring"),
        ("Định kỳ hàng quý, 6 tháng, năm", "recurring"),
        ("Theo quy định của Trung ương", "external"),
        ("Theo hướng dẫn của Bộ Nội vụ", "external"),
        ("Theo văn bản triển khai của Bộ Nội vụ", "external"),
        ("Theo kế hoạch năm 2022", "external"),
    ],
)
def test_deadlines_without_days_of_their_own(text: str, kind: str) -> None:
    deadline = parse_deadline(text)
    assert deadline is not None
    assert (deadline.kind, deadline.interval()) == (kind, None)
    assert str(deadline) == str(deadline.normalized()) == text


def test_the_pieces_of_a_part() -> None:
    deadline = parse_deadline("Báo cáo trước ngày 10/12/2022 (nếu có)")
    assert deadline == Deadline("by", "trước ngày 10/12/2022", "Báo cáo", "(nếu có)")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "Sở Nội vụ",
        "Quý V/2022",
        "Tháng 13/2022",
        "Tháng 0/2022",
        "Trước 31/02/2022",
        "Ngày 30/02/2022",
        "6 tháng đầu năm 2022",
        "Tháng 12/22",
        "Theo",
        " Năm 2022",
        "Năm 2022.",
    ],
)
def test_other_texts_are_no_deadlines(text: str) -> None:
    assert parse_deadline(text) is None


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("", ()),
        ("  ", ()),
        ("Năm 2022", ("Năm 2022",)),
        ("- Năm 2022", ("Năm 2022",)),
        ("- Tháng 01/2022 - Tháng 12/2022", ("Tháng 01/2022", "Tháng 12/2022")),
        ("- Tháng 01/2022\n- Trong năm 2022", ("Tháng 01/2022", "Trong năm 2022")),
        ("Quý IV - Năm 2023", ("Quý IV - Năm 2023",)),
        ("- Quý IV - Năm 2023 - Năm 2023", ("Quý IV - Năm 2023", "Năm 2023")),
    ],
)
def test_split_deadlines(cell: str, parts: tuple[str, ...]) -> None:
    assert split_deadlines(cell) == parts


quarters = st.sampled_from(["I", "II", "III", "IV", "1", "2", "3", "4"])
months = st.sampled_from([*(f"{month:02d}" for month in range(1, 13)), *"123456789"])
joiners = st.sampled_from(["/", "-Năm ", "- Năm ", " Năm ", " năm "])
expressions = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["năm", "trong năm"]), years),
    st.builds("quý {}{}{}".format, quarters, joiners, years),
    st.builds("tháng {}/{}".format, months, years),
    st.builds("ngày {}".format, written_days),
    st.builds(
        "{} {}".format,
        st.sampled_from(["trước", "trước ngày", "chậm nhất", "chậm nhất ngày", "đến ngày"]),
        written_days,
    ),
    st.sampled_from(["thường xuyên", "hàng năm", "theo tiến độ của Trung ương"]),
)
labels = st.sampled_from(["", "Báo cáo", "Kế hoạch UBND tỉnh", "Phương án/Kế hoạch"])
conditions = st.sampled_from(["", "(nếu có)", "(khi cần thiết)"])


@st.composite
def parts(draw: st.DrawFn) -> str:
    expression = draw(expressions)
    label = draw(labels)
    written = expression if label else expression[0].upper() + expression[1:]
    return " ".join(filter(None, (label, written, draw(conditions))))


@given(parts())
def test_printing_inverts_parsing(text: str) -> None:
    deadline = parse_deadline(text)
    assert deadline is not None
    assert str(deadline) == text


@given(parts())
def test_normalizing_keeps_the_meaning_and_settles(text: str) -> None:
    deadline = parse_deadline(text)
    assert deadline is not None
    normalized = deadline.normalized()
    assert parse_deadline(str(normalized)) == normalized
    assert normalized.interval() == deadline.interval()
    assert normalized.normalized() == normalized


@given(parts())
def test_intervals_do_not_run_backwards(text: str) -> None:
    deadline = parse_deadline(text)
    assert deadline is not None
    first, last = deadline.interval() or (None, None)
    assert first is None or last is None or first <= last


@given(st.lists(parts(), min_size=1, max_size=4))
def test_a_list_splits_into_its_parts(written: list[str]) -> None:
    assert split_deadlines("- " + " - ".join(written)) == tuple(written)


@given(vietnamese_text)
def test_any_text_may_be_read(text: str) -> None:
    split_deadlines(text)
    deadline = parse_deadline(text)
    assert deadline is None or str(deadline) == text

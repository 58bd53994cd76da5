import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_strategies import symbols, vietnamese_text, written_days

from planforge.vietnamese.citations import Citation, find_citations, parse_citation
from planforge.vietnamese.symbols import parse_symbol

PLAN = parse_symbol("163/KH-UBND")
DECREE = parse_symbol("60/2021/NĐ-CP")

EXAMPLES = {
    "182/KH-UBND": Citation("", parse_symbol("182/KH-UBND"), number_word=""),
    "Kế hoạch số 163/KH-UBND": Citation("Kế hoạch", PLAN),
    "Kế hoạch số: 163/KH-UBND": Citation("Kế hoạch", PLAN, number_word="số:"),
    "Nghị định 60/2021/NĐ-CP": Citation("Nghị định", DECREE, number_word=""),
    "Kế hoạch số 163/KH-UBND ngày 24/11/2021 của UBND tỉnh Sóc Trăng về CCHC": Citation(
        "Kế hoạch", PLAN, "24/11/2021", "UBND tỉnh Sóc Trăng", "về CCHC"
    ),
    "Nghị định số 60/2021/NĐ-CP ngày 21 tháng 6 năm 2021 của Chính phủ quy định cơ chế": Citation(
        "Nghị định", DECREE, "21 tháng 6 năm 2021", "Chính phủ", "quy định cơ chế"
    ),
    "Nghị quyết số 39-NQ/TW, ngày 17/4/2015 của Bộ Chính trị": Citation(
        "Nghị quyết", parse_symbol("39-NQ/TW"), "17/4/2015", "Bộ Chính trị", comma=True
    ),
    "Nghị định số 60/2021/NĐ-CP của Chính phủ ngày 21/6/2021 quy định cơ chế": Citation(
        "Nghị định", DECREE, "21/6/2021", "Chính phủ", "quy định cơ chế", issuer_first=True
    ),
    "Quyết định số 140/QĐ-STC về phê duyệt kế hoạch": Citation(
        "Quyết định", parse_symbol("140/QĐ-STC"), subject="về phê duyệt kế hoạch"
    ),
    "Luật Tổ chức Chính phủ": Citation("Luật", name="Tổ chức Chính phủ", number_word=""),
    "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015": Citation(
        "Luật", date="19 tháng 6 năm 2015", name="Tổ chức Chính phủ", number_word=""
    ),
    "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025": Citation(
        "Luật", parse_symbol("72/2025/QH15"), "16/6/2025", name="Tổ chức chính quyền địa phương"
    ),
}


@pytest.mark.parametrize(("text", "citation"), EXAMPLES.items())
def test_parse_citation(text: str, citation: Citation) -> None:
    assert parse_citation(text) == citation
    assert str(citation) == text
    assert citation.end == len(text)


@pytest.mark.parametrize(
    ("issuer", "rest"),
    [
        ("Bộ Chính trị", ", cơ cấu lại đội ngũ"),
        ("Thủ tướng Chính phủ", " (04 lớp)"),
        ("Ban Chấp hành Trung ương Đảng khóa XII", " trên cơ sở Đề án"),
        ("Bộ Văn hóa, Thể thao và Du lịch", " về du lịch"),
        ("Bộ Tài nguyên và Môi trường", " và các bộ"),
        ("Ủy ban nhân dân tỉnh", " được sửa đổi"),
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "."),
        ("Ban Quản lý các khu công nghiệp", "; báo cáo"),
        ("Chính phủ", ", Nghị định số 2/2022/NĐ-CP"),
    ],
)
def test_where_an_issuer_ends(issuer: str, rest: str) -> None:
    text = f"theo Quyết định số 1/QĐ-XYZ ngày 1/1/2021 của {issuer}{rest}"
    assert find_citations(text)[0].issuer == issuer


def test_citations_are_found_where_they_stand() -> None:
    text = (
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách (CCHC) nhà nước;"
        " Nghị định số 107/2021/NĐ-CP của Chính phủ sửa đổi Nghị định 61/2018/NĐ-CP, Sở Nội vụ."
    )
    found = find_citations(text)
    assert [text[citation.start : citation.end] for citation in found] == [
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách (CCHC) nhà nước",
        "Nghị định số 107/2021/NĐ-CP của Chính phủ sửa đổi",
        "Nghị định 61/2018/NĐ-CP",
    ]
    assert [citation.subject for citation in found] == [
        "về cải cách (CCHC) nhà nước",
        "sửa đổi",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kế hoạch số 1/KH-UBND về đào tạo, bồi dưỡng, UBND tỉnh yêu cầu", "về đào tạo, bồi dưỡng"),
        ("(Kế hoạch số 1/KH-UBND về đào tạo) và", "về đào tạo"),
        ("Kế hoạch số 1/KH-UBND ban hành tiêu chuẩn TCVN 1.2. Sở", "ban hành tiêu chuẩn TCVN 1.2"),
        ("Kế hoạch số 1/KH-UBND được giao", ""),
    ],
)
def test_where_a_subject_ends(text: str, subject: str) -> None:
    assert find_citations(text)[0].subject == subject


def test_day_of_a_citation() -> None:
    for written in ("05/01/2022", "05 tháng 01 năm 2022"):
        assert Citation("Kế hoạch", PLAN, written).day == dt.date(2022, 1, 5)
    assert Citation("Kế hoạch", PLAN, "31/02/2022").day is None
    assert Citation("Kế hoạch", PLAN).day is None


def test_a_deadline_after_a_law_is_not_its_date() -> None:
    assert find_citations("triển khai Luật Thanh tra trước ngày 15/12/2022") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kế hoạch",
        "Kế hoạch số",
        "Kế hoạch này",
        "luật sư",
        "Luật sư",
        "Quyết định số 1/QĐ-UBND;",
        "Quyết định số 1/QĐ-UBND và các văn bản liên quan",
        "theo Quyết định số 1/QĐ-UBND",
        "các quy định hiện hành của Đảng, Chính phủ",
        "Quyết định số 1/QĐ-UBND trên địa bàn",
    ],
)
def test_other_texts_are_no_citations(text: str) -> None:
    assert parse_citation(text) is None


@st.composite
def citations(draw: st.DrawFn) -> str:
    type_ = draw(st.sampled_from(["Kế hoạch", "Nghị định", "nghị quyết", "Thông tư liên tịch"]))
    word = draw(st.sampled_from([" số", " số:", ""]))
    dated = draw(st.sampled_from(["", " ngày ", ", ngày "]))
    issued = draw(st.sampled_from(["", " của Chính phủ", " của Bộ Văn hóa, Thể thao và Du lịch"]))
    subject = draw(
        st.sampled_from(["", " về công tác văn thư", " sửa đổi, bổ sung Nghị định (cũ)"])
    )
    date = dated and dated + draw(written_days)
    origin = issued + date if draw(st.booleans()) else date + issued
    return f"{type_}{word} {draw(symbols)}{origin}{subject}"


@given(citations())
def test_printing_inverts_parsing(text: str) -> None:
    citation = parse_citation(text)
    assert citation is not None
    assert str(citation) == text


@given(st.lists(citations(), max_size=4))
def test_every_citation_of_a_text_is_found(written: list[str]) -> None:
    text = "".join(f"theo {citation}; " for citation in written)
    found = find_citations(text)
    assert [str(citation) for citation in found] == written
    assert [text[citation.start : citation.end] for citation in found] == written


@given(vietnamese_text)
def test_any_text_may_be_read(text: str) -> None:
    citation = parse_citation(text)
    assert citation is None or str(citation) == text
    for citation in find_citations(text):
        assert text[citation.start : citation.end] == str(citation)


@pytest.mark.parametrize(
    "piece",
    [
        "Luật A ",
        "Luật ",
        "Kế hoạch số ",
        "số ",
        "1",
        "1/A-",
        "-A",
        "(a ",
        "1/KH-UBND về (",
        "a, ",
        "Nghị định số 1/2020/NĐ-CP của ",
        "1/KH-UBND ngày 1/1/2021 của A và ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = "Kế hoạch số 1/KH-UBND về " + piece * (100_000 // len(piece))
    began = time.perf_counter()
    find_citations(text)
    parse_citation(text)
    assert time.perf_counter() - began < 5

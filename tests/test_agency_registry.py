"""The registry of agencies: its facts hang together, and its names are found in real cells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.registries.agencies import (
    Agency,
    find_agencies,
    load_agencies,
    merged_provinces,
    spelling_key,
)
from planforge.registries.mentions import parse_agencies

AGENCIES = load_agencies()


def ids_in(text: str) -> list[str | None]:
    return [mention.id for mention in parse_agencies(text)]


def names_in(text: str) -> list[str]:
    return [mention.name for mention in parse_agencies(text)]


def test_successors_are_registered() -> None:
    successors = {id_ for agency in AGENCIES.values() for id_ in agency.successors}
    assert successors <= AGENCIES.keys()


@pytest.mark.parametrize("agency", AGENCIES.values(), ids=lambda agency: agency.id)
def test_days_are_in_order_and_sure_ones_have_a_source(agency: Agency) -> None:
    first, last = agency.valid_from or date.min, agency.valid_to or date.max
    assert first < last
    if agency.sure and (agency.valid_from or agency.valid_to):
        assert agency.source
        begun = [AGENCIES[successor].valid_from for successor in agency.successors]
        assert all(day is None or day > last for day in begun)


@pytest.mark.parametrize("agency", AGENCIES.values(), ids=lambda agency: agency.id)
def test_every_spelling_finds_its_agency_and_no_two_at_one_time(agency: Agency) -> None:
    for spelling in (agency.name, *agency.spellings):
        found = find_agencies(spelling)
        assert agency in found
        assert ids_in(spelling)[0] == found[0].id
        for day in (date(2023, 1, 1), date(2026, 1, 1)):
            assert sum(other.exists_on(day) for other in found) <= 1


def test_a_name_before_and_after_a_merger_is_two_agencies_of_one_name() -> None:
    before, after = find_agencies("Sở Tài chính")
    assert (before.valid_to, after.valid_from) == (date(2025, 2, 28), date(2025, 3, 1))


def test_twenty_nine_provinces_joined_another() -> None:
    assert len(merged_provinces()) == 29
    assert merged_provinces()["Sóc Trăng"] == "thành phố Cần Thơ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở TT&TT", "Sở TT &TT"),
        ("Sở TT&TT", "Sở TTTT"),
        ("VP.UBND tỉnh", "Văn phòng Uỷ ban nhân dân tỉnh"),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hoá - Thể thao & Du lịch"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Sở TT &TT", ["so-thong-tin-va-truyen-thong"]),
        ("Sở LĐ-TB&XH", ["so-lao-dong-thuong-binh-va-xa-hoi"]),
        ("Công an thành phố", ["cong-an-tinh"]),
        ("Văn phòng UBND tỉnh, Sở TTTT", ["van-phong-ubnd-tinh", "so-thong-tin-va-truyen-thong"]),
        ("Sở, ban ngành, UBND các cấp", ["so-ban-nganh", "ubnd-cac-cap"]),
        (
            "Sở ban ngành, UBND cấp huyện, cấp xã và các cơ quan có liên quan",
            ["so-ban-nganh", "ubnd-cap-huyen", "ubnd-cap-xa", "co-quan-lien-quan"],
        ),
        ("Các Sở, ban, ngành UBND cấp huyện", ["so-ban-nganh", "ubnd-cap-huyen"]),
        (
            "VP UBND tỉnh, các sở: Tư pháp, Tài chính, Kế hoạch & ĐT",
            ["van-phong-ubnd-tinh", "so-tu-phap", "so-tai-chinh", "so-ke-hoach-va-dau-tu"],
        ),
        ("các Sở Tư pháp, Nội vụ và Tài chính", ["so-tu-phap", "so-noi-vu", "so-tai-chinh"]),
        ("Các bộ: Nội vụ, Tài chính", ["bo-noi-vu", "bo-tai-chinh"]),
        ("Giám đốc Sở Nội vụ; Chủ tịch UBND các xã, phường", ["so-noi-vu", "ubnd-cap-xa"]),
        ("Sở Nội vụ chủ trì tham mưu", ["so-noi-vu"]),
        ("Sở Tài chính hướng dẫn, thẩm định", ["so-tai-chinh"]),
        (
            "Sở Tài chính (phần kinh phí), Kho bạc Nhà nước",
            ["so-tai-chinh", "kho-bac-nha-nuoc-tinh"],
        ),
        ("Tổ công tác của UBND tỉnh", [None]),
        ("Trường Đại học Hoa Lư, Sở Y tế", [None, "so-y-te"]),
        ("Trường Đại học Hoa Lư chủ trì; Sở Y tế", [None, "so-y-te"]),
    ],
)
def test_a_cell_is_split_into_its_agencies(cell: str, ids: list[str | None]) -> None:
    assert ids_in(cell) == ids


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ;,()",
        "Sở",
        "Cơ quan được giao chủ trì soạn thảo",
        "Các chủ đầu tư",
        "Sở Nội vụ rà soát, tổng hợp báo cáo của các cơ quan, trình UBND tỉnh ban hành",
        "Đơn vị sự nghiệp trực thuộc tỉnh, trực thuộc các sở ban ngành và UBND cấp huyện",
    ],
)
def test_sentences_and_descriptions_name_no_agency(cell: str) -> None:
    assert parse_agencies(cell) == ()


def test_what_a_list_leaves_out_is_put_back() -> None:
    assert names_in("UBND cấp huyện, cấp xã") == ["UBND cấp huyện", "UBND cấp xã"]
    assert names_in("các sở: Tư pháp, Thông tin & TT") == ["Sở Tư pháp", "Sở Thông tin & TT"]


def test_a_place_is_told_from_the_name() -> None:
    (mention,) = parse_agencies("Sở Nội vụ tỉnh Ninh Bình")
    assert (mention.name, mention.place) == ("Sở Nội vụ tỉnh", "Ninh Bình")


@pytest.mark.parametrize(
    "cell",
    [
        "Sở Nội vụ phối hợp với Văn phòng UBND tỉnh",
        "Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh",
        "Sở Nội vụ chủ trì; Văn phòng UBND tỉnh phối hợp",
        "Chủ trì: Sở Nội vụ; phối hợp: Văn phòng UBND tỉnh",
    ],
)
def test_a_cell_may_tell_who_only_supports(cell: str) -> None:
    lead, support = parse_agencies(cell)
    assert (lead.id, lead.supports) == ("so-noi-vu", False)
    assert (support.id, support.supports) == ("van-phong-ubnd-tinh", True)


def test_what_is_said_of_an_agency_is_kept() -> None:
    (mention,) = parse_agencies("UBND cấp xã được chọn mẫu")
    assert mention.rest == "được chọn mẫu"


_PIECES = st.sampled_from(
    [
        "Sở",
        "các",
        "Nội vụ",
        "UBND",
        "cấp huyện",
        "phối hợp",
        "với",
        ":",
        ";",
        ",",
        "và",
        "(",
        "tỉnh",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=15).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    for mention in parse_agencies(text):
        assert mention.name.strip() == mention.name != ""

"""Starting plans: they read without a finding, for every kind of agency and year."""

import re

import pytest

from planforge.composer import compose_plan
from planforge.model.body import AREAS
from planforge.model.walking import walk_records
from planforge.readers import read_plan
from planforge.starters import starter_text
from planforge.starters.agencies import (
    GAP,
    KINDS,
    Agency,
    Kind,
    kind_of_slug,
    make_agency,
    make_body,
    read_agency,
)
from planforge.vietnamese.deadlines import parse_deadline
from planforge.writers.outline import write_outline

NAMES = {
    "Ủy ban nhân dân tỉnh Sóc Trăng": "tinh",
    "UBND thành phố Cần Thơ": "tinh",
    "UBND Cần Thơ": "tinh",
    "Tỉnh Ninh Bình": "tinh",
    "TP. Hồ Chí Minh": "tinh",
    "Sở Nội vụ tỉnh Ninh Bình": "so",
    "sở văn hóa, thể thao và du lịch thành phố Huế": "so",
    "Sở Tư pháp": "so",
    "Bộ Nội vụ": "so",
    "Thanh tra tỉnh Ninh Bình": "so",
    "Văn phòng Ủy ban nhân dân tỉnh Ninh Bình": "so",
    "Hội Chữ thập đỏ tỉnh Ninh Bình": "so",
    "Phòng Văn hóa - Xã hội xã Hải Hậu": "so",
    "Uỷ ban nhân dân xã Hải Hậu": "xa",
    "phường 1": "xa",
    "Đặc khu Phú Quốc": "xa",
}


def agency(name: str) -> Agency:
    found = read_agency(name)
    assert found is not None
    return found


AGENCIES = [agency(name) for name in NAMES] + [
    make_agency(place, kind) for kind in KINDS for place in (GAP, "Hà Nội", "An Giang")
]


@pytest.mark.parametrize("issuer", AGENCIES, ids=lambda issuer: f"{issuer.kind}: {issuer.name}")
@pytest.mark.parametrize("year", [2000, 2024, 2027, 2100])
def test_a_starting_plan_reads_without_findings_and_prints_its_year(
    issuer: Agency, year: int
) -> None:
    result = read_plan(starter_text(issuer, year, "mau/cchc", "../s.json").encode())
    assert result.findings == ()
    assert result.plan is not None
    assert result.plan.date is None
    assert result.plan.number == issuer.symbol
    assert result.plan.issuer.name == issuer.name
    outline = write_outline(compose_plan(result.plan)).replace("\N{NO-BREAK SPACE}", " ")
    assert f"năm {year}" in outline
    assert "[Họ và tên]" in outline


@pytest.mark.parametrize("kind", KINDS)
def test_a_starting_plan_covers_every_area_with_tasks_that_are_complete(kind: Kind) -> None:
    plan = read_plan(starter_text(make_agency("An Giang", kind), 2027, "x").encode()).plan
    assert plan is not None
    bodies = [section.area for section in plan.sections[1].sections]
    assert sorted(bodies) == sorted(AREAS)
    groups = plan.appendices[0].groups
    assert [group.area for group in groups] == bodies
    assert all(len(group.tasks) >= 2 for group in groups)
    for group in groups:
        for task in group.tasks:
            assert task.id
            assert task.lead
            assert task.support
            rows = task.lines or (task,)
            assert all(row.product and row.deadline for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_deadline_of_a_starting_plan_is_in_its_year(kind: Kind) -> None:
    plan = read_plan(starter_text(make_agency("An Giang", kind), 2028, "x").encode()).plan
    assert plan is not None
    for _, record in walk_records(plan):
        for paragraph in getattr(record, "deadline", None) or ():
            deadline = parse_deadline(paragraph.text)
            assert deadline is not None, paragraph.text
            days = [day for day in deadline.interval() or () if day]
            assert all(day.year == 2028 for day in days)


def test_starting_plans_are_at_home_in_two_levels_of_local_government() -> None:
    for issuer in AGENCIES:
        text = starter_text(issuer, 2027, "x")
        assert not re.search(
            r"(?i)cấp huyện|UBND huyện|Thông tin và Truyền thông|Kế hoạch và", text
        )
        assert "$" not in text
        assert "\t" not in text


def test_lines_of_a_starting_plan_fit_an_editor() -> None:
    for kind in KINDS:
        lines = starter_text(make_agency(GAP, kind), 2027, "x").splitlines()
        assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(("name", "kind"), NAMES.items())
def test_the_kind_of_plan_is_told_by_the_name(name: str, kind: str) -> None:
    assert agency(name).kind == kind


def test_a_name_tells_letterhead_and_number() -> None:
    department = agency("Sở Nông nghiệp và Môi trường tỉnh Ninh Bình")
    assert department.header == ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",)
    assert (department.parent, department.place) == ("UBND TỈNH NINH BÌNH", "Ninh Bình")
    assert (department.symbol, department.short) == ("/KH-SNNMT", "Sở")
    assert agency("Sở Giáo dục và Đào tạo tỉnh X").symbol == "/KH-SGDĐT"
    office = agency("Văn phòng Ủy ban nhân dân tỉnh Ninh Bình")
    assert (office.symbol, office.head) == ("/KH-VPUBND", "CHÁNH VĂN PHÒNG")
    inspectorate = agency("Thanh tra tỉnh Ninh Bình")
    assert (inspectorate.header, inspectorate.symbol) == (("THANH TRA TỈNH",), "/KH-TTT")
    ministry = agency("Bộ Nội vụ")
    assert (ministry.parent, ministry.place, ministry.deputy) == ("", "Hà Nội", "THỨ TRƯỞNG")
    office = agency("Phòng Văn hóa - Xã hội xã Hải Hậu")
    assert (office.header, office.parent) == (("PHÒNG VĂN HÓA - XÃ HỘI",), "UBND XÃ HẢI HẬU")


def test_what_a_name_does_not_tell_is_left_to_fill_in() -> None:
    assert agency("Sở Nội vụ").parent == f"UBND TỈNH {GAP}"
    assert make_body("Hội Nông dân").place == GAP
    assert make_agency(GAP, "so").symbol == f"/KH-S{GAP}"
    assert read_agency("Sóc Trăng") is None
    assert read_agency("Đồng Xã") is None
    assert make_agency("Sóc Trăng", "tinh").name == "Ủy ban nhân dân tỉnh Sóc Trăng"
    assert make_agency("Cần Thơ", "so").parent == "UBND THÀNH PHỐ CẦN THƠ"


def test_units_named_by_number_or_person_take_their_level_before_the_date() -> None:
    assert agency("UBND phường 1").place == "Phường 1"
    assert agency("TP. Hồ Chí Minh").place == "Thành phố Hồ Chí Minh"


def test_a_folder_name_tells_the_kind() -> None:
    slugs = ("soc-trang", "son-la", "so-noi-vu", "xa-hai-hau", "phuong-1")
    assert [kind_of_slug(slug) for slug in slugs] == ["tinh", "tinh", "so", "xa", "xa"]

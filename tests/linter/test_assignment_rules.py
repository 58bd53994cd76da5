"""Who does what: the rules find what is wrong, and keep quiet about what is customary."""

from types import ModuleType

import pytest
from test_rules import plan_of

from planforge.linter.rule import Violation
from planforge.linter.rules import (
    agency_not_existing_then,
    agency_spelled_several_ways,
    area_without_standing_agency,
    collective_sole_lead,
    lead_also_supports,
    missing_deadline,
    missing_lead,
    missing_product,
    missing_support,
    province_not_existing_then,
    unknown_agency,
)
from planforge.linter.subject import Subject


def violations(module: ModuleType, example: str) -> list[Violation]:
    return list(module.check(Subject(plan_of(example))))


def messages(module: ModuleType, example: str) -> list[str]:
    return [violation.message.text() for violation in violations(module, example)]


def hints(module: ModuleType, example: str) -> list[str]:
    return [violation.hint.text() for violation in violations(module, example)]


def tasks(*rows: str, columns: str = "") -> str:
    """Return an appendix of tasks, each given as the keys of a flow mapping."""
    items = "".join(f"      - {{task: Rà soát văn bản, {row}}}\n" for row in rows)
    return f"appendices:\n  - id: phu-luc\n{columns}    tasks:\n{items}"


def lead_and_support(lead: str, support: str) -> str:
    return tasks(f'product: Báo cáo, deadline: Quý I/2026, lead: "{lead}", support: "{support}"')


# Lead, product, deadline, support

MISSING = {
    missing_product: ("product", "lead: Sở Tư pháp"),
    missing_deadline: ("deadline", "lead: Sở Tư pháp"),
    missing_support: ("support", "lead: Sở Tư pháp"),
}
by_missing = pytest.mark.parametrize("module", MISSING, ids=lambda module: module.RULE.name)


@by_missing
def test_a_hole_is_found_once_for_all_lines_merged_with_it(module: ModuleType) -> None:
    row = "lead: Sở Tư pháp, lines: [{task: Kế hoạch}, {task: Báo cáo}, {task: Tổng kết}]"
    assert len(violations(module, tasks(row))) == 1


@by_missing
def test_a_cell_blank_on_purpose_is_no_hole(module: ModuleType) -> None:
    field, rest = MISSING[module]
    assert violations(module, tasks(f'{rest}, {field}: ""')) == []


@by_missing
def test_a_table_without_the_column_has_no_hole(module: ModuleType) -> None:
    columns = "    columns: [task, lead]\n"
    assert violations(module, tasks("lead: Sở Tư pháp", columns=columns)) == []


@by_missing
def test_a_task_that_stands_over_others_needs_nothing_of_its_own(module: ModuleType) -> None:
    children = "{task: Kế hoạch, product: Kế hoạch, lead: Sở Y tế, support: '', deadline: ''}"
    assert violations(module, tasks(f"lead: Sở Tư pháp, tasks: [{children}]")) == []


def test_what_stands_on_the_task_holds_for_its_lines() -> None:
    lines = "lines: [{product: Kế hoạch, deadline: Quý I/2026}, {product: Báo cáo}]"
    example = tasks(f"lead: Sở Tư pháp, support: '', {lines}")
    for module in (missing_lead, *MISSING):
        assert violations(module, example) == []


def test_a_lead_left_blank_is_an_error_but_once_for_merged_lines() -> None:
    assert len(violations(missing_lead, tasks('product: Báo cáo, lead: ""'))) == 1
    lines = "lines: [{product: Kế hoạch}, {product: Báo cáo}]"
    assert len(violations(missing_lead, tasks(lines))) == 1


def test_a_parent_answers_through_its_children() -> None:
    children = "tasks: [{task: Kế hoạch, lead: Sở Y tế}]"
    assert violations(missing_lead, tasks(f"product: Báo cáo, {children}")) == []


def test_work_of_all_offices_needs_no_support() -> None:
    row = "product: Báo cáo, deadline: Quý I/2026, lead: Các Sở"
    assert violations(missing_support, tasks(row)) == []


# Lead that also supports


@pytest.mark.parametrize(
    ("lead", "support"),
    [
        ("Sở TT&TT", "Công an tỉnh; Sở Thông tin và Truyền thông"),
        ("Trường Chính trị tỉnh", "Sở Nội vụ, Trường Chính trị tỉnh"),
        ("Sở Y tế", "các sở: Tài chính, Y tế"),
        ("Tổ công tác của UBND tỉnh", "Tổ công tác của UBND tỉnh"),
    ],
)
def test_a_lead_among_its_supporters_is_found_in_any_spelling(lead: str, support: str) -> None:
    assert len(violations(lead_also_supports, lead_and_support(lead, support))) == 1


@pytest.mark.parametrize(
    ("lead", "support"),
    [
        ("Các sở, ban, ngành", "Các sở, ban, ngành"),
        ("Sở Y tế; Sở Nội vụ", "Sở Nội vụ; Sở Y tế"),
        ("Sở Nội vụ phối hợp với Sở Y tế", "Sở Y tế; Công an tỉnh"),
        ("UBND xã Hải Hậu", "UBND xã Giao Thủy"),
        ("Cơ quan được giao chủ trì soạn thảo", "Cơ quan được giao chủ trì soạn thảo"),
    ],
)
def test_collectives_pairs_and_neighbours_may_stand_on_both_sides(lead: str, support: str) -> None:
    assert violations(lead_also_supports, lead_and_support(lead, support)) == []


def test_lists_that_pair_line_by_line_are_no_overlap() -> None:
    row = "product: Báo cáo, lead: [Sở Y tế, Sở Nội vụ], support: [Sở Nội vụ, Sở Tài chính]"
    assert violations(lead_also_supports, tasks(row)) == []


# Names


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Sở Thông tin và Truyền thong", "Sở Thông tin và Truyền thông"),
        ("Sở Nông nghiệp & Mội trường", "Sở Nông nghiệp và Môi trường"),
        ("Bảo hiểm xã hôi tỉnh", "Bảo hiểm xã hội tỉnh"),
    ],
)
def test_a_misspelt_agency_gets_the_nearest_name(name: str, nearest: str) -> None:
    found = hints(unknown_agency, lead_and_support(name, "Công an tỉnh"))
    assert found == [f"Did you mean “{nearest}”?"]


def test_a_department_that_never_was_is_reported_once() -> None:
    row = 'product: Báo cáo, lead: "Sở Hải đảo", support: ""'
    assert len(violations(unknown_agency, tasks(row, row))) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Trường Đại học Hoa Lư",
        "Trung tâm Chuyển đổi số tỉnh",
        "Phòng Cải cách hành chính thuộc Sở",
        "Ban An toàn giao thông tỉnh",
        "Bộ phận Một cửa các cấp",
        "Bộ Chỉ huy Quân sự thành phố",
        "Bộ đội Biên phòng tỉnh",
        "Sở quản lý ngành, lĩnh vực",
        "Văn phòng Sở",
        "Thanh tra Sở",
        "Hội Nông dân xã",
        "Ủy ban Mặt trận Tổ quốc Việt Nam các cấp",
        "Sở-Ban",
        "Các cơ quan quản lý dữ liệu chuyên ngành",
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
        "Sở Nội vụ tham mưu UBND tỉnh ban hành, tổ chức thực hiện",
    ],
)
def test_local_bodies_descriptions_and_sentences_are_not_doubted(name: str) -> None:
    assert violations(unknown_agency, lead_and_support(name, "Công an tỉnh")) == []


def test_spellings_are_listed_with_their_counts() -> None:
    rows = [
        f'product: Báo cáo, lead: Sở Nội vụ, support: "{name}"'
        for name in ("Các sở, ban, ngành", "Sở, ban ngành; VP.UBND tỉnh", "các sở, ban, ngành")
    ]
    assert messages(agency_spelled_several_ways, tasks(*rows)) == [
        "“Các sở, ban, ngành” is written in 2 ways: “Các sở, ban, ngành” (2), “Sở, ban ngành” (1)."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Các sở, ban, ngành", "UBND cấp xã, các sở, ban, ngành"),
        ("Các cơ quan liên quan", "Sở Nội vụ và các cơ quan có liên quan"),
        ("UBND xã Hải Hậu", "UBND xã Giao Thủy"),
        ("Sở Tài chính", "các sở: Tài chính, Tư pháp"),
    ],
)
def test_case_at_the_start_descriptions_and_places_are_no_spellings(one: str, other: str) -> None:
    assert violations(agency_spelled_several_ways, lead_and_support(one, other)) == []


# Collectives


@pytest.mark.parametrize(
    ("lead", "support"),
    [
        ("Các Sở, ban, ngành", "Cơ quan có liên quan"),
        ("Các sở, ban, ngành, UBND cấp xã", "Các sở, ban, ngành, UBND cấp xã"),
    ],
)
def test_work_of_everybody_with_nobody_to_gather_it(lead: str, support: str) -> None:
    assert len(violations(collective_sole_lead, lead_and_support(lead, support))) == 1


@pytest.mark.parametrize(
    ("lead", "support"),
    [
        ("Các sở, ban, ngành", "Sở Tư pháp"),
        ("Các sở, ban, ngành; UBND cấp xã", ""),
        ("UBND cấp xã", "Các cơ quan liên quan"),
        ("Các sở, ban, ngành chưa số hóa hồ sơ", "UBND cấp xã"),
        ("Các sở, ban, ngành", "Các cơ quan báo chí của tỉnh"),
        ("Sở Nội vụ", "Các sở, ban, ngành"),
    ],
)
def test_each_office_may_do_its_own_part(lead: str, support: str) -> None:
    assert violations(collective_sole_lead, lead_and_support(lead, support)) == []


# Agencies of another time

DISTRICT = lead_and_support("Sở Tư pháp", "UBND cấp huyện")


def at(period: str, issued: str = "", example: str = DISTRICT) -> list[str]:
    dated = f"date: {issued}\n" if issued else ""
    return messages(agency_not_existing_then, f"period: {period}\n{dated}{example}")


@pytest.mark.parametrize(
    ("period", "issued"),
    [
        ("2026", "2025-12-30"),
        ("2026-2030", "2025-06-20"),
        ("2025", "2025-08-15"),
        ("{from: 2025-07-01, to: 2025-12-31}", "2025-06-25"),
        ("2026", "2027-01-05"),
    ],
)
def test_the_district_level_has_ended(period: str, issued: str) -> None:
    assert at(period, issued) == ["“UBND cấp huyện” has not existed since 30/6/2025."]


@pytest.mark.parametrize(
    ("period", "issued"),
    [
        ("2023", "2022-12-30"),
        ("2025", "2024-12-30"),
        ("2025", "2025-06-30"),
        ("2021-2030", "2021-11-24"),
    ],
)
def test_plans_before_july_2025_may_name_districts(period: str, issued: str) -> None:
    assert at(period, issued) == []


def test_a_merged_department_names_its_successor() -> None:
    example = lead_and_support("Sở GTVT", "Công an tỉnh")
    assert hints(agency_not_existing_then, example) == [
        "In the plan's time its work belongs to “Sở Xây dựng”."
    ]


def test_provinces_merged_departments_on_days_of_their_own() -> None:
    example = lead_and_support("Sở KH&ĐT", "Công an tỉnh")
    assert at("2025", "2025-03-20", example) == []
    assert len(at("2025", "2025-07-02", example)) == 1


def test_a_new_department_is_unknown_to_an_old_plan_only() -> None:
    example = lead_and_support("Sở Nông nghiệp và Môi trường", "Công an tỉnh")
    assert at("2023", "2022-12-30", example) == [
        "“Sở Nông nghiệp và Môi trường” exists only from 01/3/2025 on."
    ]
    assert at("2025", "2024-12-30", example) == []
    assert at("2026", "2025-12-30", example) == []


@pytest.mark.parametrize(
    "name",
    [
        "Sở Tài chính",
        "Sở Nội vụ",
        "Văn phòng HĐND và UBND",
        "UBND thành phố",
        "Ban Dân tộc tỉnh",
        "Đài Phát thanh và Truyền hình tỉnh",
        "UBND các xã, phường",
        "Các đơn vị sự nghiệp công lập",
    ],
)
def test_names_that_live_on_or_are_not_sure_are_quiet(name: str) -> None:
    assert at("2026", "2025-12-30", lead_and_support(name, "Công an tỉnh")) == []
    assert at("2023", "2022-12-30", lead_and_support(name, "Công an tỉnh")) == []


def test_recipients_headings_and_orders_of_the_body_count_too() -> None:
    example = """
sections:
  - role: review
    title: Kết quả năm 2024
    text: Sở Thông tin và Truyền thông chủ trì hoàn thành 12 nhiệm vụ.
  - role: implementation
    title: Tổ chức thực hiện
    sections:
      - title: Sở Kế hoạch và Đầu tư
        text: Bố trí vốn; bàn giao hồ sơ của UBND cấp huyện cho UBND cấp xã.
      - text: Chủ tịch UBND các huyện, thị xã, thành phố có trách nhiệm thực hiện Kế hoạch này.
recipients:
  - Bộ Nội vụ
  - UBND các xã, phường, thị trấn
"""
    assert [violation.path for violation in violations(agency_not_existing_then, example)] == [
        ("sections", 1, "sections", 0, "title"),
        ("sections", 1, "sections", 1, "text", 0),
        ("recipients", 1, "to"),
    ]


def test_a_section_of_a_department_may_be_called_as_a_district_office_was() -> None:
    example = lead_and_support("Phòng Nội vụ", "Văn phòng Sở")
    issuer = "issuer: {name: Sở Công Thương tỉnh Ninh Bình, place: Ninh Bình}\n"
    assert violations(agency_not_existing_then, issuer + example) == []
    assert len(violations(agency_not_existing_then, example)) == 1


# Areas and provinces


def area(name: str, lead: str, support: str) -> str:
    task = f"{{task: Rà soát, lead: {lead}, support: {support}}}"
    return (
        "appendices:\n  - id: phu-luc\n    groups:\n"
        f"      - {{area: {name}, title: Cải cách, tasks: [{task}]}}\n"
    )


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("institutions", "Sở Tư pháp"),
        ("procedures", "Văn phòng UBND tỉnh"),
        ("organization", "Sở Nội vụ"),
        ("civil_service", "Sở Nội vụ"),
        ("public_finance", "Sở Tài chính"),
        ("digital_government", "Sở Khoa học và Công nghệ"),
        ("direction", "Sở Nội vụ"),
    ],
)
def test_the_standing_agency_of_an_area_is_missed(name: str, agency: str) -> None:
    found = messages(area_without_standing_agency, area(name, "Sở Y tế", "Công an tỉnh"))
    assert found == [f"“{agency}” has no part in this area."]
    assert violations(area_without_standing_agency, area(name, "Sở Y tế", agency)) == []


def test_an_agency_named_in_a_sentence_has_a_part() -> None:
    support = "Sở Y tế tổng hợp, gửi Sở Tư pháp thẩm định"
    example = area("institutions", "Sở Y tế", f'"{support}"')
    assert violations(area_without_standing_agency, example) == []


@pytest.mark.parametrize("issuer", ["Sở Y tế tỉnh Ninh Bình", "Bộ Nội vụ", "UBND xã Hải Hậu"])
def test_only_provinces_have_standing_agencies(issuer: str) -> None:
    example = f"issuer: {{name: {issuer}, place: Ninh Bình}}\n" + area("direction", "Sở Y tế", "''")
    assert violations(area_without_standing_agency, example) == []


def test_a_merged_province_issued_plans_until_july_2025() -> None:
    issuer = "issuer: {name: Sở Nội vụ tỉnh Sóc Trăng, place: Sóc Trăng}\n"
    assert hints(province_not_existing_then, issuer) == ["It belongs to thành phố Cần Thơ now."]
    assert violations(province_not_existing_then, f"{issuer}period: 2022\ndate: 2021-12-28\n") == []

"""Rules on the structure of a plan: their pages, what they must find, what they must leave."""

import pytest
from rule_checks import body, messages, quoted, table

from planforge.linter.rules import (
    area_title_differs,
    dangling_appendix_reference,
    empty_section,
    missing_area,
    missing_part,
    repeated_paragraph,
    repeated_row,
    unmentioned_appendix,
    wrong_total,
)


def test_parts_are_known_by_role_or_by_words() -> None:
    by_words = body(
        "{title: Mục đích, text: A.}",
        "{title: Nội dung trọng tâm, text: B.}",
        "{title: Trách nhiệm thi hành, text: C.}",
    )
    run_in = body(
        '{text: "Mục tiêu: phục vụ tốt hơn."}',
        "{role: solutions, title: Cách làm, text: B.}",
        "{role: implementation, title: Điều khoản cuối, text: C.}",
    )
    assert messages(missing_part.RULE, by_words) == []
    assert messages(missing_part.RULE, run_in) == []


def test_other_types_of_documents_need_no_parts() -> None:
    example = "\ntype: Báo cáo\n" + body("{title: Kết quả, text: A.}")
    assert messages(missing_part.RULE, example) == []


def test_a_plan_without_areas_misses_none() -> None:
    example = body(
        "{role: task_areas, title: Đối với Chỉ số PAR INDEX, text: A.}",
        "{role: task_areas, title: Đối với cải cách thể chế, text: B.}",
    )
    assert messages(missing_area.RULE, example) == []


def test_areas_may_stand_in_different_parts_and_without_titles() -> None:
    areas = ("institutions", "procedures", "organization", "civil_service", "public_finance")
    tasks = ", ".join(f"{{area: {area}, text: Làm tốt.}}" for area in areas)
    example = body(
        f"{{title: Nhiệm vụ, sections: [{tasks}, {{title: Chuyển đổi số, text: A.}}]}}",
        "{title: Giải pháp, sections: [{title: Công tác chỉ đạo điều hành, text: B.}]}",
    )
    assert messages(missing_area.RULE, example) == []


@pytest.mark.parametrize(
    "section",
    [
        "{title: Phân công nhiệm vụ (Theo Phụ lục đính kèm)}",
        "{title: Phân công nhiệm vụ, note: (Theo phụ lục)}",
        "{title: Tổ chức thực hiện tốt các nhiệm vụ được giao.}",
        '{title: Cơ quan, sections: [{title: "Sở Nội vụ"}, {title: "Sở Tư pháp"}]}',
        '{title: Cơ quan, text: "Gồm:", sections: [{style: "-", title: Sở Nội vụ}]}',
        "{title: Kết luận, closing: Thực hiện nghiêm.}",
    ],
)
def test_sections_that_are_not_empty(section: str) -> None:
    assert messages(empty_section.RULE, body(section)) == []


@pytest.mark.parametrize(
    "section",
    [
        "{title: Kinh phí thực hiện}",
        "{role: funding}",
        "{title: Cơ quan, sections: [{title: Sở Nội vụ}, {title: Sở Tư pháp, text: A.}]}",
        "{title: Nhiệm vụ, sections: [{area: procedures, title: TTHC}, {title: B, text: B.}]}",
    ],
)
def test_sections_that_are_empty(section: str) -> None:
    assert len(messages(empty_section.RULE, body(section))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Nhiệm vụ cụ thể theo {phu-luc} kèm theo.",
        "(Theo Phụ lục đính kèm)",
        "Chi tiết tại Phụ lục kèm theo Kế hoạch này.",
        "Phân công cụ thể tại Phụ lục.",
        "(có bảng phân công nhiệm vụ kèm theo)",
        "Thực hiện Phụ lục I của Nghị định số 60/2021/NĐ-CP và Phụ lục kèm theo Kế hoạch này.",
    ],
)
def test_an_appendix_is_mentioned(words: str) -> None:
    example = quoted(words) + table("{task: Rà soát văn bản, lead: Sở Tư pháp}")
    assert messages(unmentioned_appendix.RULE, example) == []


@pytest.mark.parametrize(
    "words",
    [
        "Đối chiếu Phụ lục I ban hành kèm theo Nghị định số 60/2021/NĐ-CP.",
        "Theo mẫu tại Phụ lục II Thông tư số 01/2020/TT-VPCP.",
        "Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.",
    ],
)
def test_an_appendix_of_another_document_is_no_mention(words: str) -> None:
    example = quoted(words) + table("{task: Rà soát văn bản, lead: Sở Tư pháp}")
    assert len(messages(unmentioned_appendix.RULE, example)) == 1


def test_each_of_several_appendices_is_mentioned_by_its_number() -> None:
    appendices = """
appendices:
  - {id: mot, tasks: [{task: Rà soát văn bản}]}
  - {id: hai, text: Xem Phụ lục I.}
"""
    only_one = quoted("Theo Phụ lục I kèm theo.") + appendices
    both = quoted("Theo các phụ lục kèm theo.") + appendices
    assert len(messages(unmentioned_appendix.RULE, only_one)) == 1
    assert messages(unmentioned_appendix.RULE, both) == []
    assert messages(dangling_appendix_reference.RULE, both) == []
    third = quoted("Chi tiết tại Phụ lục III kèm theo.") + appendices
    assert len(messages(dangling_appendix_reference.RULE, third)) == 1


def test_words_that_send_nobody_to_an_appendix() -> None:
    for words in (
        "Các cơ quan lập kế hoạch và phụ lục về nhiệm vụ của cơ quan mình.",
        "Theo Phụ lục kèm theo Công văn số 12/SNV-CCHC.",
        "Theo phụ lục của Nghị định số 60/2021/NĐ-CP.",
    ):
        assert messages(dangling_appendix_reference.RULE, quoted(words)) == []


@pytest.mark.parametrize(
    ("area", "title"),
    [
        ("organization", "Cải cách tổ chức bộ máy"),
        ("civil_service", "Cải cách công vụ"),
        ("procedures", "Cải cách thủ tục hành chính (TTHC)"),
        ("procedures", "Cải cách TTHC"),
        ("direction", "Công tác chỉ đạo điều hành CCHC"),
        ("digital_government", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
    ],
)
def test_customary_short_titles_of_areas(area: str, title: str) -> None:
    example = f"""
appendices:
  - id: phu-luc
    groups:
      - {{area: {area}, title: "{title}", tasks: [{{task: Việc cần làm}}]}}
"""
    assert messages(area_title_differs.RULE, example) == []


def test_rows_that_are_alike_in_part() -> None:
    task = "task: Kiểm tra, product: Báo cáo, lead: Sở Nội vụ"
    lines = "[{lead: Sở Nội vụ}, {lead: Sở Tư pháp}]"
    child = "{task: Báo cáo kết quả, lead: Sở Nội vụ, deadline: Năm 2026}"
    example = table(
        f"{{{task}, deadline: Quý I/2026}}",
        f"{{{task}, deadline: Quý II/2026}}",
        "{task: Nhiệm vụ khác}",
        "{task: Nhiệm vụ khác}",
        f"{{task: Tuyên truyền, deadline: Thường xuyên, lines: {lines}}}",
        f"{{task: Y tế, tasks: [{child}]}}",
        f"{{task: Giáo dục, tasks: [{child}]}}",
    )
    assert messages(repeated_row.RULE, example) == []


def test_rows_told_apart_by_a_column_of_their_own() -> None:
    example = """
appendices:
  - id: phu-luc
    columns: [task, lead, muc-tieu]
    tasks:
      - {task: Đúng hạn, lead: Sở Nội vụ, cells: {muc-tieu: "97%"}}
      - {task: Đúng hạn, lead: Sở Nội vụ, cells: {muc-tieu: "98%"}}
      - {task: Đúng hạn, lead: Sở Nội vụ, cells: {muc-tieu: "98%"}}
"""
    assert len(messages(repeated_row.RULE, example)) == 1


def test_repeated_lines_of_one_task() -> None:
    example = table("{task: Kiểm tra, lines: [{lead: Sở Y tế}, {lead: Sở Y tế}]}")
    assert len(messages(repeated_row.RULE, example)) == 1


def test_short_phrases_may_come_again() -> None:
    phrase = "Chủ động thực hiện các nhiệm vụ được giao tại Kế hoạch này."
    example = body(f"{{title: Sở Y tế, text: {phrase}}}", f"{{title: Sở Tư pháp, text: {phrase}}}")
    assert messages(repeated_paragraph.RULE, example) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Kế hoạch gồm 03 nhiệm vụ theo {phu-luc}.", False),
        ("Kế hoạch gồm 04 nhiệm vụ theo {phu-luc}.", False),
        ("Kế hoạch gồm 05 nhiệm vụ theo {phu-luc}.", True),
        ("Kế hoạch gồm 09 nhiệm vụ trọng tâm.", False),
        ("Năm 2025 hoàn thành 85/88 nhiệm vụ nêu tại {phu-luc}.", False),
        ("Sở Nội vụ chủ trì 09 nhiệm vụ tại {phu-luc}.", False),
        ("Kế hoạch này có 02 phụ lục.", True),
        ("Kế hoạch này có 01 phụ lục.", False),
    ],
)
def test_declared_totals(words: str, wrong: bool) -> None:  # noqa: FBT001 - a row of a table
    example = quoted(words) + table(
        "{task: A, lead: Sở Nội vụ}",
        "{task: B, lead: Sở Nội vụ}",
        "{task: C, tasks: [{task: D, lead: Sở Nội vụ}]}",
    )
    assert bool(messages(wrong_total.RULE, example)) is wrong

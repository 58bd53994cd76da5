"""Plan to document: the whole of the example plans as outlines, and the traps one by one."""

import datetime
from pathlib import Path

import pytest
from golden import check_golden

from planforge.cli.workspace import find_plans
from planforge.composer import compose_plan
from planforge.document import Document, Paragraph, Run, Table
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.outline import paragraph_text, write_outline

EXAMPLES = find_plans([Path(__file__).parent.parent / "plans"])

HEAD = """
period: 2026
issuer: {name: Ủy ban nhân dân tỉnh Ninh Bình, place: Ninh Bình}
number: 5/KH-UBND
date: 2026-01-05
title: Cải cách hành chính năm 2026
recipients: [Bộ Nội vụ, {to: Cổng thông tin điện tử tỉnh, purpose: để đăng tải}]
archive: VT, TH
signature: {authority: TM. Ủy ban nhân dân, title: Chủ tịch, name: Nguyễn Văn Ân}
"""


def plan_of(text: str) -> Plan:
    result = read_plan((HEAD + text).encode())
    assert result.findings == ()
    assert result.plan is not None
    return result.plan


def document_of(text: str) -> Document:
    return compose_plan(plan_of(text))


def body_of(text: str) -> list[str]:
    blocks = document_of(text).parts[0].blocks
    return [paragraph_text(block) for block in blocks if isinstance(block, Paragraph)]


def table_of(text: str) -> Table:
    tables = [
        block
        for part in document_of("sections: [{title: Mục tiêu}]\n" + text).parts
        for block in part.blocks
        if isinstance(block, Table)
    ]
    assert len(tables) == 1
    return tables[0]


def grid(table: Table) -> list[list[str]]:
    """Return what each cell prints; ``^`` for a cell merged with the one above."""
    return [
        [
            "^"
            if cell.merge == "continue"
            else " / ".join(paragraph_text(paragraph) for paragraph in cell.paragraphs)
            for cell in row.cells
        ]
        for row in table.rows
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_example_plans_keep_their_outline(path: Path) -> None:
    plan = read_plan(path.read_bytes()).plan
    assert plan is not None
    check_golden(f"outlines/{path.parent.name}-{path.stem}.txt", write_outline(compose_plan(plan)))


def test_numbers_and_dates_below_ten_take_a_zero() -> None:
    head = document_of("sections: [{title: Mục tiêu}]").parts[0].letterhead
    assert head is not None
    assert head.number == "05/KH-UBND"
    assert head.place_date.replace("\N{NO-BREAK SPACE}", " ") == (
        "Ninh Bình, ngày 05 tháng 01 năm 2026"
    )


def test_a_draft_leaves_room_for_number_and_date() -> None:
    text = HEAD.replace("number: 5/KH-UBND", "number: /KH-UBND").replace("date: 2026-01-05\n", "")
    plan = read_plan((text + "sections: [{title: Mục tiêu}]").encode()).plan
    assert plan is not None
    head = compose_plan(plan).parts[0].letterhead
    assert head is not None
    assert head.number.endswith("/KH-UBND")
    assert head.number.strip("\N{NO-BREAK SPACE}") == "/KH-UBND"
    assert "ngày" in head.place_date
    assert not any(letter.isdigit() for letter in head.place_date)


def test_the_issuer_without_a_header_breaks_before_its_place() -> None:
    head = document_of("sections: [{title: Mục tiêu}]").parts[0].letterhead
    assert head is not None
    assert head.issuer == ("ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH")


def test_bases_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    lines = body_of(
        "bases:\n"
        "  - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\n"
        "  - Thực hiện Chỉ thị số 23/CT-TTg\n"
        "  - {lead: Theo, text: đề nghị của Giám đốc Sở Nội vụ.}\n"
        "sections: [{title: Mục tiêu}]\n"
    )
    assert lines[:3] == [
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;",
        "Thực hiện Chỉ thị số 23/CT-TTg;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ]


def test_headings_run_in_items_and_notes() -> None:
    lines = body_of("""
sections:
  - title: Nhiệm vụ cải cách
    note: (Theo {phu-luc} đính kèm)
    sections:
      - text: |
          Rà soát văn bản.
          Câu thứ hai.

          Đoạn tiếp theo không đánh số.
      - title: Sở Tư pháp
        run_in: true
        text: chủ trì rà soát
      - title: Bộ máy
        child_style: 1.1.
        sections:
          - {title: Sắp xếp tổ chức, text: Nội dung}
          - {number: "3.3", text: Giữ số như đã ban hành}
        closing: Kết thúc phần này
appendices: [{id: phu-luc}]
""")
    assert lines == [
        "I. NHIỆM VỤ CẢI CÁCH (Theo Phụ lục đính kèm)",
        "1. Rà soát văn bản. Câu thứ hai.",
        "Đoạn tiếp theo không đánh số.",
        "2. Sở Tư pháp chủ trì rà soát",
        "3. Bộ máy",
        "3.1. Sắp xếp tổ chức",
        "Nội dung",
        "3.3. Giữ số như đã ban hành",
        "Kết thúc phần này./.",
    ]


def test_a_number_is_never_lost() -> None:
    lines = body_of("""
sections:
  - title: Nhiệm vụ
    sections:
      - {id: khoan, text: "- Một ý"}
      - {text: "Xem {khoan}"}
""")
    assert lines == ["I. NHIỆM VỤ", "1.", "- Một ý", "2. Xem khoản 1 Mục I./."]


def test_references_are_named_from_the_inside_out() -> None:
    lines = body_of("""
sections:
  - title: Mục tiêu
    id: muc-tieu
    sections:
      - title: Cụ thể
        sections:
          - {id: diem-a, text: Nội dung}
      - title: Theo số
        child_style: 1.1.
        sections: [{id: so, title: Con}]
  - {title: Tổ chức, text: "Xem {muc-tieu}, {diem-a}, {so}, {pl-2}"}
appendices: [{id: pl-1}, {id: pl-2}]
""")
    assert lines[-1] == (
        "Xem Mục I, điểm a khoản 1 Mục I, mục 2.1 Mục I, Phụ lục\N{NO-BREAK SPACE}II./."
    )


def test_footnotes_are_numbered_as_they_are_called() -> None:
    document = document_of("""
sections:
  - {title: Mục tiêu, text: "Sau[^b] và trước[^a].[^b]"}
footnotes: {a: Chú thích a, b: Chú thích *b*}
""")
    assert [tuple(type(x) for x in note) for note in document.footnotes] == [
        (Run, Run),
        (Run,),
        (Run, Run),
    ]
    assert "Sau[1] và trước[2].[3]./." in write_outline(document)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Xong", "Xong./."),
        ("Xong.", "Xong./."),
        ("Xong./.", "Xong./."),
        ("Xong. /", "Xong./."),
        ("**Xong**", "Xong./."),
    ],
)
def test_the_text_ends_in_the_closing_sign_once(text: str, printed: str) -> None:
    assert body_of(f'sections: [{{title: Mục tiêu, text: "{text}"}}]')[-1] == printed


def test_recipients_and_archive_line() -> None:
    closing = document_of("sections: [{title: Mục tiêu}]").parts[0].closing
    assert closing is not None
    assert closing.recipients == (
        "- Bộ Nội vụ;",
        "- Cổng thông tin điện tử tỉnh (để đăng tải);",
        "- Lưu: VT, TH.",
    )
    assert closing.authority == ("TM. ỦY BAN NHÂN DÂN",)


def test_what_stands_on_a_task_holds_for_all_its_lines() -> None:
    rows = grid(
        table_of("""
appendices:
  - id: phu-luc
    columns: [no, task, {id: product, style: 1.1.}, lead, deadline]
    tasks:
      - task: Rà soát văn bản
        lead: Sở Tư pháp
        lines:
          - {product: Kế hoạch, deadline: Quý I/2026}
          - {product: Báo cáo, deadline: ""}
          - {number: "1.9", product: Kết luận}
      - {task: Việc một dòng, product: [Báo cáo], lead: Sở Nội vụ}
""")
    )
    assert rows == [
        ["1", "Rà soát văn bản", "1.1. Kế hoạch", "Sở Tư pháp", "Quý I/2026"],
        ["^", "^", "1.2. Báo cáo", "^", ""],
        ["^", "^", "1.9. Kết luận", "^", "^"],
        ["2", "Việc một dòng", "- Báo cáo", "Sở Nội vụ", ""],
    ]


def test_a_group_column_merges_down_its_rows_only() -> None:
    table = table_of("""
appendices:
  - id: phu-luc
    columns: [group, {id: task, style: "1."}]
    groups:
      - {title: Thể chế, tasks: [{task: Một, lines: [{}, {task: "- Hai"}]}, {task: Ba}]}
      - {title: Thủ tục, tasks: [{task: Bốn}]}
      - {title: Chưa có việc}
""")
    assert grid(table) == [
        ["Thể chế", "1. Một"],
        ["^", "- Hai"],
        ["^", "2. Ba"],
        ["Thủ tục", "1. Bốn"],
        ["Chưa có việc", ""],
    ]
    assert [row.cells[0].merge for row in table.rows] == ["start", "continue", "continue", "", ""]


def test_a_group_of_groups_stands_across_the_table_above_its_group_column() -> None:
    rows = grid(
        table_of("""
appendices:
  - id: phu-luc
    columns: [group, task]
    groups:
      - title: Phần một
        groups: [{title: Thể chế, tasks: [{task: Rà soát}]}]
""")
    )
    assert rows == [["A. Phần một"], ["Thể chế", "Rà soát"]]


def test_groups_nest_and_sub_tasks_have_rows_of_their_own() -> None:
    rows = grid(
        table_of("""
appendices:
  - id: phu-luc
    columns: [no, task, lead]
    groups:
      - title: Phần một
        groups:
          - title: Thể chế
            tasks:
              - task: Cha
                tasks:
                  - {task: Con, lead: Sở Tư pháp}
                  - {task: Gạch, style: "-", lead: Sở Nội vụ}
      - title: Phần hai
        tasks: [{task: Khác, number: none, lead: Sở Y tế}]
""")
    )
    assert rows == [
        ["A", "Phần một"],
        ["I", "Thể chế"],
        ["1", "Cha", ""],
        ["1.1", "Con", "Sở Tư pháp"],
        ["-", "Gạch", "Sở Nội vụ"],
        ["B", "Phần hai"],
        ["", "Khác", "Sở Y tế"],
    ]


def test_columns_of_ones_own_take_their_cells() -> None:
    table = table_of("""
appendices:
  - id: phu-luc
    orientation: portrait
    columns: [no, {id: task, heading: Chỉ số}, {id: muc-tieu, heading: Chỉ tiêu, width: "40"}]
    tasks:
      - {task: PAR INDEX, cells: {muc-tieu: 90%}}
""")
    assert [column.heading for column in table.columns] == ["STT", "Chỉ số", "Chỉ tiêu"]
    assert table.columns[2].width == 40
    assert grid(table) == [["1", "PAR INDEX", "90%"]]


def test_the_appendix_note_is_made_from_the_plans_own_number_and_date() -> None:
    parts = document_of("sections: [{title: Mục tiêu}]\nappendices: [{id: phu-luc}]").parts
    lines = [paragraph_text(block) for block in parts[1].blocks if isinstance(block, Paragraph)]
    assert lines == [
        "Phụ lục",
        (
            "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026 "
            "của Ủy ban nhân dân tỉnh Ninh Bình)"
        ),
    ]


DECISION = """
decision:
  number: 99/QĐ-UBND
  date: 2026-02-01
  title: Ban hành Kế hoạch
  issuer: Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình
  authority: Chủ tịch Ủy ban nhân dân tỉnh
  bases: [Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]
  proposal: Theo đề nghị của Giám đốc Sở Nội vụ
  articles: [Ban hành kèm theo Quyết định này Kế hoạch, Quyết định có hiệu lực từ ngày ký]
  placement: PLACEMENT
sections: [{title: Mục tiêu, text: Nội dung}]
"""


def test_a_plan_attached_to_a_decision() -> None:
    decision, attachment = document_of(DECISION.replace("PLACEMENT", "attached")).parts
    assert [paragraph_text(b) for b in decision.blocks if isinstance(b, Paragraph)] == [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch",
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
    ]
    assert attachment.closing is None
    assert attachment.letterhead is not None
    assert attachment.letterhead.number == ""
    assert attachment.title is not None
    assert attachment.title.note == (
        "(Kèm theo Quyết định số 99/QĐ-UBND ngày 01 tháng 02 năm 2026 "
        "của Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình)"
    )


def test_a_plan_inside_the_first_article() -> None:
    (decision,) = document_of(DECISION.replace("PLACEMENT", "article")).parts
    lines = [paragraph_text(b) for b in decision.blocks if isinstance(b, Paragraph)]
    assert lines[-4:] == [
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch",
        "I. MỤC TIÊU",
        "Nội dung",
        "Điều 2. Quyết định có hiệu lực từ ngày ký./.",
    ]


def test_periods_that_are_not_one_year() -> None:
    text = HEAD.replace("period: 2026", "period: {from: 01/7/2025, to: 2025-12-31}")
    plan = read_plan((text + "sections: [{title: Mục tiêu}]").encode()).plan
    assert plan is not None
    assert plan.period.start == datetime.date(2025, 7, 1)
    assert plan.period.years == range(2025, 2026)

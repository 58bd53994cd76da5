"""The annex “Bảng so sánh”: what stands in it, told by its outline."""

from pathlib import Path

import pytest
from example_plans import EXAMPLES
from golden import check_golden
from msgspec.structs import replace
from sample_changes import SAMPLE
from shown_changes import soc_trang

from planforge.changes import Change, Changes, Entry, FieldChange, Piece, count_relations
from planforge.composer.comparison import compose_comparison
from planforge.document import Document, Paragraph, Run, Table, TableRow
from planforge.findings import msg
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.html import write_html
from planforge.writers.outline import inline_text, write_outline

VIETNAMESE = {
    "from “{old}” to “{new}”": "từ “{old}” sang “{new}”",
    "later: from {old} to {new}": "lùi từ {old} sang {new}",
    "lead agency changed": "đổi cơ quan chủ trì",
    "Deadline": "Thời gian thực hiện",
    "Lead agency": "Cơ quan chủ trì",
    "Number": "Số",
    "Product": "Sản phẩm",
    "Supporting agencies": "Cơ quan phối hợp",
}
"""What the sample needs of the catalogue."""


def translate(text: str) -> str:
    return VIETNAMESE.get(text, text)


def read(path: Path) -> Plan:
    plan = read_plan(path.read_bytes(), path.name).plan
    assert plan is not None
    return plan


PLAN = read(EXAMPLES["soc-trang-2022"])


def compose(changes: Changes = SAMPLE, plan: Plan = PLAN) -> Document:
    return compose_comparison(changes, plan, translate)


def compose_one(change: Change) -> list[list[str]]:
    """Return the paragraphs of the four cells of the only row of a comparison."""
    (row,) = task_rows(compose(replace(SAMPLE, changes=(change,))))
    return cells(row)


def task_rows(document: Document) -> list[TableRow]:
    (part,) = document.parts
    tables = [block for block in part.blocks if isinstance(block, Table)]
    return [row for table in tables for row in table.rows if row.kind == "task"]


def cells(row: TableRow) -> list[list[str]]:
    return [
        [f"{p.number} {inline_text(p.inlines)}".strip() for p in cell.paragraphs]
        for cell in row.cells
    ]


def texts(document: Document) -> list[str]:
    """Return the paragraphs above the table."""
    (part,) = document.parts
    return [inline_text(b.inlines) for b in part.blocks if isinstance(b, Paragraph)]


def entry(**fields: str) -> Entry:
    return Entry(
        kind="task",
        path=("appendices", 0, "tasks", 0),
        titles=("Phân công",),
        texts={name: tuple(text.split("\n")) for name, text in fields.items()},
    )


def changed(field: str, old: str, new: str, *pieces: Piece, **more: object) -> FieldChange:
    return FieldChange(
        field=field,
        old=(old,) if old else (),
        new=(new,) if new else (),
        pieces=pieces or tuple(p for p in (Piece("removed", old), Piece("added", new)) if p.text),
        **{"relation": "field_changed", **more},  # type: ignore[arg-type]
    )


def remarks(*fields: FieldChange) -> list[str]:
    change = Change(
        relation="field_changed", old=(entry(task="A"),), new=(entry(task="A"),), fields=fields
    )
    return compose_one(change)[3]


def test_the_sample_as_a_whole() -> None:
    check_golden("comparison/outline.txt", write_outline(compose()))


def test_every_change_but_those_of_years_has_its_numbered_row() -> None:
    counts = count_relations(SAMPLE.changes)
    shown = sum(counts.values()) - counts["same"] - counts["year_only"]
    numbers = [cells(row)[0] for row in task_rows(compose())]
    assert numbers == [[str(number)] for number in range(1, shown + 1)]


def test_parts_left_out_are_counted() -> None:
    assert texts(compose())[1] == (
        "Bảng này không nêu 01 nội dung giữ nguyên và 01 nội dung chỉ đổi năm."
    )


def test_nothing_to_show_is_said_without_a_table() -> None:
    same = tuple(c for c in SAMPLE.changes if c.relation in {"same", "year_only"})
    document = compose(replace(SAMPLE, changes=same))
    assert len(texts(document)) == len(document.parts[0].blocks)
    assert "không có nội dung nào thay đổi" in texts(document)[0]


def test_two_plans_that_are_the_same_leave_out_nothing_but_what_is_there() -> None:
    assert len(texts(compose(replace(SAMPLE, changes=())))) == 1


def test_words_are_marked_and_years_that_had_to_move_are_not() -> None:
    row = task_rows(compose())[1]
    marks = [
        [(run.text, run.mark) for run in cell.paragraphs[0].inlines if isinstance(run, Run)]
        for cell in row.cells[1:3]
    ]
    assert [run for run in marks[0] if run[1]] == [("trên 90%", "removed")]
    assert [run for run in marks[1] if run[1]] == [("tối thiểu 97%", "added")]
    assert ("2021", "") in marks[0]
    assert ("2022", "") in marks[1]


def test_spaces_bear_no_mark_and_none_begins_a_line() -> None:
    pieces = (Piece("removed", "TH, "), Piece("kept", " VT"), Piece("added", " và  NC "))
    change = Change(
        relation="reworded",
        old=(entry(task="TH, VT"),),
        new=(entry(task="VT và NC"),),
        fields=(changed("task", "TH, VT", "VT và NC", *pieces, relation="reworded"),),
    )
    assert compose_one(change)[1:3] == [["[-TH,-]  VT"], ["VT {+và  NC+}"]]


def test_a_field_of_several_paragraphs_is_woven_paragraph_by_paragraph() -> None:
    pieces = (Piece("kept", "Kế hoạch\nBáo cáo"), Piece("added", " năm\nCông văn"))
    change = Change(
        relation="field_changed",
        old=(entry(task="A", product="Kế hoạch\nBáo cáo"),),
        new=(entry(task="A", product="Kế hoạch\nBáo cáo năm\nCông văn"),),
        fields=(changed("product", "x", "y", *pieces),),
    )
    _, old, new, _ = compose_one(change)
    assert old == ["A", "Sản phẩm:", "- Kế hoạch", "- Báo cáo"]
    assert new == ["A", "Sản phẩm:", "- Kế hoạch", "- Báo cáo {+năm+}", "- {+Công văn+}"]


def test_a_part_with_nothing_to_show_on_one_side_is_said_to_be_absent() -> None:
    old = Entry(kind="signature", path=("signature",), texts={"name": ("Trần Văn Lâu",)})
    new = replace(old, texts={**old.texts, "authority": ("TM. UBND",)})
    fields = (changed("authority", "", "TM. UBND"),)
    row = compose_one(Change(relation="field_changed", old=(old,), new=(new,), fields=fields))
    assert row[1:3] == [["(Không có)"], ["Authority: {+TM. UBND+}"]]


@pytest.mark.parametrize(
    ("field", "remark"),
    [
        (changed("lead", "Sở A", "Sở B"), "Đổi cơ quan chủ trì: Sở A → Sở B"),
        (changed("lead", "", "Sở B"), "Bổ sung cơ quan chủ trì: Sở B"),
        (changed("lead", "Sở A", ""), "Bỏ cơ quan chủ trì: Sở A"),
        (changed("lead", "Sở A" * 60, "Sở B"), "Đổi cơ quan chủ trì"),
        (changed("lead", "Sở A", "Sở B", meaning=msg("lead agency changed")),
         "Đổi cơ quan chủ trì"),
        (changed("deadline", "Quý I", "Quý II",
                 meaning=msg("later: from {old} to {new}", old="Quý I", new="Quý II")),
         "Thời gian thực hiện: lùi từ Quý I sang Quý II"),
        (changed("deadline", "Quý I", "Quý II", meaning=msg("{long}", long="x " * 100)),
         "Đổi thời gian thực hiện: Quý I → Quý II"),
        (changed("support", "A", "A,", relation="spelling_only"),
         "Cơ quan phối hợp: chỉ khác cách viết"),
        (changed("task", "A", "A,", relation="spelling_only"), "Chỉ khác cách viết"),
        (changed("task", "A", "B", relation="reworded"), "Sửa câu chữ"),
        (changed("task", "A", "A B", Piece("kept", "A"), Piece("added", " B"),
                 relation="reworded"), "Bổ sung câu chữ"),
        (changed("task", "A B", "A", Piece("kept", "A"), Piece("removed", " B"),
                 relation="reworded"), "Lược bớt câu chữ"),
        (changed("product", "A", "B", relation="reworded"), "Sửa sản phẩm"),
        (changed("product", "A", "", relation="reworded"), "Bỏ sản phẩm"),
    ],
)  # fmt: skip
def test_what_became_of_a_field_is_said_in_words(field: FieldChange, remark: str) -> None:
    assert remarks(field) == [remark]


def test_several_remarks_are_listed() -> None:
    said = remarks(changed("task", "A", "B", relation="reworded"), changed("lead", "C", "D"))
    assert said == ["- Sửa câu chữ", "- Đổi cơ quan chủ trì: C → D"]


def test_a_change_of_which_nothing_else_is_known_is_named() -> None:
    change = Change(relation="reworded", old=(entry(task="A"),), new=(entry(task="B"),))
    assert compose_one(change)[3] == ["Reworded"]


def test_a_column_of_the_plan_s_own_is_called_by_its_heading() -> None:
    source = EXAMPLES["soc-trang-2022"].read_text(encoding="utf-8")
    column = "columns: [group, {id: kinh-phi, heading: Kinh phí}, "
    plan = read_plan(source.replace("columns: [group, ", column).encode(), "x").plan
    assert plan is not None
    change = Change(
        relation="field_changed",
        old=(entry(task="A", **{"kinh-phi": "5 triệu"}),),
        new=(entry(task="A", **{"kinh-phi": "9 triệu"}),),
        fields=(changed("kinh-phi", "5 triệu", "9 triệu"),),
    )
    (row,) = task_rows(compose(replace(SAMPLE, changes=(change,)), plan))
    assert cells(row)[3] == ["Đổi kinh phí: 5 triệu → 9 triệu"]


def test_areas_stand_in_the_order_of_the_new_plan_even_where_they_begin_unchanged() -> None:
    first = replace(SAMPLE.changes[3], relation="same")
    other = replace(entry(task="B"), area="procedures")
    changes = (
        replace(first, new=(replace(first.new[0], area="institutions"),)),
        Change(relation="added", new=(other,)),
        Change(relation="added", new=(replace(other, area="institutions"),)),
    )
    outline = write_outline(compose(replace(SAMPLE, changes=changes)))
    assert outline.index("I | Cải cách thể chế") < outline.index("II | Cải cách thủ tục hành chính")


def headings(changes: Changes, plan: Plan = PLAN) -> tuple[str, list[str]]:
    (part,) = compose(changes, plan).parts
    assert part.title is not None
    tables = [block for block in part.blocks if isinstance(block, Table)]
    return part.title.subject, [column.heading for column in tables[0].columns[1:3]]


def test_a_draft_is_called_one() -> None:
    _, columns = headings(SAMPLE, replace(PLAN, date=None))
    assert columns == ["Kế hoạch năm 2021", "Dự thảo Kế hoạch năm 2022"]


def test_an_old_plan_is_called_by_number_and_date() -> None:
    subject, _ = headings(soc_trang())
    assert subject.endswith(" so với Kế hoạch số 142/KH-UBND ngày 24 tháng 12 năm 2020")


def test_an_old_plan_without_a_number_is_called_by_its_years() -> None:
    old = replace(SAMPLE.old, number="/KH-UBND", period="2021-2025")
    subject, columns = headings(replace(SAMPLE, old=old))
    assert subject.endswith(" so với Kế hoạch giai đoạn 2021-2025")
    assert columns[0] == "Kế hoạch giai đoạn 2021-2025"


def test_a_period_in_days_is_told_by_its_ends() -> None:
    old = replace(SAMPLE.old, period="01/7/2025-31/12/2025")
    _, columns = headings(replace(SAMPLE, old=old))
    assert columns[0] == "Kế hoạch từ 01/7/2025 đến 31/12/2025"


def test_two_versions_of_one_plan_are_told_apart_by_their_order() -> None:
    subject, columns = headings(replace(SAMPLE, old=SAMPLE.new, years=0))
    assert subject.endswith(" so với bản trước")
    assert columns == ["Bản trước", "Bản này"]


def test_a_title_goes_on_in_the_sentence_unless_it_begins_with_a_name() -> None:
    subject, _ = headings(SAMPLE)
    assert subject.startswith("Nội dung thay đổi của Kế hoạch thực hiện cải cách hành chính tỉnh")
    subject, _ = headings(SAMPLE, replace(PLAN, title="Sóc Trăng cải cách hành chính"))
    assert subject.startswith("Nội dung thay đổi của Kế hoạch Sóc Trăng cải cách")


def test_marks_stand_in_the_web_page_as_what_they_are() -> None:
    page = write_html(compose())
    assert "đạt <del>trên 90%</del> hồ sơ" in page
    assert "đạt <ins>tối thiểu 97%</ins> hồ sơ" in page

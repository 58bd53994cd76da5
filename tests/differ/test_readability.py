"""Marks and places as a reader takes them: whole words, and nothing told that is no change."""

from pathlib import Path

import pytest

from planforge.changes import Change, Changes
from planforge.differ import compare_plans
from planforge.readers import read_plan

ROOT = Path(__file__).parent.parent.parent
FRAME = """\
period: {year}
issuer: {{name: Ủy ban nhân dân tỉnh Sóc Trăng, place: Sóc Trăng}}
number: {year}/KH-UBND
date: {year}-12-24
title: Cải cách hành chính năm {year}
sections: [{sections}]
{appendix}recipients: [Bộ Nội vụ]
archive: VT
signature: {{title: CHỦ TỊCH, name: Trần Văn Lâu}}
"""
APPENDIX = "appendices: [{{groups: [{{area: institutions, title: Thể chế, tasks: [{}]}}]}}]\n"


def compared(old: str, new: str, *appendices: str) -> Changes:
    """Return the changes between two plans with these sections and appendices."""
    plans = [
        read_plan(FRAME.format(year=year, sections=sections, appendix=appendix).encode()).plan
        for year, sections, appendix in zip(
            (2021, 2022), (old, new), appendices or ("", ""), strict=True
        )
    ]
    assert plans[0] is not None
    assert plans[1] is not None
    return compare_plans(plans[0], plans[1])


def rows(old: str, new: str) -> list[Change]:
    """Return the changes between these tasks."""
    found = compared("", "", APPENDIX.format(old), APPENDIX.format(new)).changes
    return [change for change in found if change.entry.kind == "task"]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("Lập và thực hiện Kế hoạch bồi dưỡng", "Thực hiện Kế hoạch bồi dưỡng",
         [("removed", "Lập và thực hiện"), ("added", "Thực hiện")]),
        ("Sở Tư pháp", "Sở Nội vụ", [("removed", "Sở Tư pháp"), ("added", "Sở Nội vụ")]),
        ("Duy trì các nhóm dịch vụ trên Hệ thống một cửa điện tử và Cổng thông tin của tỉnh",
         "Gửi hồ sơ qua bưu điện đến nhà dân, coi đó là dịch vụ công ích bắt buộc phải làm",
         [("removed",
           "Duy trì các nhóm dịch vụ trên Hệ thống một cửa điện tử và Cổng thông tin của tỉnh"),
          ("added",
           "Gửi hồ sơ qua bưu điện đến nhà dân, coi đó là dịch vụ công ích bắt buộc phải làm")]),
    ],
)  # fmt: skip
def test_words_alike_by_chance_do_not_break_up_a_change(
    old: str, new: str, marked: list[tuple[str, str]]
) -> None:
    (change,) = rows(f"{{id: a, task: '{old}'}}", f"{{id: a, task: '{new}'}}")
    pieces = [(piece.kind, piece.text) for piece in change.fields[0].pieces]
    assert [piece for piece in pieces if piece[0] != "kept"] == marked


def test_of_two_rows_that_change_places_the_one_with_a_new_number_moved() -> None:
    found = rows(
        "{task: Tập huấn nghiệp vụ}, {task: Tinh giản biên chế}, {task: Kiểm tra phân cấp}",
        "{task: Kiểm tra phân cấp}, {task: Tinh giản biên chế}",
    )
    moved = [change.entry.name for change in found if change.relation == "moved"]
    assert moved == ["Kiểm tra phân cấp"]


def test_a_note_that_became_a_paragraph_says_the_same() -> None:
    changes = compared(
        "{title: Phân công, note: (Theo phụ lục đính kèm)}",
        "{title: Phân công, text: (Theo phụ lục đính kèm)}",
    )
    found = [change for change in changes.changes if change.entry.kind in {"section", "paragraph"}]
    assert [change.relation for change in found] == ["same", "same"]


def test_a_date_is_read_whole() -> None:
    (header,) = [c for c in compared("", "").changes if c.entry.kind == "header"]
    (day,) = [field for field in header.fields if field.field == "date"]
    assert [piece.text for piece in day.pieces] == ["24/12/2021", "24/12/2022"]


def test_an_area_spoken_of_twice_goes_on_under_its_title() -> None:
    old = "{role: task_areas, title: Nhiệm vụ, sections: [{area: institutions, title: Thể chế}]}"
    new = (
        "{role: task_areas, title: Nhiệm vụ, sections: [{area: institutions, text: Sớm rà soát.}]},"
        "{role: solutions, title: Giải pháp, sections: [{area: institutions, title: Thể chế}]}"
    )
    found = {c.entry.name: c.relation for c in compared(old, new).changes if c.entry.kind == "area"}
    assert found == {"Sớm rà soát.": "added", "Thể chế": "moved"}


def test_a_column_is_called_by_the_heading_it_is_printed_under() -> None:
    base = (ROOT / "plans/soc-trang/2022.yaml").read_bytes()
    old = read_plan(base).plan
    new = read_plan(base.replace(b"columns: [group, ", b"columns: [")).plan
    assert old is not None
    assert new is not None
    (change,) = [c for c in compare_plans(old, new).changes if c.entry.kind == "appendix"]
    assert change.fields[0].old[0] == "Nhiệm vụ chung"

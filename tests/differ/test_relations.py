"""What the comparison says of changes that people make, one by one."""

from datetime import date

import pytest
from msgspec.structs import replace

from planforge.changes import Change, Changes
from planforge.differ import compare_plans
from planforge.differ.agencies import agencies_of
from planforge.model import Plan
from planforge.readers import read_plan

PLAN = """\
period: {year}
issuer: {{name: Ủy ban nhân dân tỉnh Sóc Trăng, place: Sóc Trăng}}
number: /KH-UBND
title: Thực hiện cải cách hành chính năm {year}
abbreviations: {{CCHC: cải cách hành chính}}
sections:
  - role: objectives
    title: Mục tiêu
    text: {text}
appendices:
  - id: phu-luc
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks: [{institutions}]
      - area: procedures
        title: Cải cách thủ tục hành chính
        tasks: [{procedures}]
recipients: [Bộ Nội vụ]
archive: VT
signature: {{title: CHỦ TỊCH, name: Trần Văn Lâu}}
"""
REVIEW = "{task: Rà soát văn bản quy phạm pháp luật, lead: Sở Tư pháp}"


def plan(
    year: int, institutions: str = REVIEW, procedures: str = "", text: str = "Một mục tiêu."
) -> Plan:
    written = PLAN.format(
        year=year, institutions=institutions, procedures=procedures, text=repr(text)
    )
    result = read_plan(written.encode())
    assert result.plan is not None, result.findings
    return result.plan


def rows(changes: Changes) -> list[Change]:
    return [change for change in changes.changes if change.entry.kind in {"task", "line"}]


def row(old: str, new: str) -> Change:
    """Return the change of the single row of two plans."""
    (change,) = rows(compare_plans(plan(2021, old), plan(2022, new)))
    return change


def said(change: Change) -> list[str]:
    meanings = [field.meaning.text() for field in change.fields if field.meaning]
    return meanings + [remark.text() for remark in change.remarks]


def test_nothing_but_the_year_moved() -> None:
    change = row(
        "{task: Kế hoạch CCHC năm 2021, deadline: Quý I/2021}",
        "{task: Kế hoạch CCHC năm 2022, deadline: Quý I/2022}",
    )
    assert change.relations == ("year_only",)
    assert [piece.text for piece in change.fields[0].pieces if piece.is_year] == ["2021", "2022"]


def test_a_year_that_stood_still_is_shown_as_it_is() -> None:
    change = row(
        "{task: Kế hoạch CCHC, deadline: [Tháng 12/2020, Tháng 12/2021]}",
        "{task: Kế hoạch CCHC, deadline: [Tháng 12/2020, Tháng 12/2022]}",
    )
    assert change.relations == ("year_only",)
    assert [piece.text for piece in change.fields[0].pieces if piece.kind == "added"] == ["2022"]


def test_a_year_that_should_not_have_moved_is_a_change_of_words() -> None:
    change = row(
        "{task: Thực hiện Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ}",
        "{task: Thực hiện Nghị định số 60/2022/NĐ-CP ngày 21/6/2022 của Chính phủ}",
    )
    assert change.relations == ("reworded",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{task: Kiểm tra công tác CCHC}", "{task: Kiểm tra công tác cải cách hành chính.}"),
        ("{task: Ủy ban nhân dân kiểm tra}", "{task: Uỷ ban nhân dân  kiểm tra}"),
        ("{task: Rà, lead: Sở TT&TT}", "{task: Rà, lead: Sở Thông tin và Truyền thông}"),
        (
            "{task: Kiểm tra, support: 'Các sở, ban ngành; UBND cấp huyện'}",
            "{task: Kiểm tra, support: 'UBND cấp huyện; các sở, ban, ngành'}",
        ),
        ("{task: Kiểm tra, deadline: Quý 1/2021}", "{task: Kiểm tra, deadline: Quý I/2022}"),
    ],
)  # fmt: skip
def test_spelling_is_no_change_of_words(old: str, new: str) -> None:
    assert row(old, new).relations == ("spelling_only",)


def test_words_that_changed_are_marked() -> None:
    change = row(
        "{task: Rà soát kịp thời văn bản quy phạm pháp luật của tỉnh}",
        "{task: Rà soát văn bản quy phạm pháp luật của tỉnh năm 2022}",
    )
    marked = [(piece.kind, piece.text) for piece in change.fields[0].pieces]
    assert marked == [
        ("kept", "Rà soát"),
        ("removed", " kịp thời"),
        ("kept", " văn bản quy phạm pháp luật của tỉnh"),
        ("added", " năm 2022"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "meaning"),
    [
        ("deadline: Quý I/2021", "deadline: Quý II/2022", "later: from Quý I to Quý II"),
        ("deadline: Tháng 12/2021", "deadline: Trước 01/12/2022",
         "earlier: from Tháng 12 to Trước 01/12"),
        ("deadline: Quý 4/2021 (nếu có)", "deadline: Tháng 11/2022 (nếu có)",
         "earlier: from Quý 4 (nếu có) to Tháng 11 (nếu có)"),
        ("deadline: Tháng 01/2021", "deadline: Tháng 01/2023",
         "later: from Tháng 01/2021 to Tháng 01/2023"),
        ("deadline: Trong năm 2021", "deadline: Tháng 6/2022",
         "earlier: from Trong năm 2021 to Tháng 6/2022"),
        ("deadline: Thường xuyên", "deadline: Quý I/2022", "from Thường xuyên to Quý I/2022"),
        ("lead: Sở Tư pháp", "lead: Sở Nội vụ", "lead agency changed from Sở Tư pháp to Sở Nội vụ"),
        ("support: Sở Tư pháp", "support: Sở Tư pháp; Sở Nội vụ", "added: Sở Nội vụ"),
        ("support: Sở Tư pháp; Sở Nội vụ", "support: Sở Nội vụ", "no longer: Sở Tư pháp"),
    ],
)  # fmt: skip
def test_a_fact_that_changed_is_said_in_words(old: str, new: str, meaning: str) -> None:
    change = row(f"{{task: Kiểm tra, {old}}}", f"{{task: Kiểm tra, {new}}}")
    assert change.relation == "field_changed"
    assert said(change) == [meaning]


def test_a_draft_has_no_number_and_date_yet() -> None:
    draft = plan(2022)
    issued = replace(draft, number="182/KH-UBND", date=date(2021, 12, 28))
    header = compare_plans(issued, draft).changes[0]
    assert [field.field for field in header.fields] == ["number", "date"]
    assert said(header) == ["not given yet", "not given yet"]
    assert said(compare_plans(draft, issued).changes[0]) == ["given now", "given now"]


def test_lead_and_support_may_change_places() -> None:
    change = row(
        "{task: Kiểm tra, lead: Sở Tư pháp, support: Sở Nội vụ}",
        "{task: Kiểm tra, lead: Sở Nội vụ, support: Sở Tư pháp}",
    )
    assert "lead and supporting agency changed places" in said(change)


def test_a_row_may_move_to_another_area() -> None:
    old = plan(2021, REVIEW + ", {task: Kiểm tra công vụ}", "{task: Công bố thủ tục}")
    new = plan(2022, REVIEW, "{task: Công bố thủ tục}, {task: Kiểm tra công vụ}")
    moved = [change for change in rows(compare_plans(old, new)) if change.relation != "same"]
    assert [change.relations for change in moved] == [("moved",)]
    assert said(moved[0]) == ["from “Cải cách thể chế” to “Cải cách thủ tục hành chính”"]


def test_renumbering_is_no_change() -> None:
    old = plan(2021, "{task: Tập huấn nghiệp vụ}, " + REVIEW)
    removed, kept = sorted(rows(compare_plans(old, plan(2022))), key=lambda change: change.relation)
    assert (removed.relation, kept.relation) == ("removed", "same")
    assert (kept.old[0].number, kept.new[0].number) == ("2", "1")


def test_an_id_tells_more_than_words() -> None:
    change = row(
        "{id: ra-soat, task: Rà soát văn bản}", "{id: ra-soat, task: Soát xét quy định cũ}"
    )
    assert change.relations == ("reworded",)


TWO = "{task: Kiểm tra cải cách hành chính, lead: Sở Nội vụ}, {task: Kiểm tra việc thực thi công vụ của công chức, lead: Sở Nội vụ}"  # noqa: E501
ONE = "{task: Kiểm tra cải cách hành chính và kiểm tra việc thực thi công vụ, lead: Sở Nội vụ}"


def test_two_rows_that_became_one() -> None:
    (change,) = rows(compare_plans(plan(2021, TWO), plan(2022, ONE)))
    assert change.relation == "merged"
    assert [len(change.old), len(change.new)] == [2, 1]


def test_one_row_that_became_two() -> None:
    (change,) = rows(compare_plans(plan(2021, ONE), plan(2022, TWO)))
    assert change.relation == "split"
    assert [len(change.old), len(change.new)] == [1, 2]


def test_a_row_may_become_a_line_of_another() -> None:
    old = REVIEW + ", {task: Theo dõi thi hành pháp luật, lead: Sở Tư pháp}"
    new = (
        "{task: Rà soát văn bản quy phạm pháp luật, lead: Sở Tư pháp,"
        " lines: [{task: Kế hoạch rà soát}, {task: Theo dõi thi hành pháp luật}]}"
    )
    found = {
        change.entry.name: change
        for change in rows(compare_plans(plan(2021, old), plan(2022, new)))
    }
    change = found["Theo dõi thi hành pháp luật"]
    assert change.relation == "merged"
    assert said(change) == ["now part of “Rà soát văn bản quy phạm pháp luật”"]


@pytest.mark.parametrize(
    ("into", "relations"),
    [
        ((), ["added", "removed"]),
        (("moi",), ["reworded"]),
        (("moi", "them"), ["reworded"]),  # only what is there can be joined
    ],
)
def test_what_was_decided_comes_before_any_guess(
    into: tuple[str, ...], relations: list[str]
) -> None:
    old = plan(2021, "{id: cu, task: Rà soát văn bản quy phạm pháp luật của tỉnh}")
    new = plan(2022, "{id: moi, task: Rà soát văn bản quy phạm pháp luật của huyện}")
    found = rows(compare_plans(old, new, lineage={"cu": into}))
    assert sorted(change.relation for change in found) == relations


def test_decided_merges_and_splits_are_said_so() -> None:
    old = plan(2021, "{id: a, task: Soát xét}, {id: b, task: Tập huấn}, {id: c, task: Công bố}")
    new = plan(2022, "{id: a, task: Soát xét}, {id: c1, task: Đăng tải}, {id: c2, task: Niêm yết}")
    found = rows(compare_plans(old, new, lineage={"b": ("a",), "c": ("c1", "c2")}))
    assert {(change.relation, len(change.old), len(change.new)) for change in found} == {
        ("merged", 2, 1),
        ("split", 1, 2),
    }


def test_a_paragraph_may_be_reworded_and_a_heading_renamed() -> None:
    old = plan(2021, text="Phấn đấu năm 2021 đạt trên 90% hồ sơ đúng hạn.")
    new = plan(2022, text="Phấn đấu năm 2022 đạt trên 97% hồ sơ đúng hạn.")
    (change,) = [x for x in compare_plans(old, new).changes if x.entry.kind == "paragraph"]
    assert change.relations == ("reworded",)
    assert [piece.text for piece in change.fields[0].pieces if piece.kind == "added"] == [
        "2022",
        " 97",
    ]


def test_agencies_are_named_in_one_spelling() -> None:
    (change,) = rows(
        compare_plans(
            plan(2021), plan(2022, "{task: Kiểm tra, lead: VP UBND tỉnh, support: Sở TT&TT}")
        )
    )[-1:]
    assert agencies_of(change.new[0]) == ("Văn phòng UBND tỉnh", "Sở Thông tin và Truyền thông")

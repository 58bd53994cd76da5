"""What moves, what stays, what is asked: one example for each judgement."""

import pytest
from golden import check_golden
from rolling import (
    FRAME,
    asked,
    asks_of,
    errors_of,
    lint,
    order_of,
    plan_in,
    plan_of,
    roll,
    row,
    verdicts,
)
from workspaces import ROOT

from planforge.linter.suppressions import apply_suppressions
from planforge.readers.places import locate
from planforge.rollover.engine import roll_over
from planforge.rollover.report import move_lines

SEED = ROOT / "plans" / "soc-trang" / "2021.yaml"
MOVED = [
    ("Tháng 12/2020", "2020", "2021"),
    ("Quý I/2021", "2021", "2022"),
    ("so với năm 2020", "2020", "2021"),
    ("Đến hết năm 2021", "2021", "2022"),
    ("Xây dựng kế hoạch năm 2022", "2022", "2023"),
]
KEPT = [
    "Quyết định số 2021/QĐ-UBND",
    "Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ",
    "TCVN ISO 9001:2015",
    "giai đoạn 2021-2030",
    "Luật Cán bộ, công chức năm 2008",
    "thành lập năm 2015",
]


@pytest.mark.parametrize(("text", "old", "new"), MOVED)
def test_what_belongs_to_the_plan_moves(text: str, old: str, new: str) -> None:
    assert verdicts(roll(plan_of(opening=f'"{text}"'))) == [("moved", old, new)]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_fixed_stays(text: str) -> None:
    draft = roll(plan_of(opening=f'"{text}"'))
    assert {verdict for verdict, _, _ in verdicts(draft)} == {"kept"}
    assert asked(draft) == []


def test_the_head_is_made_ready_for_the_new_plan() -> None:
    draft = roll("series: an-lac/cchc # chuỗi\n" + FRAME)
    lines = draft.data.decode().splitlines()
    assert lines[:3] == ["series: an-lac/cchc # chuỗi", "follows: 2021.yaml", "period: 2022"]
    assert lines[6:9] == [
        "number: /KH-UBND",
        "date:",
        "title: Cải cách hành chính xã An Lạc năm 2022",
    ]
    assert [draft.line_of(line) for line in (1, 2, 3)] == [1, 3, 4]
    cleared = [(move.old, move.new) for move in draft.moves if move.verdict == "cleared"]
    assert cleared == [("12", ""), ("2020-12-24", "")]


ASKED = [
    (
        plan_of(appendices=row("Trình phê duyệt Đề án đô thị thông minh", "Quý II/2021")),
        "one_off_deadline",
        "“Quý II/2021”: perhaps done only once (“Trình phê duyệt Đề án”).",
    ),
    (
        plan_of(appendices=row("Sắp xếp đơn vị sự nghiệp", "Năm 2021 và những năm tiếp theo")),
        "one_off_deadline",
        "“Năm 2021 và những…”: goes on for years.",
    ),
    (
        plan_of(appendices=row("Xây dựng trụ sở", "Quý II/2022")),
        "one_off_deadline",
        "“Quý II/2022”: lies after the plan's time.",
    ),
    (
        plan_of(appendices=row("Rà soát văn bản", "Tháng 6/2020")),
        "one_off_deadline",
        "“Tháng 6/2020”: lies before the plan's time.",
    ),
    (
        plan_of(opening='"Hoàn thành trước ngày 30/6/2021 theo Quyết định số 5/QĐ-TTg."'),
        "one_off_deadline",
        "“Hoàn thành trước ngày 30/6/2021 theo Quyết…”: perhaps set by Quyết định 5/QĐ-TTg.",
    ),
    (
        plan_of(opening='"Đạt mục tiêu của giai đoạn 2016-2021."'),
        "period_ends",
        "The period “2016-2021” ends with 2021.",
    ),
    (
        plan_of(opening='"Chỉ số PAR INDEX năm 2020 đạt 88,64%."'),
        "past_year",
        "“Chỉ số PAR INDEX năm 2020 đạt 88,64%.” tells of the year before.",
    ),
    (
        plan_of(opening='"Tính đến tháng 11/2020, tỉnh đạt 41,8%."'),
        "past_year",
        "“Tính đến tháng 11/2020, tỉnh đạt 41,8%.” tells of the year before.",
    ),
    (
        plan_of(opening='"Năm 2020 là năm đầu tiên."'),
        "past_year",
        "“Năm 2020 là năm đầu tiên.” tells of the year before.",
    ),
    (
        plan_of(opening='"Đại hội vào năm 2022."'),
        "unclear_year",
        "“Đại hội vào năm 2022.”: is 2022 still meant?",
    ),
    (
        plan_of(opening='"Theo Quyết định số 9/QĐ-STC phê duyệt kế hoạch thanh tra năm 2021."'),
        "yearly_document",
        "“Quyết định số 9/QĐ-STC” was made for 2021.",
    ),
    (
        plan_of(sections="\n  - {number: 6, title: Mục tiêu, text: Hoàn thành.}"),
        "kept_number",
        "Numbers as they were issued: 6.",
    ),
]


@pytest.mark.parametrize(("text", "kind", "about"), ASKED)
def test_what_only_a_person_can_decide_is_asked(text: str, kind: str, about: str) -> None:
    draft = roll(text)
    assert asked(draft) == [(kind, about)]
    assert {verdict for verdict, old, new in verdicts(draft) if old == new} <= {"flagged", "kept"}


def test_a_carry_over_that_comes_every_year_moves() -> None:
    draft = roll(plan_of(appendices=row("Xác định Chỉ số CCHC năm 2021", "Tháng 01/2022")))
    assert verdicts(draft) == [("moved", "2021", "2022"), ("moved", "2022", "2023")]


def test_a_day_that_the_new_year_does_not_have_is_asked_about() -> None:
    text = plan_of(period="2024", opening='"trước ngày 29/02/2024"')
    assert asked(roll(text)) == [
        ("one_off_deadline", "“29/02/2024”: there is no such day in 2025.")
    ]
    assert asked(roll(text, 2028)) == []


def test_a_review_of_the_year_before_is_to_be_written_anew() -> None:
    text = plan_of(
        sections='\n  - {role: review, title: Kết quả năm 2020, text: "Năm 2020 đạt 90%."}'
    )
    draft = roll(text)
    assert asked(draft) == [("past_year", "The section tells what the year before brought.")]
    assert {verdict for verdict, _, _ in verdicts(draft)} == {"flagged"}


def test_a_column_of_last_years_figures_keeps_its_year_with_its_figures() -> None:
    text = plan_of(
        appendices='\n  - id: phu-luc\n    text: "Kết quả năm 2020 lấy theo công bố."\n'
        "    columns: [task, {id: ket-qua, heading: Kết quả năm 2020}]\n"
        "    tasks:\n      - {task: PAPI, cells: {ket-qua: 43}}"
    )
    draft = roll(text)
    assert verdicts(draft) == [("flagged", "2020", "2020")] * 2
    assert [ask.kind for ask in asks_of(draft)] == ["past_year"]


def test_the_plans_own_reference_is_left_blank() -> None:
    own, other = "Kế hoạch số 12/KH-UBND ngày 24/12/2020", "Kế hoạch số 12/KH-UBND ngày 05/5/2019"
    text = plan_of(
        appendices=f"\n  - id: phu-luc\n    note: (Kèm theo {own} của UBND xã)\n"
        "    tasks: [{task: Rà soát}]",
        opening=f'"{own.replace("24/12/", "24 tháng 12 năm ")}; {other}"',
    )
    written = roll(text).data.decode()
    assert "(Kèm theo Kế hoạch số …/KH-UBND ngày …/…/… của UBND xã)" in written
    assert f'"Kế hoạch số …/KH-UBND ngày … tháng … năm …; {other}"' in written
    assert {ask.kind for ask in asks_of(roll(text))} == {"own_reference"}
    assert any("12 → …" in line for line in move_lines(roll(text), str))


def test_a_decision_is_made_ready_too() -> None:
    decision = '\n  number: 7/2021/QĐ-UBND\n  date: "2021-01-05"\n  title: Kế hoạch năm 2021'
    more = "\n  authority: ỦY BAN NHÂN DÂN XÃ\n  articles: [Ban hành Kế hoạch.]"
    moved = plan_in(roll(plan_of(number="", date="", decision=decision + more)).data).decision
    assert moved is not None
    assert (moved.number, moved.date) == ("/2022/QĐ-UBND", None)
    assert moved.title.endswith("2022")


def test_mistakes_of_the_old_plan_are_asked_about_and_not_moved() -> None:
    text = plan_of(opening='"Quý III/2021: số liệu từ ngày 15/6/2020 đến ngày 14/9/2021."')
    draft = roll(text, findings=lint(text.encode()))
    assert verdicts(draft) == [
        ("moved", "2021", "2022"),
        ("flagged", "2020", "2020"),
        ("flagged", "2021", "2021"),
    ]
    assert [ask.kind for ask in asks_of(draft)] == ["lint"]
    assert draft.asks[0].about.text().startswith("In the old plan, D105: “Quý III” is given")


def test_a_year_that_stood_still_before_is_asked_about() -> None:
    first = plan_of(appendices=row("Xây dựng trụ sở", "Quý II/2022"))
    before = plan_in(first.encode())
    second = roll(first).data
    assert asked(roll(second, before=before)) == [
        ("unclear_year", "“Quý II/2022” stood so in the plan before.")
    ]
    assert verdicts(roll(second)) == [("moved", "2022", "2023")]


def test_comments_and_names_are_kept_and_recorded() -> None:
    text = plan_of(opening="|  # viết năm 2020\n  Nội dung.  ") + "series: an-lac/2021\n"
    draft = roll(text.replace("opening", "# Theo Kế hoạch năm 2019\nopening"))
    kinds = [(move.kind, move.old) for move in draft.moves if move.kind in ("comment", "name")]
    assert kinds == [("comment", "2019"), ("comment", "2020"), ("name", "2021")]
    assert "# viết năm 2020" in draft.data.decode()


def test_every_task_and_area_waits_for_a_decision() -> None:
    text = plan_of(
        appendices="\n  - id: phu-luc\n    groups:\n"
        "      - area: institutions\n        title: Thể chế\n        tasks:\n"
        "          - {id: ra-soat, task: Rà soát, lead: Phòng Tư pháp}\n"
        "          - task: Kiểm tra\n            lines:\n"
        "              - {task: Lập kế hoạch, lead: Các phòng}\n              - {product: Báo cáo}"
    )
    draft = roll(text)
    assert [(part.area, part.about) for part in draft.areas] == [("institutions", "Thể chế")]
    assert [(part.task, part.by) for part in draft.tasks] == [
        ("ra-soat", "Phòng Tư pháp"),
        ("phu-luc.1.2", ""),
        ("phu-luc.1.2.1", ""),
    ]
    assert {part.area for part in draft.tasks} == {"institutions"}


def test_a_value_that_cannot_be_followed_is_left_to_a_person() -> None:
    draft = roll(plan_of(opening='"Trong \\u006eăm 2021"'))
    assert verdicts(draft) == [("flagged", "2021", "2021")]
    assert [ask.kind for ask in asks_of(draft)] == ["unplaced"]


def test_the_moves_of_a_real_plan() -> None:
    data = SEED.read_bytes()
    order = order_of(data)
    found = tuple(locate(finding, order.source) for finding in lint(data))
    kept = apply_suppressions(found, order.source, frozenset())
    allowed = tuple(finding for finding in found if finding not in kept)
    draft = roll_over(order_of(data, findings=found, allowed=allowed))
    lines = [*move_lines(draft, str), *(f"{kind}: {about}" for kind, about in asked(draft))]
    check_golden("rollover/soc-trang-2021.txt", "\n".join(lines) + "\n")
    assert errors_of(draft.data) == errors_of(data)

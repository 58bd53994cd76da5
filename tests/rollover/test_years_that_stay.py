"""Facts, events, figures and one-off work: what a next plan does not bring again by itself."""

import pytest
from rolling import asked, asks_of, lint, plan_of, roll, row, verdicts

from planforge.rollover.draft import Draft

FACTS = [
    "Từ ngày 01/7/2021, chính quyền địa phương 02 cấp đi vào hoạt động.",
    "Sau khi hợp nhất ba tỉnh từ ngày 01/7/2021, tỉnh có 124 xã, phường.",
    "Luật Tổ chức chính quyền địa phương có hiệu lực từ ngày 16/6/2021.",
    "Các sở kết thúc hoạt động trước ngày 01/3/2021.",
    "Đại hội Đảng các cấp năm 2021.",
    "Bầu cử đại biểu Quốc hội ngày 23/5/2021.",
    "Khánh thành trụ sở trong quý II/2021.",
    "Năm 2021 là năm bản lề.",
    "Năm cuối thực hiện Chương trình là năm 2021.",
    "Chủ đề năm 2021 “Kỷ cương, hành động”.",
    "Năm 2021, với chủ đề “Bứt phá”.",
]


@pytest.mark.parametrize("text", FACTS)
def test_facts_and_events_are_asked_about(text: str) -> None:
    draft = roll(plan_of(opening=f'"{text}"'))
    assert [kind for kind, _ in asked(draft)] == ["fact"]
    assert verdicts(draft) == [("flagged", "2021", "2021")]


def test_the_day_of_the_reform_is_a_fact_where_the_reform_is_spoken_of() -> None:
    days = ("Bàn giao việc của cấp huyện trước ngày 01/7/2025.", "Báo cáo trước ngày 01/7/2025.")
    drafts = [roll(plan_of(period="2025", opening=f'"{text}"')) for text in days]
    assert [verdicts(draft)[0][0] for draft in drafts] == ["flagged", "moved"]


RECURRING = [
    "Số liệu tính từ ngày 15/12/2020 đến ngày 14/3/2021.",
    "Nghị quyết Đại hội Đảng bộ tỉnh được triển khai trong quý II/2021.",
    "Thành lập đoàn kiểm tra trước ngày 30/6/2021.",
    "Trình thông qua phương án đơn giản hóa trước ngày 30/9/2021.",
    "Thực hiện chương trình, đề án trong tháng 6/2021.",
    "6 tháng đầu năm của kế hoạch năm 2021.",
]


@pytest.mark.parametrize("text", RECURRING)
def test_what_comes_every_year_still_moves(text: str) -> None:
    assert {verdict for verdict, *_ in verdicts(roll(plan_of(opening=f'"{text}"')))} == {"moved"}


CITED = [
    "Thông báo ngày 10 tháng 02 năm 2021 của Văn phòng",
    "Nghị quyết phiên họp ngày 12/6/2021",
    "Quyết định số 12/QĐ-UBND năm 2021",
]


@pytest.mark.parametrize("text", CITED)
def test_documents_cited_in_short_stay(text: str) -> None:
    draft = roll(plan_of(opening=f'"Theo {text}."'))
    assert (verdicts(draft), asked(draft)) == ([("kept", "2021", "2021")], [])


def test_a_document_whose_subject_year_stands_before_its_number_is_asked_about() -> None:
    text = '"Quyết định giao biên chế năm 2021 số 99/QĐ-UBND ngày 05/12/2020."'
    assert asked(roll(plan_of(opening=text))) == [
        ("yearly_document", "“số 99/QĐ-UBND” was made for 2021.")
    ]


ONCE = [
    ("Hoàn thiện và ban hành quyết định vị trí việc làm", "Quý II/2021"),
    ("Bộ phận có Đề án vị trí việc làm hoàn chỉnh", "Năm 2021"),
    ("Sắp xếp tổ chức bộ máy theo quy định của Chính phủ", "Tháng 3/2021"),
    ("Xây dựng phương án sắp xếp đơn vị sự nghiệp", "Quý III/2021"),
    ("Đơn vị hành chính, thôn được sắp xếp theo kế hoạch", "Năm 2021"),
    ("Nội dung phân cấp của Đề án được thể chế hóa", "Năm 2021"),
    ("Hoàn thành làm sạch dữ liệu công chức", "Tháng 6/2021"),
    ("Đại hội công đoàn nhiệm kỳ 2021-2026", "Quý II/2021"),
    ("Thành lập Trung tâm Phục vụ hành chính công", "Quý II/2021"),
    ("Tự đánh giá Chỉ số CCHC của tỉnh", "Trước 19/01/2021"),
]


@pytest.mark.parametrize(("task", "deadline"), ONCE)
def test_work_done_once_is_asked_about(task: str, deadline: str) -> None:
    draft = roll(plan_of(appendices=row(f'"{task}"', deadline)))
    assert [kind for kind, _ in asked(draft)] == ["one_off_deadline"]
    assert verdicts(draft)[-1] == ("flagged", "2021", "2021")


YEARLY = [
    ("Sắp xếp tổ chức bộ máy", "Năm 2021"),
    ("Tiếp tục sắp xếp tổ chức bộ máy", "Tháng 3/2021"),
    ("Kiện toàn tổ giám sát; Quyết định thành lập tổ", "Tháng 02/2021"),
    ("Tổ chức tuyển dụng công chức", "Quý III/2021"),
    ("Tuyên truyền Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV", "Quý III/2021"),
]


@pytest.mark.parametrize(("task", "deadline"), YEARLY)
def test_work_done_every_year_moves(task: str, deadline: str) -> None:
    assert verdicts(roll(plan_of(appendices=row(f'"{task}"', deadline)))) == [
        ("moved", "2021", "2022")
    ]


UNPLAIN = [
    (
        "Từ 2019 đến 2021 giảm đầu mối.",
        "period_ends",
        "The period “Từ 2019 đến 2021” ends with 2021.",
    ),
    ("Trong năm học 2020/2021.", "period_ends", "The school year “2020/2021” ends with 2021."),
    ("Đạt mục tiêu đến năm 2022.", "period_ends", "The time “đến năm 2022” has come."),
    (
        "Số hóa 2021 hồ sơ.",
        "unclear_year",
        "“Số hóa 2021 hồ sơ.”: 2021 seems to be a number, not a year.",
    ),
    ("Xong quý I/21.", "unplaced", "“Xong quý I/21.” names a year by two digits."),
    (
        "Số liệu đến 31/12/2020 là 120 đơn vị.",
        "past_year",
        "“Số liệu đến 31/12/2020 là 120 đơn vị.” tells of the year before.",
    ),
    (
        "Giai đoạn 2016-2020 đạt 80%.",
        "past_year",
        "“Giai đoạn 2016-2020 đạt 80%.” tells of the year before.",
    ),
]


@pytest.mark.parametrize(("text", "kind", "about"), UNPLAIN)
def test_what_is_not_plain_is_left_as_it_is(text: str, kind: str, about: str) -> None:
    draft = roll(plan_of(opening=f'"{text}"'))
    assert asked(draft) == [(kind, about)]
    assert {verdict for verdict, *_ in verdicts(draft)} == {"flagged"}


def test_a_code_is_no_year() -> None:
    assert verdicts(roll(plan_of(opening='"Mã 2021A."'))) == []


def test_when_figures_of_the_year_before_were_announced_stays_with_them() -> None:
    text = plan_of(opening='"Năm 2020 tỉnh giữ hạng. Các chỉ số được công bố năm 2021."')
    assert verdicts(roll(text)) == [("flagged", "2020", "2020"), ("flagged", "2021", "2021")]


def test_a_window_that_ends_on_a_leap_day_is_not_moved_by_half() -> None:
    text = plan_of(period="2024", opening='"Số liệu từ ngày 01/3/2023 đến ngày 29/02/2024."')
    draft = roll(text)
    assert {verdict for verdict, *_ in verdicts(draft)} == {"flagged"}
    (ask,) = asks_of(draft)
    assert ask.proposal is not None
    assert ask.proposal.text() == "“28/02/2025”, if it comes again."


def targets(draft: Draft) -> list[tuple[str, int]]:
    return [(ask.about.text(), len(ask.paths)) for ask in draft.asks if ask.kind == "target"]


def test_the_targets_of_a_section_are_one_question() -> None:
    text = plan_of(
        sections='\n  - title: Mục tiêu\n    text: "Chỉ số đạt từ 90,00% trở lên."\n'
        '    sections:\n      - text: "Tối thiểu 97% hồ sơ đúng hạn."\n'
        '      - text: "100% báo cáo đúng hạn theo Mục 2, điểm 3."'
    )
    assert targets(roll(text)) == [
        ("Targets and figures of 2021: 2 place(s), first “Chỉ số đạt từ 90,00% trở lên.”.", 2)
    ]


def test_a_column_of_targets_and_money_are_asked_about() -> None:
    text = plan_of(
        sections='\n  - title: Kinh phí\n    text: "Dự toán năm 2021 là 2.300 triệu đồng."',
        appendices="\n  - id: phu-luc\n"
        "    columns: [task, {id: chi-tieu, heading: Chỉ tiêu năm 2021}]\n"
        "    tasks:\n      - {task: PAPI, cells: {chi-tieu: 43}}",
    )
    assert [about for about, _ in targets(roll(text))] == [
        "Targets and figures of 2021: 1 place(s), first “Dự toán năm 2021 là 2.300 triệu đồng.”.",
        "The column “Chỉ tiêu năm 2021” holds the figures of 2021.",
    ]


def test_figures_of_a_review_are_no_targets() -> None:
    text = plan_of(sections='\n  - {role: review, title: Kết quả, text: "Đạt trên 90% hồ sơ."}')
    assert targets(roll(text)) == []


def test_bases_and_signer_are_one_question_in_every_draft() -> None:
    asks = roll(plan_of(bases="[Luật Cán bộ, công chức]")).asks
    assert [(ask.kind, ask.paths) for ask in asks] == [
        ("yearly_entry", (("bases",), ("signature", "name")))
    ]


@pytest.mark.parametrize(("year", "kinds"), [(2022, []), (2023, ["old_term"])])
def test_levels_of_online_services_ended_in_2022(year: int, kinds: list[str]) -> None:
    text = plan_of(opening='"Cung cấp dịch vụ công trực tuyến mức độ 3, 4."')
    assert [kind for kind, _ in asked(roll(text, year))] == kinds


def test_passages_of_one_text_are_quoted_together_with_their_lines() -> None:
    text = plan_of(opening="|\n  Năm 2020 tỉnh đạt 90%.\n\n  Nội dung.\n\n  Năm 2020 đúng hạn 80%.")
    (ask,) = asks_of(roll(text))
    quoted = "“Năm 2020 tỉnh đạt 90%.”, “Năm 2020 đúng hạn 80%.” tells of the year before."
    assert ask.about.text() == quoted
    first = text.splitlines().index("  Năm 2020 tỉnh đạt 90%.") + 1
    assert ask.lines == (first, first + 4)


def test_the_remedy_for_a_mistake_is_one_for_the_draft() -> None:
    text = plan_of(
        opening='"Quý III/2021: số liệu từ ngày 15/6/2020 đến ngày 14/9/2021."',
        appendices=row("Rà soát", "Tháng 6/2023"),
    )
    found = {
        ask.about.text()[17:21]: ask.proposal
        for ask in roll(text, findings=lint(text.encode())).asks
    }
    assert found["D105"] is not None
    assert found["D105"].text() == (
        "In the draft it may end on 14/9/2022: check the year it begins in."
    )
    assert found["D103"] is not None
    assert found["D103"].text() == "In the draft, write a time within 2022, or leave it out."

"""The rules about the review of a draft: what they find, and where they stay silent."""

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import plans, records
from test_rules import DRAFT, PREVIOUS, plan_of

from planforge.linter import lint_plan, lint_review
from planforge.linter.registry import RULES
from planforge.linter.subject import Subject
from planforge.model import Plan
from planforge.model.review import Review
from planforge.readers.review import read_review

DECIDED = """
follows: 2025.yaml
areas:
  - {area: institutions, about: Cải cách thể chế, decision: keep}
  - {area: procedures, decision: keep}
  - {area: organization, decision: keep}
  - {area: civil_service, decision: keep}
  - {area: public_finance, decision: keep}
  - {area: digital_government, decision: keep}
  - {area: direction, about: Chỉ đạo điều hành, decision: change}
tasks:
  - {task: ra-soat-van-ban, area: institutions, decision: keep}
  - {task: kiem-tra-cong-vu, area: direction, decision: keep}
  - {task: tap-huan-cchc, area: direction, decision: keep}
  - task: tham-quan-mo-hinh
    area: direction
    decision: merge
    into: tap-huan-cchc
    reason: Cùng đối tượng
questions:
  - {kind: one_off_deadline, answer: done}
"""
"""A review that is at its end and carried out in the draft."""


def review_of(text: str) -> Review:
    review = read_review(text.encode()).review
    assert review is not None
    return review


def said(text: str, *, draft: str = DRAFT, previous: str | None = PREVIOUS) -> list[str]:
    """Return code, path and message of everything that is said of a review."""
    old = None if previous is None else plan_of(previous)
    findings = lint_review(Subject(plan_of(draft), review_of(text), old))
    return [
        f"{finding.code} {'.'.join(map(str, finding.path))} {finding.message.text()}"
        for finding in findings
    ]


def test_nothing_is_said_of_a_review_at_its_end() -> None:
    assert said(DECIDED) == []


def test_rules_about_reviews_do_not_run_over_plans() -> None:
    assert not [finding for finding in lint_plan(plan_of(DRAFT)) if finding.code[0] == "V"]
    assert {rule.code[0] for rule in RULES if rule.about == "review"} == {"V"}


def test_a_plan_without_a_review_has_nothing_to_decide() -> None:
    assert lint_review(Subject(plan_of(DRAFT))) == ()


def test_what_is_open_is_counted_by_area() -> None:
    text = DECIDED.replace("decision: change", "decision: open").replace("done", "open")
    text = text.replace("vu, area: direction, decision: keep", "vu, area: direction")
    text += "  - {kind: khac}\n"
    assert said(
        text.replace("tap-huan-cchc, area: direction, decision: keep", "tap-huan-cchc")
    ) == [
        (
            "V101 areas.6 5 of 13 decisions are still open: Chỉ đạo điều hành (2); "
            "without an area (1); questions (2)."
        )
    ]


def test_many_areas_are_not_all_named() -> None:
    tasks = "".join(f"  - {{task: a-{n}, area: linh-vuc-{n}}}\n" for n in range(13))
    (message,) = said(f"follows: 2025.yaml\ntasks:\n  - {{task: a-x, decision: keep}}\n{tasks}",
                      previous=None)  # fmt: skip
    assert message.count("linh-vuc-") == 10
    assert "other areas (3)" in message


def test_a_review_that_nobody_began_is_said_once() -> None:
    text = "follows: 2025.yaml\nareas: [{area: institutions}]\nquestions: [{kind: khac}]\n"
    assert said(text, previous=None) == [
        "V102 follows None of the 2 decisions about the old plan is made yet."
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("task: kiem-tra-cong-vu", "task: kiem-tra-congvu", "V103 tasks.1.task The old plan"),
        ("area: institutions, about", "area: institution, about", "V103 areas.0.area The old"),
        ("into: tap-huan-cchc", "into: [tap-huan, x.1]", "V103 tasks.3.into.0 `tham-quan-mo-hinh`"),
    ],
)
def test_unknown_names_are_found_where_they_stand(old: str, new: str, problem: str) -> None:
    found = said(DECIDED.replace(old, new))
    assert [message for message in found if message.startswith(problem)]


def test_a_slip_is_answered_with_the_name_that_was_meant() -> None:
    subject = Subject(
        plan_of(DRAFT),
        review_of(DECIDED.replace("task: kiem-tra-cong-vu", "task: kiem-tra-congvu")),
        plan_of(PREVIOUS),
    )
    hints = [finding.hint.text() for finding in lint_review(subject) if finding.hint]
    assert "Did you mean `kiem-tra-cong-vu`?" in hints


BY_PLACE = """
appendices:
  - id: phu-luc
    tasks:
      - {id: ra-soat-van-ban, task: Rà soát văn bản, lead: Sở Tư pháp}
      - {task: Khảo sát năm 2025, lead: Sở Nội vụ}
      - {task: Tổng kết năm 2025, lead: Sở Nội vụ}
"""
"""A plan some of whose rows have no id."""


def said_by_place(draft: str, *tasks: str, old: str = BY_PLACE) -> list[str]:
    """Return codes of what is said of decisions about the plan with rows without an id."""
    areas = DECIDED[: DECIDED.index("tasks:")]
    review = f"{areas}tasks:\n" + "".join(f"  - {{{task}}}\n" for task in tasks)
    found = said(review, draft=f"follows: 2025.yaml{draft}", previous=old)
    return [" ".join(message.split(" ", 2)[:2]) for message in found if message[:4] != "V101"]


KEPT = "task: ra-soat-van-ban, decision: keep"
SURVEY = "task: phu-luc.2, decision: drop, reason: Đã xong"
SUMMARY = "task: phu-luc.3, decision: keep"


def test_rows_without_an_id_are_asked_to_be_given_one() -> None:
    gone = BY_PLACE.replace("      - {task: Khảo sát năm 2025, lead: Sở Nội vụ}\n", "")
    assert said_by_place(gone, KEPT, SURVEY, SUMMARY) == ["V108 tasks.1.task"]


def test_a_row_without_an_id_that_was_dropped_and_still_stands_is_found() -> None:
    draft = BY_PLACE.replace("2025", "2026")
    assert said_by_place(draft, KEPT, SURVEY, SUMMARY) == [
        "V104 tasks.1.decision",
        "V108 tasks.1.task",
    ]
    twice = BY_PLACE.replace("Tổng kết", "Khảo sát")
    assert said_by_place(twice, KEPT, SURVEY, SUMMARY, old=twice) == ["V108 tasks.1.task"]


def test_a_row_without_an_id_may_have_moved_or_been_given_one() -> None:
    moved = "task: phu-luc.9, decision: keep"
    assert said_by_place(BY_PLACE, KEPT, moved, SUMMARY) == ["V108 tasks.1.task"]
    named = BY_PLACE.replace("{task: Tổng", "{id: tong-ket, task: Tổng")
    assert said_by_place(BY_PLACE, KEPT, moved, SUMMARY, old=named) == ["V108 tasks.1.task"]
    assert said_by_place(BY_PLACE, KEPT, SUMMARY) == ["V105 follows", "V108 tasks.1.task"]


def test_without_the_old_plan_only_the_draft_is_looked_at() -> None:
    text = DECIDED.replace("task: kiem-tra-cong-vu", "task: mot-viec-khac")
    assert said(text, previous=None) == []
    assert said(text.replace("into: tap-huan-cchc", "into: khong-co"), previous=None) != []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "kiem-tra-cong-vu, area: direction, decision: keep",
            "kiem-tra-cong-vu, area: direction, decision: drop, reason: Xong",
            "`kiem-tra-cong-vu` still stands in the draft, but the decision is `drop`.",
        ),
        (
            "kiem-tra-cong-vu, area: direction, decision: keep",
            "kiem-tra-cong-vu, area: direction, decision: merge, into: tap-huan-cchc, reason: x",
            "`kiem-tra-cong-vu` still stands in the draft, but the decision is `merge`.",
        ),
        (
            "about: Chỉ đạo điều hành, decision: change",
            "about: Chỉ đạo điều hành, decision: drop, reason: Xong",
            "`direction` still stands in the draft, but the decision is `drop`.",
        ),
        (
            "decision: merge\n    into: tap-huan-cchc",
            "decision: keep",
            "`tham-quan-mo-hinh` is no longer in the draft, but the decision is `keep`.",
        ),
    ],
)
def test_a_draft_that_is_not_as_decided(old: str, new: str, problem: str) -> None:
    assert [message.split(" ", 2)[2] for message in said(DECIDED.replace(old, new))] == [problem]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("decision: merge\n    into: tap-huan-cchc", "decision: change\n    into: tap-huan-cchc"),
        (
            "kiem-tra-cong-vu, area: direction, decision: keep",
            (
                "kiem-tra-cong-vu, area: direction, decision: split, reason: Hai việc, "
                "into: [kiem-tra-cong-vu, tap-huan-cchc]"
            ),
        ),
    ],
)
def test_a_task_may_take_another_id_or_share_its_own(old: str, new: str) -> None:
    assert said(DECIDED.replace(old, new)) == []


def test_a_task_struck_from_the_review_is_missed() -> None:
    text = DECIDED.replace("  - {task: tap-huan-cchc, area: direction, decision: keep}\n", "")
    (message,) = said(text)
    assert message.endswith("Nothing is said of 1 task(s) of the old plan: tap-huan-cchc.")


def test_an_area_struck_from_the_review_is_missed() -> None:
    (message,) = said(DECIDED.replace("  - {area: procedures, decision: keep}\n", ""))
    assert message.endswith("Nothing is said of 1 area(s) of the old plan: procedures.")


CHANGED = DECIDED.replace(
    "kiem-tra-cong-vu, area: direction, decision: keep",
    "kiem-tra-cong-vu, area: direction, decision: change",
)
FOREIGN = DRAFT.replace("task: Kiểm tra công vụ", "task: Tổ chức hội thi tìm hiểu pháp luật")
TOUCHED = DRAFT.replace("task: Kiểm tra công vụ", "task: Kiểm tra công vụ năm 2026 tại cấp xã")


@pytest.mark.parametrize(
    ("review", "draft", "problem"),
    [
        (CHANGED, DRAFT, "was decided to be changed"),
        (DECIDED, FOREIGN, "was decided to be kept"),
    ],
)
def test_a_draft_whose_words_are_not_as_decided(review: str, draft: str, problem: str) -> None:
    (message,) = said(review, draft=draft)
    assert message.startswith("V107 tasks.1.decision `kiem-tra-cong-vu`")
    assert problem in message


@pytest.mark.parametrize(
    ("review", "draft"), [(CHANGED, TOUCHED), (CHANGED, FOREIGN), (DECIDED, TOUCHED)]
)
def test_words_that_are_touched_up_are_no_other_task(review: str, draft: str) -> None:
    assert said(review, draft=draft) == []


def test_only_years_are_no_change() -> None:
    draft = DRAFT.replace("Kiểm tra công vụ", "Kiểm tra năm 2026")
    old = PREVIOUS.replace("Kiểm tra công vụ", "Kiểm tra năm 2025")
    (message,) = said(CHANGED, draft=draft, previous=old)
    assert message.startswith("V107")
    assert said(DECIDED, draft=draft, previous=old) == []


@pytest.mark.parametrize("way", ["2025.yaml", "./2025.yaml", ".\\\\2025.yaml", "x/../2025.yaml"])
def test_one_file_may_be_named_in_several_ways(way: str) -> None:
    assert said(DECIDED.replace("2025.yaml", f'"{way}"')) == []


def test_a_review_of_another_plan_is_found() -> None:
    (message,) = said(DECIDED.replace("2025.yaml", "2024.yaml"))
    assert message.startswith("V106 follows The review is about what becomes of `2024.yaml`")
    assert (
        said(DECIDED.replace("2025.yaml", "2024.yaml"), draft=DRAFT[DRAFT.index(chr(10)) :]) == []
    )


def test_a_name_is_not_answered_with_the_task_itself() -> None:
    review = review_of(DECIDED.replace("into: tap-huan-cchc", "into: tham-quan"))
    subject = Subject(plan_of(PREVIOUS), review, plan_of(PREVIOUS))
    (finding,) = [item for item in lint_review(subject) if item.code == "V103"]
    assert finding.hint is not None
    assert "tham-quan-mo-hinh" not in finding.hint.text()


@given(plans, plans, records(Review, 3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_review_is_linted(draft: Plan, old: Plan, review: Review) -> None:
    for previous in (old, None):
        findings = lint_review(Subject(draft, review, previous))
        assert findings == lint_review(Subject(draft, review, previous))
        assert all(finding.message.text() and finding.hint for finding in findings)

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
  - {area: direction, about: Chỉ đạo điều hành, decision: change}
tasks:
  - {task: ra-soat-van-ban, area: institutions, decision: keep}
  - {task: kiem-tra-cong-vu, area: direction, decision: change}
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
    text += "  - {kind: khac}\n"
    assert said(
        text.replace("tap-huan-cchc, area: direction, decision: keep", "tap-huan-cchc")
    ) == [
        (
            "V101 areas.1 5 of 8 decisions are still open: Chỉ đạo điều hành (2), "
            "without an area (1), questions (2)."
        )
    ]


def test_many_areas_are_not_all_named() -> None:
    tasks = "".join(f"  - {{task: a.{n}, area: linh-vuc-{n}}}\n" for n in range(13))
    (message,) = said(f"follows: 2025.yaml\ntasks:\n  - {{task: a.x, decision: keep}}\n{tasks}",
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


@pytest.mark.parametrize(
    "task",
    [
        "{task: phu-luc.2.3, decision: keep}",
        "{task: phu-luc.2.3, decision: drop, reason: Đã xong}",
        "{task: phu-luc.2.3, decision: merge, into: phu-luc.1.1, reason: Trùng}",
    ],
)
def test_parts_without_an_id_are_left_alone(task: str) -> None:
    assert said(DECIDED.replace("questions:", f"  - {task}\nquestions:")) == []


def test_without_the_old_plan_only_the_draft_is_looked_at() -> None:
    text = DECIDED.replace("task: kiem-tra-cong-vu", "task: mot-viec-khac")
    assert said(text, previous=None) == []
    assert said(text.replace("into: tap-huan-cchc", "into: khong-co"), previous=None) != []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "kiem-tra-cong-vu, area: direction, decision: change",
            "kiem-tra-cong-vu, area: direction, decision: drop, reason: Xong",
            "`kiem-tra-cong-vu` still stands in the draft, but the decision is `drop`.",
        ),
        (
            "kiem-tra-cong-vu, area: direction, decision: change",
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
            "kiem-tra-cong-vu, area: direction, decision: change",
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


@given(plans, plans, records(Review, 3))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_review_is_linted(draft: Plan, old: Plan, review: Review) -> None:
    for previous in (old, None):
        findings = lint_review(Subject(draft, review, previous))
        assert findings == lint_review(Subject(draft, review, previous))
        assert all(finding.message.text() and finding.hint for finding in findings)

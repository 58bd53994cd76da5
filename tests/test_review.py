"""The review of a draft, from its file to what lint, build and the status say of it."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from spoilt_plans import shown
from strategies import records
from workspaces import ISSUED_PLAN, PLAN, Run, Workspace

from planforge.cli.main import make_command_line
from planforge.cli.review_status import show_status
from planforge.cli.workspace import find_plans, is_review, review_path, reviewed_plan
from planforge.errors import InputError
from planforge.model.review import ANSWERS, VERDICTS, Review
from planforge.readers import codes
from planforge.readers.review import read_review
from planforge.rollover.status import review_status

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "docs" / "review.schema.json").read_text(encoding="utf-8"))

REVIEW = """\
follows: 2021.yaml
areas:
  - area: institutions
    about: Cải cách thể chế
    decision: keep
tasks:
  - task: ra-soat-van-ban
    area: institutions
    about: Rà soát văn bản quy phạm pháp luật
    decision: open
    by: Sở Tư pháp
  - task: phu-luc.1.2
    about: Tập huấn nghiệp vụ
    decision: drop
    reason: Đã hoàn thành
questions:
  - kind: one_off_deadline
    place: Phụ lục
    about: Tháng 6/2021
  - kind: khac
    answer: done
"""
DECIDED = REVIEW.replace("decision: open", "decision: keep").replace(
    "    about: Tháng 6/2021\n", "    answer: done\n"
)

NAMED = "          - {id: ra-soat-van-ban, task: Rà soát văn bản, lead: Công an xã}\n"
UNNAMED = "          - {task: Tập huấn nghiệp vụ, lead: Công an xã}\n"
APPENDIX = """\
appendices:
  - id: phu-luc
    title: Nhiệm vụ
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
"""
OLD_PLAN = PLAN.replace("2022", "2021") + APPENDIX + NAMED + UNNAMED
"""The plan that the review speaks of."""

FINAL_PLAN = f"follows: 2021.yaml\n{ISSUED_PLAN}{APPENDIX}{NAMED}"
"""A draft that is as the review decides, with number and date."""


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


def draft(workspace: Workspace, review: str = REVIEW, plan: str = PLAN) -> Path:
    """Put a draft with its review into ``workspace``; return the review's file."""
    path = review_path(workspace.plan(text=plan))
    path.write_text(review, encoding="utf-8")
    return path


def complaints(text: str) -> list[tuple[str, str, str]]:
    """Return place and code, place in words and beginning of the remedy of each finding."""
    return [
        (
            f"{finding.line}:{finding.column} {finding.code}",
            finding.where.text() if finding.where else "",
            finding.hint.text()[:49] if finding.hint else "",
        )
        for finding in read_review(text.encode()).findings
    ]


def test_a_review_is_read() -> None:
    review, findings, source = read_review(REVIEW.encode(), "2022.review.yaml")
    assert findings == ()
    assert review is not None
    assert (review.follows, source.name) == ("2021.yaml", "2022.review.yaml")
    assert [part.is_open for _, part in review.parts()] == [False, True, False, True, False]


def test_every_mistake_is_found_in_one_run_with_place_and_remedy() -> None:
    text = (
        REVIEW.replace("follows: 2021.yaml\n", "")
        .replace("decision: keep", "decision: giữ nguyên")
        .replace("decision: open", "decision: mergee\n    intoo: a")
        .replace("answer: done", "answer: rồi\n    lý do: a")
        .replace("area: institutions\n    about: Rà", "area: [x]\n    about: Rà")
    )
    row = "Row “Rà soát văn bản quy phạm pháp luật”"
    assert complaints(text) == [
        ("1:1 R202", "", "Add `follows:` here."),
        ("4:15 R204", "Area “Cải cách thể chế”, Decision", "Did you mean `keep`?"),
        ("7:11 R203", f"{row}, Area", "Put the whole text in quotes where it starts with"),
        ("9:15 R204", f"{row}, Decision", "Did you mean `merge`?"),
        ("10:5 R201", f"{row}, key intoo", "Did you mean `into`?"),
        ("21:13 R204", "Question 2, Answer", "Choose one of: open | done."),
        ("22:5 R201", "Question 2, key lý do", "Did you mean `reason`?"),
    ]


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("xóa", "Did you mean `drop`?"),
        ("Hủy bỏ", "Did you mean `drop`?"),
        ("[drop]", "Write the word alone, without brackets: `decision: drop`."),
        ("[giữ]", "Write the word alone, without brackets: `decision: keep`."),
    ],
)
def test_a_decision_is_one_word(word: str, remedy: str) -> None:
    text = f"follows: a.yaml\ntasks:\n  - {{task: a, decision: {word}}}\n"
    (finding,) = read_review(text.encode()).findings
    assert finding.hint is not None
    assert finding.hint.text() == remedy


def test_decisions_must_be_whole() -> None:
    text = """\
follows: 2021.yaml
areas:
  - {area: direction, decision: split, reason: Hai việc}
  - {area: direction}
tasks:
  - {task: a, decision: merge, reason: Trùng}
  - {task: b, decision: keep, into: c}
  - {task: b, decision: drop}
  - {task: direction, decision: change, into: e}
  - {task: f, decision: merge, into: [g, h]}
  - {task: a.1.2}
  - {task: a.1.2}
"""
    found = read_review(text.encode()).findings
    assert [(finding.line, finding.column, finding.code) for finding in found] == [
        (3, 33, "R502"),
        (4, 12, "R501"),
        (6, 25, "R502"),
        (7, 37, "R503"),
        (8, 12, "R501"),
        (8, 25, "R504"),
        (10, 25, "R504"),
    ]
    own = {code.code for code in vars(codes).values() if isinstance(code, codes.Code)}
    assert {finding.code for finding in found} == {"R501", "R502", "R503", "R504"} < own


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "R102", "planforge rollover"),
        (b"# a\n", "R102", "planforge rollover"),
        (b"- a\n", "R203", "planforge rollover"),
        (b"follows: 2021.yaml\ntasks: x\n", "R203", "list"),
        (b"follows: 2021.yaml\ntasks: [\n", "R105", ""),
        (b"PK\x03\x04", "R113", ""),
        ("follows: 2021.yaml\n".encode("utf-16"), "R103", ""),
    ],
)
def test_what_is_no_review_is_told(data: bytes, code: str, said: str) -> None:
    result = read_review(data)
    assert result.has_errors
    assert [finding.code for finding in result.findings] == [code]
    assert said in shown(result.findings[0])


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_no_content_raises(data: bytes) -> None:
    for content in (data, b"follows: 2021.yaml\ntasks:\n  - " + data):
        result = read_review(content)
        assert result.review is not None or result.findings


@given(records(Review, 3))
@settings(max_examples=60, deadline=None)
def test_a_status_counts_every_part_once(review: Review) -> None:
    status = review_status(review)
    parts = list(review.parts())
    assert status.total == len(parts)
    assert sum(len(turn.steps) for turn in status.turns) == status.total - status.decided
    counted = [*status.areas, *status.questions]
    assert sum(part.total for part in counted) == status.total
    assert sum(part.decided for part in counted) == status.decided


def test_a_review_lies_beside_its_plan() -> None:
    plan = Path("plans/sóc trăng/2026-2030.yaml")
    review = Path("plans/sóc trăng/2026-2030.review.yaml")
    assert (review_path(plan), reviewed_plan(review)) == (review, plan)
    assert is_review(review)
    assert is_review(Path("2022.REVIEW.YML"))
    assert not any(map(is_review, (plan, Path("review.yaml"), Path("2022.review.docx"))))


def test_a_review_is_no_plan(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    review = draft(workspace)
    monkeypatch.chdir(workspace.folder)
    plan = reviewed_plan(review)
    assert find_plans([]) == [plan.relative_to(workspace.folder)]
    assert find_plans([plan.parent]) == [plan]
    assert find_plans([review, plan]) == [plan], "as the shell resolves *.yaml"
    assert find_plans([Path("plans/*/*.yaml")]) == [plan.relative_to(workspace.folder)]
    assert find_plans([review]) == [review]
    plan.unlink()
    with pytest.raises(InputError):
        find_plans([])


def test_lint_speaks_of_the_review_beside_a_draft(workspace: Workspace) -> None:
    draft(workspace)
    run = workspace.run("lint", "--format", "json")
    assert run.status == 0
    found = {one["code"]: one for one in json.loads("\n".join(run.results))}
    assert [code for code in found if code[0] in "RV"] == ["R506", "V101", "V108"]
    finding = found["V101"]
    assert (finding["code"], finding["severity"]) == ("V101", "warning")
    assert (finding["file"], finding["line"]) == ("plans/an-lac/2022.review.yaml", 7)
    assert finding["message"].startswith("2 of 5 decisions are still open: Cải cách thể chế (1)")
    assert "Plans checked: 1" in run.messages
    assert "V101" not in "".join(workspace.run("lint", "--ignore", "V").results)


def test_lint_checks_a_review_that_is_named(workspace: Workspace) -> None:
    review = draft(workspace, REVIEW.replace("decision: drop", "decision: dropp"))
    run = workspace.run("lint", str(review))
    assert run.status == 1
    assert "R204" in "".join(run.results)
    assert "V1" not in "".join(run.results)
    review.write_text(REVIEW, encoding="utf-8")
    assert [line for line in workspace.run("lint", str(review)).results if "V101" in line]
    reviewed_plan(review).unlink()
    run = workspace.run("lint", str(review), "--format", "json")
    assert [one["code"] for one in json.loads("\n".join(run.results))] == ["R505"]


def test_lint_holds_a_review_against_the_old_plan(workspace: Workspace) -> None:
    draft(workspace, DECIDED)
    assert "V103" not in "".join(workspace.run("lint").results)
    workspace.plan("an-lac/2021", PLAN.replace("2022", "2021"))
    assert "V103 decision-on-unknown-part" in "".join(workspace.run("lint").results)
    workspace.plan("an-lac/2021", "period: 2021\n")
    assert "V103" not in "".join(workspace.run("lint", "plans/an-lac/2022.yaml").results)


def test_a_finding_in_a_review_may_be_allowed(workspace: Workspace) -> None:
    allowed = "  # planforge: bỏ qua V101 - chờ Sở Tư pháp\n  - task: ra-soat"
    draft(workspace, REVIEW.replace("  - task: ra-soat", allowed))
    assert "V101" not in "".join(workspace.run("lint").results)
    draft(workspace, DECIDED.replace("  - task: ra-soat", allowed))
    assert "X101" in "".join(workspace.run("lint").results)


def test_build_names_the_plan_of_a_review(workspace: Workspace) -> None:
    review = draft(workspace)
    run = workspace.build(str(review))
    assert run.status == 2
    assert f"{review} is the review of a draft" in run.messages
    assert str(reviewed_plan(review)) in run.messages
    assert workspace.build("plans").status == 0
    assert workspace.build(str(review), str(reviewed_plan(review)), "--force").status == 0
    assert workspace.documents() == ["an-lac-2022.docx"]


@pytest.fixture
def decided(workspace: Workspace) -> Workspace:
    """Return a workspace with a draft that is decided about, carried out and filled in."""
    workspace.plan("an-lac/2021", OLD_PLAN)
    draft(workspace, DECIDED, FINAL_PLAN)
    return workspace


DRAFT, REVIEWED = "plans/an-lac/2022.yaml", "plans/an-lac/2022.review.yaml"


def final(workspace: Workspace, plan: str = DRAFT) -> Run:
    """Build the final document of a plan."""
    run = workspace.build(plan, "--final", "--force")
    assert bool(run.results) == (run.status == 0)
    return run


def write(workspace: Workspace, text: str, name: str = REVIEWED) -> None:
    (workspace.folder / name).write_text(text, encoding="utf-8")


def test_a_final_document_has_nothing_left_to_decide(decided: Workspace) -> None:
    assert final(decided).status == 0
    write(decided, REVIEW)
    run = final(decided)
    assert run.status == 1
    assert run.messages.count("R401") == 1
    assert "2 of 5 decisions about this draft are still open." in run.messages
    assert "Decide them in plans/an-lac/2022.review.yaml" in run.messages
    write(decided, "follows: 2021.yaml\ntasks: x\n")
    run = final(decided)
    assert run.status == 1
    assert "its decisions cannot be known" in run.messages


WITHOUT_TASKS = DECIDED[: DECIDED.index("tasks:")]
FALSE_REVIEWS = {
    "no tasks": (WITHOUT_TASKS, "V105", "2 of 3 decisions"),
    "nothing": ("follows: 2021.yaml\n", "V105", "3 of 3 decisions"),
    "wrong into": (
        DECIDED.replace("decision: drop", "decision: merge\n    into: khac"),
        "V103",
        "`khac`",
    ),
    "still there": (
        DECIDED.replace("van-ban\n", "van-ban\n    reason: Xong\n").replace(
            "decision: keep\n    by", "decision: drop\n    by"
        ),
        "V104",
        "still stands",
    ),
    "another plan": (DECIDED.replace("2021.yaml", "2020.yaml"), "V106", "`2020.yaml`"),
    "no old plan": (DECIDED.replace("2021.yaml", "2020.yaml"), "R506", "is not there"),
    "itself": (DECIDED.replace("2021.yaml", "2022.yaml"), "R506", "has errors"),
}


@pytest.mark.parametrize("name", FALSE_REVIEWS)
def test_a_review_that_the_draft_does_not_follow_keeps_it_from_signature(
    decided: Workspace, name: str
) -> None:
    review, code, words = FALSE_REVIEWS[name]
    write(decided, review)
    run = final(decided)
    assert run.status == 1
    assert f"error {code}" in run.messages
    assert words in run.messages


def test_what_a_comment_in_the_review_allows_does_not_keep_a_plan_from_signature(
    decided: Workspace,
) -> None:
    allowed = "# planforge: bỏ qua V105 - quyết định tại cuộc họp\n"
    write(decided, f"{allowed}follows: 2021.yaml\n")
    run = final(decided)
    assert "V105" not in run.messages
    assert "3 of 3 decisions" in run.messages


def test_a_draft_whose_review_is_gone_is_told_at_the_end(decided: Workspace) -> None:
    (decided.folder / REVIEWED).unlink()
    run = final(decided)
    assert run.status == 0
    assert "warning R402" in run.messages
    assert "restore plans/an-lac/2022.review.yaml" in run.messages
    by_hand = f"# planforge: bỏ qua R402 - soạn tay\n{FINAL_PLAN}"
    write(decided, by_hand, DRAFT)
    assert "R402" not in final(decided).messages
    write(decided, ISSUED_PLAN, DRAFT)
    assert "R402" not in final(decided).messages


def test_a_draft_that_was_renamed_does_not_leave_its_review_behind(decided: Workspace) -> None:
    write(decided, REVIEW)
    renamed = "plans/an-lac/2022-trinh.yaml"
    (decided.folder / DRAFT).rename(decided.folder / renamed)
    run = final(decided, renamed)
    assert run.status == 1
    assert "2022.review.yaml is the review of a draft from the same plan" in run.messages
    assert "rename it to plans/an-lac/2022-trinh.review.yaml" in run.messages
    write(decided, "tasks: x\n")
    assert "warning R402" in final(decided, renamed).messages


def test_lint_tells_of_reviews_without_a_draft(decided: Workspace) -> None:
    write(decided, "tasks: x\n", "plans/2020.review.yaml")
    write(decided, DECIDED, "plans/an-lac/_2022 (bản cũ 1).review.yaml")
    run = decided.run("lint", "--format", "json")
    assert run.status == 0, "a file that nobody uses stops nothing"
    found = {(one["file"], one["code"]) for one in json.loads("\n".join(run.results))}
    assert {one for one in found if one[1][0] == "R"} == {("plans/2020.review.yaml", "R505")}
    assert "Plans checked: 2;" in run.messages
    run = decided.run("rollover", "--status")
    assert run.status == 2
    assert "warning R505" in run.messages


def test_a_plan_before_that_is_not_there_is_told_once(decided: Workspace) -> None:
    (decided.folder / "plans/an-lac/2021.yaml").rename(decided.folder / "plans/an-lac/cu.yaml")

    def found() -> list[str]:
        run = decided.run("lint", "--format", "json")
        codes_found = [one["code"] for one in json.loads("\n".join(run.results))]
        return [code for code in codes_found if code in {"R506", "S112"}]

    assert found() == ["R506"]
    run = decided.run("rollover", "--status")
    assert run.status == 1
    assert "is not known" in "".join(run.results)
    assert "warning R506" in run.messages
    (decided.folder / REVIEWED).unlink()
    assert found() == ["S112"]


def test_the_status_counts_what_the_review_leaves_out(decided: Workspace) -> None:
    write(decided, WITHOUT_TASKS)
    run = decided.run("rollover", "--status")
    assert run.status == 1
    assert any(line.startswith("Decided: 1/3 (33%)") for line in run.results)
    write(decided, DECIDED)
    run = decided.run("rollover", "--status")
    assert (run.status, run.results[-1][:15]) == (0, "All is decided.")


def test_the_status_tells_how_far_the_review_is(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.plan("an-lac/2021", OLD_PLAN)
    review = draft(workspace)
    monkeypatch.chdir(workspace.folder)
    assert show_status([]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "plans/an-lac/2022.review.yaml",
        "Decided: 3/5 (60%)  ██████████████████░░░░░░░░░░░░",
        "",
        "By area:",
        "  Cải cách thể chế                   1/2  █████░░░░░  kept 1, not decided 1",
        "  (no area)                          1/1  ██████████  dropped 1",
        "",
        "Questions:",
        "  Deadlines that come only once      0/1  ░░░░░░░░░░",
        "  khac                               1/1  ██████████",
        "",
        "Next steps:",
        "  Sở Tư pháp: 1",
        "    line 7     Rà soát văn bản quy phạm pháp luật",
        "  (given to nobody): 1",
        "    line 17    Tháng 6/2021",
    ]
    review.write_text(DECIDED, encoding="utf-8")
    assert show_status([reviewed_plan(review)]) == 0
    assert "Decided: 5/5 (100%)" in capsys.readouterr().out


def test_the_status_as_json_keeps_its_keys(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show_status([draft(workspace).parent], "json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "file", "follows", "decided", "total", "areas", "questions", "next_steps",
    ]  # fmt: skip
    assert (found["follows"], found["decided"], found["total"]) == ("2021.yaml", 3, 5)
    assert list(found["areas"][0]["decisions"]) == list(VERDICTS)
    assert found["questions"][0] == {"kind": "one_off_deadline", "decided": 0, "total": 1}
    assert found["next_steps"][1] == {
        "by": "",
        "steps": [
            {
                "part": "question",
                "name": "one_off_deadline",
                "about": "Tháng 6/2021",
                "line": 17,
            }
        ],
    }


def test_a_spoilt_review_does_not_hide_the_others(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    draft(workspace)
    (workspace.folder / "plans" / "x.review.yaml").write_text("tasks: x\n", encoding="utf-8")
    assert show_status([workspace.folder / "plans"]) == 2
    shown_text, messages = capsys.readouterr()
    assert "Decided: 3/5" in shown_text
    assert "R203" in messages


@pytest.mark.parametrize("path", ["plans", "khong-co", "khong-co.review.yaml"])
def test_no_review_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    (tmp_path / "plans").mkdir()
    assert show_status([tmp_path / path]) == 2
    assert "Error: " in capsys.readouterr().err


def test_many_steps_are_cut(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    tasks = "".join(f"  - {{task: t-{n}, about: {'Việc ' * 30}{n}}}\n" for n in range(9))
    show_status([draft(workspace, f"follows: 2021.yaml\ntasks:\n{tasks}")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].strip() == "… and 4 more"
    assert max(map(len, lines)) <= 100


def test_the_schema_knows_what_the_reader_knows() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert validator.is_valid(yaml.safe_load(REVIEW))
    unanswered = REVIEW.replace("by: Sở Tư pháp", "by:\n    reason:")
    assert validator.is_valid(yaml.safe_load(unanswered))
    assert read_review(unanswered.encode()).findings == ()
    assert not validator.is_valid({"tasks": []})
    assert not validator.is_valid({"follows": "a", "tasks": [{"task": "a", "decision": "giữ"}]})
    decisions = SCHEMA["$defs"]["TaskReview"]["properties"]["decision"]["enum"]
    answers = SCHEMA["$defs"]["Question"]["properties"]["answer"]["enum"]
    assert (tuple(decisions), tuple(answers)) == (VERDICTS, ANSWERS)


def test_the_schema_of_a_review_is_printed_when_asked_for() -> None:
    def printed(*arguments: str) -> str:
        done = CliRunner().invoke(make_command_line(), ["schema", *arguments])
        assert done.exit_code == 0
        return done.output

    assert json.loads(printed("--for", "review"))["$ref"] == "#/$defs/Review"
    assert json.loads(printed())["$ref"] == json.loads(printed("--for", "plan"))["$ref"]
    assert "## TaskReview" in printed("--markdown")


@pytest.mark.parametrize("plan", find_plans([ROOT / "plans"]), ids=lambda path: path.stem)
def test_of_a_fresh_draft_only_this_is_said_that_nothing_is_decided(
    workspace: Workspace, plan: Path
) -> None:
    workspace.plan("x/old", plan.read_text(encoding="utf-8"))
    rolled = workspace.run("rollover", "plans/x/old.yaml", "-o", "plans/x/new.yaml")
    assert rolled.status == 0, rolled.messages
    options = ("--select", "V", "--ignore", "info", "--format", "json")
    run = workspace.run("lint", "plans/x/new.yaml", *options)
    found = json.loads("\n".join(run.results))
    assert [finding["code"] for finding in found if finding["file"].endswith(".review.yaml")] == [
        "V102"
    ]

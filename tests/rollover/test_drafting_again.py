"""A draft that is made again: where it goes, what was decided before, what happens on failure."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from workspaces import ISSUED_PLAN, Workspace

from planforge.cli import draft_files
from planforge.cli.main import make_command_line
from planforge.errors import OutputError
from planforge.findings import msg
from planforge.model.review import AreaReview, Question, Review, TaskReview
from planforge.rollover.carrying import carry_over

TASKS = """\
appendices:
  - id: phu-luc
    title: Nhiệm vụ năm 2022
    tasks:
      - {id: ra-soat-van-ban, task: Rà soát văn bản, lead: Công an xã, deadline: Quý I/2022}
      - {task: Tập huấn nghiệp vụ, lead: Công an xã, deadline: Quý II/2022}
"""
OLD = "plans/an-lac/2022.yaml"
OPEN = Review(
    follows="2022.yaml",
    areas=(AreaReview(area="direction", about="Chỉ đạo"),),
    tasks=(
        TaskReview(task="ra-soat", about="Rà soát", by="Sở Tư pháp"),
        TaskReview(task="phu-luc.2", about="Tập huấn"),
        TaskReview(task="phu-luc.3", about="Tập huấn"),
    ),
    questions=(Question(kind="lint", about="D105"), Question(kind="lint", about="D105")),
)
DECIDED = Review(
    follows="2022.yaml",
    areas=(AreaReview(area="direction", about="Chỉ đạo", decision="keep", reason="Cần"),),
    tasks=(
        TaskReview(task="ra-soat", about="Rà soát", decision="merge", into=("x",), by="Sở Nội vụ"),
        TaskReview(task="phu-luc.2", about="Tập huấn", decision="drop", reason="Xong"),
        TaskReview(task="da-bo", about="Việc khác", decision="keep"),
    ),
    questions=(Question(kind="lint", about="D105", answer="done", reason="Đã sửa"),),
)


def test_decisions_are_carried_over_where_the_same_is_asked() -> None:
    carried = carry_over(OPEN, DECIDED)
    assert (carried.taken, carried.decided) == (4, 5)
    assert carried.review.areas == DECIDED.areas
    assert carried.review.tasks == (*DECIDED.tasks[:2], OPEN.tasks[2])
    assert carried.review.questions == (*DECIDED.questions, OPEN.questions[1])


def test_another_question_is_asked_anew() -> None:
    reworded = TaskReview(task="ra-soat", about="Rà soát, kiểm tra")
    carried = carry_over(Review(follows="2022.yaml", tasks=(reworded,)), DECIDED)
    assert carried.review.tasks == (reworded,)
    assert carried.taken == 0


def test_a_task_that_was_given_an_id_keeps_its_decision() -> None:
    named = Review(follows="2022.yaml", tasks=(TaskReview(task="tap-huan", about="Tập huấn"),))
    (task,) = carry_over(named, DECIDED).review.tasks
    assert (task.task, task.decision, task.reason) == ("tap-huan", "drop", "Xong")


def test_what_a_person_noted_of_an_open_decision_is_carried_too() -> None:
    noted = TaskReview(task="ra-soat", about="Rà soát", by="Sở Nội vụ", reason="Chờ ý kiến")
    carried = carry_over(OPEN, Review(follows="2022.yaml", tasks=(noted,)))
    assert carried.review.tasks[0] == noted
    assert (carried.taken, carried.decided) == (0, 0)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    workspace.plan(text=ISSUED_PLAN + TASKS)
    monkeypatch.chdir(tmp_path)
    return workspace


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(make_command_line(), ["--lang", "en", "rollover", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done


def files(workspace: Workspace) -> dict[str, bytes]:
    folder = workspace.folder / "plans"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def decide(workspace: Workspace, old: str = "decision: open", new: str = "decision: keep") -> None:
    path = workspace.folder / "plans/an-lac/2023.review.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_force_takes_over_what_is_decided(workspace: Workspace) -> None:
    run(OLD)
    decide(workspace)
    before = files(workspace)["2023.review.yaml"]
    done = run(OLD, "--force")
    assert "Decisions taken over from the review that was there: 2 of 2." in done.output
    assert files(workspace)["2023.review.yaml"] == before
    workspace.plan(text=ISSUED_PLAN + TASKS.replace("{task: Tập", "{id: tap-huan, task: Tập"))
    done = run(OLD, "--force")
    assert "2 of 2" in done.output
    assert files(workspace)["2023.review.yaml"] == before.replace(b"phu-luc.2", b"tap-huan")
    workspace.plan(text=ISSUED_PLAN + TASKS.replace("Tập huấn", "Bồi dưỡng"))
    done = run(OLD, "--force")
    assert "1 of 2." in done.output
    assert "they stand in the copy" in done.output


def test_a_spoilt_review_is_said_not_to_be_taken_over(workspace: Workspace) -> None:
    run(OLD)
    decide(workspace, "tasks:\n", "tasks: x\n")
    done = run(OLD, "--force")
    assert done.exit_code == 0
    assert "has errors: what cannot be read of it is not taken over" in done.output
    assert b"tasks: x" in files(workspace)["_2023 (bản cũ 1).review.yaml"]


def test_decisions_about_another_plan_are_not_taken_over(workspace: Workspace) -> None:
    run(OLD)
    decide(workspace)
    decide(workspace, "follows: 2022.yaml", "follows: 2020.yaml")
    done = run(OLD, "--force")
    assert "0 of 2." in done.output
    assert "they stand in the copy" in done.output


BOTH, DRAFT_ALONE = ("2023.yaml", "2023.review.yaml"), ("2023.yaml",)


@pytest.mark.parametrize(
    ("failing", "there"),
    [
        ("bản cũ 1", BOTH),
        ("bản cũ 1).review", BOTH),
        ("2023.review", BOTH),
        ("2023.yaml", BOTH),
        ("bản cũ 1", DRAFT_ALONE),
        ("2023.review", DRAFT_ALONE),
        ("2023.yaml", DRAFT_ALONE),
    ],
)
def test_a_full_disk_leaves_everything_as_it_was(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, failing: str, there: tuple[str, ...]
) -> None:
    run(OLD)
    decide(workspace)
    for name in {"2023.yaml", "2023.review.yaml"} - set(there):
        (workspace.folder / "plans/an-lac" / name).unlink()
    before = files(workspace)
    write = draft_files.write_file

    def fill_up(path: Path, data: bytes) -> None:
        if failing in path.name:
            raise OutputError(msg("{path} cannot be written: {reason}.", path=path.name, reason=""))
        write(path, data)

    monkeypatch.setattr(draft_files, "write_file", fill_up)
    done = run(OLD, "--force")
    assert done.exit_code == 2
    assert "cannot be written" in done.output
    assert files(workspace) == before


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("so", "so-2023"),
        ("so-2022", "so-2023"),
        ("2022", "2023"),
        ("2019", "2023"),
        ("kế hoạch năm 2022", "kế hoạch năm 2023"),
        ("so-76", "so-76-2023"),
    ],
)
def test_the_draft_is_named_after_the_plan(workspace: Workspace, name: str, target: str) -> None:
    workspace.plan(f"xa/{name}", ISSUED_PLAN)
    assert run(f"plans/xa/{name}.yaml").exit_code == 0
    names = {path.stem for path in (workspace.folder / "plans/xa").iterdir()}
    assert names == {name, target, f"{target}.review"}


def test_a_draft_with_open_decisions_may_be_rolled_over_but_it_is_said(
    workspace: Workspace,
) -> None:
    run(OLD)
    done = run("plans/an-lac/2023.yaml")
    assert done.exit_code == 0
    assert "plans/an-lac/2023.yaml is a draft itself: " in done.output
    decide(workspace)
    decide(workspace, "answer: open", "answer: done")
    assert "draft itself" not in run("plans/an-lac/2023.yaml", "--force").output


def test_a_folder_as_target_is_called_one(workspace: Workspace) -> None:
    (workspace.folder / "plans/an-lac/2023.yaml").mkdir()
    for options in ((), ("--force",)):
        done = run(OLD, *options)
        assert done.exit_code == 2
        assert "plans/an-lac/2023.yaml is a folder." in done.output
        assert list(files(workspace)) == ["2022.yaml"]


@pytest.mark.parametrize("year", ["3000", "abc", "-1", "２０２３"])
def test_a_year_is_asked_for_in_words(workspace: Workspace, year: str) -> None:
    done = run(OLD, f"--year={year}")
    assert done.exit_code == 2
    assert f"“{year}” is not a year from 1946 to 2099." in done.output
    assert list(files(workspace)) == ["2022.yaml"]


def test_a_part_of_a_year_is_told_by_its_days(workspace: Workspace) -> None:
    days = "{from: 2022-07-01, to: 2022-12-31}"
    workspace.plan(text=ISSUED_PLAN.replace("period: 2022", f"period: {days}"))
    done = run(OLD, "--year", "2022")
    assert "2022 is not after the plan's time (from 01/7/2022 to 31/12/2022)." in done.output
    assert "(from 01/7/2022 to 31/12/2022 → from 01/7/2023" in run(OLD, "--dry-run").output


@pytest.mark.usefixtures("workspace")
def test_suggested_commands_can_be_typed() -> None:
    for name in ('kế "hoạch" 2023.yaml', "$nam 2023.yaml", "kế hoạch 2023.yaml", "a&b.yaml"):
        done = run(OLD, "-o", name)
        assert shlex.split(done.output.splitlines()[-1])[-1] == name

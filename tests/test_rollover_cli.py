"""``planforge rollover`` as an officer runs it: what is written, what is refused, what is said."""

import json
import shutil
from pathlib import Path

import pytest
from workspaces import ISSUED_PLAN, PLAN, ROOT, Workspace, posix

from planforge.readers import read_plan
from planforge.readers.review import read_review

OLD = "plans/an-lac/2022.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    workspace.plan(text=ISSUED_PLAN)
    return workspace


def files(workspace: Workspace) -> dict[str, bytes]:
    folder = workspace.folder / "plans"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_draft_and_its_review_are_written_beside_the_plan(workspace: Workspace) -> None:
    before = files(workspace)
    run = workspace.run("rollover", OLD)
    assert run.status == 0
    after = files(workspace)
    assert after["2022.yaml"] == before["2022.yaml"]
    plan = read_plan(after["2023.yaml"]).plan
    assert plan is not None
    assert (str(plan.period), plan.follows, plan.number, plan.date) == (
        "2023",
        "2022.yaml",
        "/KH-UBND",
        None,
    )
    result = read_review(after["2023.review.yaml"])
    assert result.findings == ()
    assert result.review is not None
    assert result.review.follows == "2022.yaml"
    assert run.results[-1] == "  5. planforge diff plans/an-lac/2023.yaml"


def test_the_report_counts_and_asks(workspace: Workspace) -> None:
    shutil.copy(ROOT / "plans/soc-trang/2021.yaml", workspace.folder / "2021.yaml")
    run = workspace.run("rollover", "2021.yaml")
    assert "  Moved                          53" in run.results
    assert "  Left for you to decide          3" in run.results
    assert "To decide: 7 area(s), 29 task(s), 5 question(s)." in run.results
    assert any("line 208: In the old plan, D105:" in line for line in run.results)


def test_the_review_holds_what_is_asked(workspace: Workspace) -> None:
    shutil.copy(ROOT / "plans/soc-trang/2021.yaml", workspace.folder / "2021.yaml")
    workspace.run("rollover", "2021.yaml", "--lang", "vi")
    data = (workspace.folder / "2022.review.yaml").read_bytes()
    review, findings, _ = read_review(data)
    assert findings == ()
    assert review is not None
    assert [part.area for part in review.areas][:2] == ["institutions", "procedures"]
    assert review.tasks[0].task == "ra-soat-van-ban"
    assert review.tasks[0].by == "Sở Tư pháp"
    assert {part.is_open for _, part in review.parts()} == {True}
    kinds = [question.kind for question in review.questions]
    assert kinds == ["lint", "one_off_deadline", "yearly_entry", "not_in_force", "allowed_slip"]


def test_a_dry_run_shows_every_year_and_writes_nothing(workspace: Workspace) -> None:
    before = files(workspace)
    run = workspace.run("rollover", OLD, "--dry-run")
    assert run.status == 0
    assert files(workspace) == before
    assert "         1:9  2022 → 2023    period: 2022" in run.results
    assert run.results[-1].startswith("Nothing was written.")


def test_the_report_as_json(workspace: Workspace) -> None:
    run = workspace.run("rollover", OLD, "--format", "json", "--dry-run")
    report = json.loads("\n".join(run.results))
    assert list(report) == [
        "source",
        "target",
        "review",
        "written",
        "kept",
        "period",
        "counts",
        "moves",
        "questions",
        "decisions",
        "earlier",
    ]
    assert report["written"] is False
    assert report["period"] == {"old": "2022", "new": "2023"}
    assert report["counts"] == {"moved": 2, "cleared": 2, "flagged": 0, "kept": 0}
    assert report["moves"][0]["words"] == "period: 2022"


def test_what_is_there_is_never_written_over_without_being_asked(workspace: Workspace) -> None:
    workspace.plan("an-lac/2023", "của tôi\n")
    run = workspace.run("rollover", OLD)
    assert run.status == 2
    assert "is there already" in run.messages
    assert files(workspace)["2023.yaml"] == "của tôi\n".encode()
    assert "2023.review.yaml" not in files(workspace)


def test_force_keeps_copies_that_no_command_takes_for_plans(workspace: Workspace) -> None:
    workspace.plan("an-lac/2023", "của tôi\n")
    for _ in range(2):
        assert workspace.run("rollover", OLD, "--force").status == 0
    names = set(files(workspace))
    assert "_2023 (bản cũ 1).yaml" in names
    assert {"_2023 (bản cũ 2).yaml", "_2023 (bản cũ 2).review.yaml"} <= names
    assert files(workspace)["_2023 (bản cũ 1).yaml"] == "của tôi\n".encode()
    assert "Plans checked: 2;" in workspace.run("lint").messages


def test_the_draft_may_be_given_another_name(workspace: Workspace) -> None:
    run = workspace.run("rollover", OLD, "-o", "thư mục/kế hoạch 2023.yaml")
    assert run.status == 0
    data = (workspace.folder / "thư mục" / "kế hoạch 2023.yaml").read_bytes()
    assert b"follows: ../plans/an-lac/2022.yaml\n" in data
    assert run.results[-1].endswith('"thư mục/kế hoạch 2023.yaml"')


def test_longer_periods_move_by_their_length(workspace: Workspace) -> None:
    workspace.plan("an-lac/2021-2025", PLAN.replace("period: 2022", "period: 2021-2025"))
    assert workspace.run("rollover", "plans/an-lac/2021-2025.yaml").status == 0
    assert files(workspace)["2026-2030.yaml"].startswith(
        b"follows: 2021-2025.yaml\nperiod: 2026-2030"
    )


def test_a_part_of_a_year_moves_by_years(workspace: Workspace) -> None:
    days = "period: {from: 2025-07-01, to: 2025-12-31}"
    workspace.plan("an-lac/2025-cuoi-nam", PLAN.replace("period: 2022", days))
    assert workspace.run("rollover", "plans/an-lac/2025-cuoi-nam.yaml").status == 0
    assert b"{from: 2026-07-01, to: 2026-12-31}" in files(workspace)["2026-cuoi-nam.yaml"]


def test_crlf_byte_order_mark_and_split_letters_survive(workspace: Workspace) -> None:
    import unicodedata  # noqa: PLC0415 - only here

    text = unicodedata.normalize("NFD", ISSUED_PLAN).replace("\n", "\r\n")
    path = workspace.folder / OLD
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert workspace.run("rollover", OLD).status == 0
    expected = text.replace("period: 2022", "follows: 2022.yaml\r\nperiod: 2023")
    expected = expected.replace("2021-12-28", "").replace("date: ", "date:").replace("182/", "/")
    expected = expected.replace("năm 2022", "năm 2023").replace(
        unicodedata.normalize("NFD", "năm 2022"), unicodedata.normalize("NFD", "năm 2023")
    )
    assert files(workspace)["2023.yaml"] == b"\xef\xbb\xbf" + expected.encode()


REFUSED = [
    (("plans/an-lac/2020.yaml",), "does not exist"),
    (("plans/an-lac",), "is a folder"),
    ((OLD, "--year", "2022"), "is not after the plan's time (2022)"),
    ((OLD, "-o", OLD, "--force"), "is the old plan itself"),
    ((OLD, "-o", "x.review.yaml"), "ends in .yaml"),
    ((OLD, "-o", "planforge.txt"), "ends in .yaml"),
    ((OLD, "-o", f"{OLD}/2023.yaml"), "cannot be written"),
    ((OLD, OLD), "Name the one plan"),
    ((), "Name the one plan"),
    (("plans/an-lac/2022.review.yaml",), "is the review of a draft"),
    ((OLD, "--status", "--force"), "--status only shows"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_what_cannot_be_done_is_refused(
    workspace: Workspace, arguments: tuple[str, ...], message: str
) -> None:
    before = files(workspace)
    run = workspace.run("rollover", *arguments)
    assert run.status == 2
    assert message in run.messages
    assert files(workspace) == before


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("period: 2022\n", ""),
        PLAN.replace("archive: VT", "archive: @VT"),
        PLAN + "title: hai lần\n",
        "",
    ],
)
def test_a_faulty_plan_is_not_rolled_over(workspace: Workspace, text: str) -> None:
    workspace.plan(text=text)
    run = workspace.run("rollover", OLD)
    assert run.status == 2
    assert "nothing was rolled over" in run.messages
    assert list(files(workspace)) == ["2022.yaml"]


@posix
def test_a_folder_that_takes_no_files_is_named(workspace: Workspace) -> None:
    target = workspace.folder / "plans" / "an-lac" / "2023.yaml"
    (workspace.folder / "gone").symlink_to("/proc/nothing")
    run = workspace.run("rollover", OLD, "-o", "gone/2023.yaml")
    assert run.status == 2
    assert "cannot be written" in run.messages
    assert not target.exists()


def test_the_review_goes_again_where_the_draft_cannot_be_written(workspace: Workspace) -> None:
    (workspace.folder / "plans" / "an-lac" / "2023.yaml").mkdir()
    assert workspace.run("rollover", OLD).status == 2
    run = workspace.run("rollover", OLD, "--force")
    assert run.status == 2
    assert list(files(workspace)) == ["2022.yaml"]


def test_a_question_names_the_line_of_the_year_and_the_part_it_stands_in(
    workspace: Workspace,
) -> None:
    shutil.copy(ROOT / "plans/nam-dinh/2023.yaml", workspace.folder / "2023.yaml")
    run = workspace.run("rollover", "2023.yaml", "--format", "json", "--dry-run")
    questions = json.loads("\n".join(run.results))["questions"]
    lines = (workspace.folder / "2023.yaml").read_text(encoding="utf-8").splitlines()
    (document,) = [item for item in questions if item["kind"] == "yearly_document"]
    assert ["2023" in lines[line - 1] for line in document["lines"]] == [True]
    times = [item["place"] for item in questions if item["kind"] == "one_off_deadline"]
    assert any(place.endswith("(id: vi-tri-viec-lam)") for place in times)

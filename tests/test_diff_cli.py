"""``planforge diff`` as users run it: files, revisions, folders, and what goes wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import FOLDER, TASKS, Repository, needs_git, plan_text, task
from workspaces import Run, Workspace, posix

OLD, NEW = f"plans/{FOLDER}/2021.yaml", f"plans/{FOLDER}/2022.yaml"
CHANGED = plan_text(2022, task("ra-soat", "Rà soát văn bản", lead="Sở Nội vụ"), *TASKS[1:])
REVIEW = """\
follows: 2021.yaml
tasks:
  - {task: tu-kiem-tra, decision: merge, into: [ra-soat], reason: cùng việc}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace without git that holds two years."""
    folder = tmp_path / "Kế hoạch CCHC"
    folder.mkdir()
    made = Workspace(folder, tmp_path / "cache")
    made.environment["GIT_CEILING_DIRECTORIES"] = str(tmp_path)
    made.plan(f"{FOLDER}/2021", plan_text(2021))
    made.plan(f"{FOLDER}/2022", CHANGED)
    return made


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with two years, the second changed in the last commit."""
    folder = tmp_path / "Kế hoạch CCHC"
    folder.mkdir()
    made = Repository(folder, tmp_path / "cache")
    made.year(2021)
    made.year(2022)
    made.plan("an-lac/2022")
    made.commit()
    made.year(2022, CHANGED)
    made.commit()
    return made


def relations(done: Run) -> dict[str, list[str]]:
    """Return the relations that a comparison in JSON tells of each task."""
    report = json.loads("\n".join(done.results))
    return {
        change["id"]: [change["relation"], *change["also"]]
        for change in report["changes"]
        if change["kind"] == "task"
    }


def names(done: Run) -> tuple[str, str]:
    report = json.loads("\n".join(done.results))
    return report["old"]["name"], report["new"]["name"]


def test_two_files(workspace: Workspace) -> None:
    done = workspace.run("diff", OLD, NEW, "--format", "json")
    assert done.status == 1
    assert done.messages == ""
    assert names(done) == (OLD, NEW)
    assert relations(done) == {
        "ra-soat": ["field_changed", "reworded"],
        "tu-kiem-tra": ["same"],
        "pho-bien": ["same"],
    }


def test_a_plan_and_itself_are_the_same(workspace: Workspace) -> None:
    done = workspace.run("diff", NEW, NEW)
    assert (done.status, len(done.results)) == (0, 1)
    assert "No difference" in done.results[0]


def test_one_plan_is_compared_with_the_one_it_follows(workspace: Workspace) -> None:
    workspace.plan("cũ/năm trước", plan_text(2020))
    workspace.plan(f"{FOLDER}/2022", plan_text(2022, follows="../cũ/năm trước.yaml"))
    done = workspace.run("diff", NEW, "--format", "json")
    assert (done.status, done.messages) == (1, "")
    assert names(done) == (str(Path("plans/cũ/năm trước.yaml")), NEW)


def test_or_with_the_last_one_of_its_series_before_it(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2020", plan_text(2020))
    workspace.plan(f"{FOLDER}/khác", plan_text(2021).replace("cchc", "khac"))
    workspace.plan(f"{FOLDER}/2021.review", REVIEW)
    done = workspace.run("diff", NEW, "--format", "json")
    assert names(done) == (OLD, NEW)
    assert "`follows: 2021.yaml`" in done.messages


@pytest.mark.parametrize(
    ("follows", "complaint", "remedy"),
    [
        ("2019.yaml", "2019.yaml, which is not there", "Correct `follows`"),
        ("2022.yaml", "follows itself", "`follows`"),
    ],
)
def test_a_wrong_follows_is_told(
    workspace: Workspace, follows: str, complaint: str, remedy: str
) -> None:
    workspace.plan(f"{FOLDER}/2022", plan_text(2022, follows=follows))
    done = workspace.run("diff", NEW)
    assert (done.status, done.results) == (2, [])
    assert complaint in done.messages
    assert remedy in done.messages


def test_no_plan_before_or_several(workspace: Workspace) -> None:
    first = workspace.run("diff", OLD)
    assert first.status == 2
    assert "`follows: 2021.yaml`" in first.messages
    workspace.plan(f"{FOLDER}/2021 bản hai", plan_text(2021))
    several = workspace.run("diff", NEW)
    assert several.status == 2
    assert "2021 bản hai.yaml" in several.messages


def test_plans_of_different_series_are_compared_with_a_warning(workspace: Workspace) -> None:
    workspace.plan("nam-dinh/2021", plan_text(2021).replace("soc-trang", "nam-dinh"))
    done = workspace.run("diff", "plans/nam-dinh/2021.yaml", NEW)
    assert done.status == 1
    assert "different series" in done.messages
    assert f"Did you mean `{OLD}`?" in done.messages


def test_a_faulty_plan_is_compared_as_far_as_it_can_be_read(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2022", CHANGED.replace("archive:", "la: 1\nngay: 2\narchive:"))
    done = workspace.run("diff", OLD, NEW, "--format", "json")
    assert done.status == 1
    assert f"{NEW} has 2 error(s), the first on line" in done.messages
    assert relations(done)["ra-soat"] == ["field_changed", "reworded"]


def test_what_is_no_plan_is_refused_with_its_findings(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2022", "- 1\n")
    done = workspace.run("diff", OLD, NEW)
    assert (done.status, done.results) == (2, [])
    assert f"{NEW}:1:1: error" in done.messages
    assert "cannot be understood as a plan" in done.messages


def test_the_review_of_the_new_plan_tells_what_was_merged(workspace: Workspace) -> None:
    merged = plan_text(2022, task("ra-soat", "Rà soát và chấn chỉnh văn bản"), TASKS[2])
    workspace.plan(f"{FOLDER}/2022", merged)
    without = relations(workspace.run("diff", OLD, NEW, "--format", "json"))
    assert without["tu-kiem-tra"] == ["removed"]
    workspace.plan(f"{FOLDER}/2022.review", REVIEW)
    done = relations(workspace.run("diff", OLD, NEW, "--format", "json"))
    assert done["ra-soat"][0] == "merged"
    assert "tu-kiem-tra" not in done


def test_forms_go_where_they_are_asked_to(workspace: Workspace) -> None:
    text = workspace.run("diff", OLD, NEW)
    assert text.results[0].startswith("Old plan: ")
    assert "\x1b" not in "".join(text.results)
    markdown = workspace.run("diff", OLD, NEW, "-o", "khác nhau.md")
    assert (markdown.status, markdown.results) == (1, ["khác nhau.md"])
    assert (workspace.folder / "khác nhau.md").read_text(encoding="utf-8").startswith("## ")
    page = workspace.run("diff", OLD, NEW, "--format", "html")
    assert page.results == [str(Path("output") / f"{FOLDER}-2022-so-sanh.html")]
    word = workspace.run("diff", OLD, NEW, "-o", "bảng so sánh.docx")
    assert word.results == ["bảng so sánh.docx"]
    assert (workspace.folder / "bảng so sánh.docx").read_bytes().startswith(b"PK")


def test_a_word_file_changed_by_hand_is_kept(workspace: Workspace) -> None:
    first = workspace.run("diff", OLD, NEW, "--format", "docx")
    path = workspace.folder / first.results[0]
    assert "kept as" not in workspace.run("diff", OLD, NEW, "--format", "docx").messages
    path.write_bytes(b"nhan xet")
    again = workspace.run("diff", OLD, NEW, "--format", "docx")
    assert "kept as" in again.messages
    assert [kept.read_bytes() for kept in path.parent.glob("*sửa tay*")] == [b"nhan xet"]


def test_a_plan_is_never_overwritten(workspace: Workspace) -> None:
    done = workspace.run("diff", OLD, NEW, "-o", NEW)
    assert done.status == 2
    assert (workspace.folder / NEW).read_text(encoding="utf-8") == CHANGED


@needs_git
def test_a_file_in_a_revision(repository: Repository) -> None:
    done = repository.run("diff", f"HEAD~1:{NEW}", NEW, "--format", "json")
    assert done.status == 1
    assert names(done) == (f"HEAD~1:{NEW}", NEW)
    assert relations(done)["ra-soat"] == ["field_changed", "reworded"]
    assert repository.run("diff", f"main:{NEW}", NEW).status == 0
    assert repository.run("diff", f":{NEW}", NEW).status == 0


@needs_git
def test_a_plan_in_a_revision_and_the_one_before_it(repository: Repository) -> None:
    (repository.folder / OLD).unlink()
    done = repository.run("diff", f"HEAD:{NEW}", "--format", "json")
    assert names(done) == (f"HEAD:{OLD}", f"HEAD:{NEW}")
    repository.year(2022, plan_text(2022, follows="2021.yaml"))
    repository.commit()
    done = repository.run("diff", f"HEAD~1:./{NEW}", "--format", "json")
    assert names(done) == (f"HEAD~1:./{OLD}", f"HEAD~1:./{NEW}")


@needs_git
@pytest.mark.parametrize(
    "arguments",
    [
        ("HEAD~1", "--", "plans/"),
        ("HEAD~1", "plans"),
        ("HEAD~1",),
        ("HEAD~1", "--", NEW, "plans/an-lac"),
        ("HEAD~1..HEAD",),
        ("HEAD~1...HEAD", "--", "plans"),
        ("HEAD~1", "HEAD", "plans"),
        ("HEAD~1", "HEAD", "--", "plans"),
    ],
)
def test_whole_folders(repository: Repository, arguments: tuple[str, ...]) -> None:
    options, paths = arguments, ()
    if "--" in arguments:
        place = arguments.index("--")
        options, paths = arguments[:place], arguments[place:]
    done = repository.run("diff", *options, "--format", "json", *paths)
    report = json.loads("\n".join(done.results))
    assert done.status == 1
    assert (report["added"], report["removed"]) == ([], [])
    (only,) = report["comparisons"]
    assert only["old"]["name"].endswith(f":{NEW}")
    assert only["new"]["name"].endswith(NEW)


@needs_git
def test_plans_that_came_and_went_are_told(repository: Repository) -> None:
    repository.year(2023)
    repository.plan(f"{FOLDER}/2023.review", REVIEW)
    (repository.folder / "plans/an-lac/2022.yaml").unlink()
    done = repository.run("diff", "HEAD", "--", "plans")
    assert done.status == 1
    assert done.results == [
        "HEAD:plans/an-lac/2022.yaml: this plan is no longer there.",
        f"plans/{FOLDER}/2023.yaml: a new plan, not in HEAD yet.",
    ]
    assert "new: 1, removed: 1" in done.messages
    gone = repository.run("diff", "HEAD", "--", "plans/an-lac")
    assert gone.status == 1
    quiet = repository.run("diff", "HEAD", "--", OLD)
    assert (quiet.status, quiet.results) == (0, [])


@needs_git
def test_a_broken_plan_does_not_stop_the_others(repository: Repository) -> None:
    (repository.folder / OLD).write_text("- 1", encoding="utf-8")
    done = repository.run("diff", "HEAD~1", "--", "plans")
    assert done.status == 2
    assert "cannot be understood" in done.messages
    assert any(NEW in line for line in done.results)


@needs_git
def test_paths_are_taken_from_the_folder_one_is_in(repository: Repository) -> None:
    def inside(*arguments: str) -> Run:
        return Run(
            subprocess.run(
                repository.command("diff", *arguments),
                cwd=repository.folder / "plans",
                env=repository.environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        )

    here = f"{FOLDER}/2022.yaml"
    assert inside(f"HEAD~1:./{here}", here).status == 1
    assert inside(f"HEAD~1:{NEW}", here).status == 1
    assert inside("HEAD~1", "--", FOLDER).status == 1
    wrong = inside(f"HEAD~1:{here}", here)
    assert wrong.status == 2
    assert f"Did you mean `HEAD~1:./{here}`?" in wrong.messages


@needs_git
@pytest.mark.parametrize(
    ("arguments", "complaint", "remedy"),
    [
        (("mian", "--", "plans"), "no revision `mian`", "`main`"),
        (("khong-co",), "no revision `khong-co`", "git branch"),
        ((f"mian:{NEW}", NEW), "no revision `mian`", "`main`"),
        (("HEAD:plans/2022.yaml", NEW), "not in HEAD", "Did you mean `HEAD:plans/"),
        ((f"HEAD:{FOLDER}/2022.yaml", NEW), "not in HEAD", f"`HEAD:{NEW}`"),
        (("HEAD:plans", NEW), "no file in HEAD", "planforge diff HEAD -- plans"),
        ((OLD, "plans/khong-co.yaml"), "neither a file nor a revision", "planforge diff OLD NEW"),
        ((OLD, "khong-co"), "khong-co is neither", "planforge diff OLD NEW"),
        ((OLD, f"plans/{FOLDER}/2022.yml"), "neither a file nor a revision", f"`{NEW}`"),
        ((r"C:\kế hoạch\2022.yaml", NEW), "neither a file nor a revision", "planforge diff"),
        ((r"C:\2022.yaml",), "neither a file nor a revision", "planforge diff"),
        (("HEAD~9", "--", "plans"), "no revision `HEAD~9`", "not so many revisions before `HEAD`"),
        (("plans",), "is a folder", "planforge diff HEAD -- plans"),
        ((OLD, "plans"), "Two plans are compared", "HEAD~1 -- plans/"),
        (("HEAD", "--", ".gitignore"), "no plans under", "as git names it"),
        (("HEAD", "HEAD", "HEAD", "--", "plans"), "Only two revisions", "--"),
        ((OLD, "output.docx"), "is a Word file", "plan"),
        ((OLD, ""), "empty", "planforge diff OLD NEW"),
        ((), "nothing to compare", "planforge diff OLD NEW"),
    ],
)
def test_what_is_wrong_is_told_with_a_remedy(
    repository: Repository, arguments: tuple[str, ...], complaint: str, remedy: str
) -> None:
    (repository.folder / "output.docx").write_bytes(b"PK")
    done = repository.run("diff", *arguments)
    assert (done.status, done.results) == (2, [])
    assert complaint in done.messages
    assert remedy in done.messages


def test_without_a_repository_and_without_git(workspace: Workspace) -> None:
    outside = workspace.run("diff", "HEAD", "--", "plans")
    assert outside.status == 2
    missing = workspace.run("diff", "HEAD", "--", "plans", PATH=str(workspace.folder))
    assert missing.status == 2
    assert "git is not installed" in missing.messages
    assert workspace.run("diff", OLD, NEW, PATH=str(workspace.folder)).status == 1


@posix
@needs_git
def test_a_file_whose_name_looks_like_a_revision(repository: Repository) -> None:
    (repository.folder / "HEAD:kế hoạch.yaml").write_text(CHANGED, encoding="utf-8")
    assert repository.run("diff", "HEAD:kế hoạch.yaml", NEW).status == 0


@posix
def test_colours_are_for_terminals(workspace: Workspace) -> None:
    import pty  # noqa: PLC0415 - only POSIX has it

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        workspace.command("diff", OLD, NEW),
        cwd=workspace.folder,
        env=workspace.environment,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # the other end is closed
            pass
    os.close(ours)
    assert b"\x1b[3" in shown


def test_help_fits_a_screen(workspace: Workspace) -> None:
    shown = workspace.run("diff", "--help").results
    assert len(shown) <= 30
    assert any("Example: planforge diff HEAD~1 -- plans/" in line for line in shown)


def test_a_comparison_loads_only_what_it_needs(workspace: Workspace) -> None:

    code = (
        "import sys\nfrom planforge.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "diff", OLD, NEW],
        cwd=workspace.folder,
        env=workspace.environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.split())
    assert "planforge.differ" in loaded
    assert not loaded & {"subprocess", "tomllib", "docx", "lxml", "jinja2", "babel"}
    assert not any(name.startswith(("planforge.linter", "planforge.composer")) for name in loaded)

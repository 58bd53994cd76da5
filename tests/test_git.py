"""Files read from git, and `git diff` showing plans and Word files: with git itself."""

import sys
from pathlib import Path

import pytest
from repositories import FOLDER, Repository, needs_git, plan_text
from workspaces import PLAN, Workspace, posix

from planforge.cli import git
from planforge.cli.diff_driver import SETTINGS
from planforge.cli.git import Spec, split_spec
from planforge.errors import InputError

pytestmark = needs_git
PLAN_2022 = f"plans/{FOLDER}/2022.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with two commits of one plan."""
    folder = tmp_path / "Kế hoạch CCHC"
    folder.mkdir()
    made = Repository(folder, tmp_path / "cache")
    made.year(2022)
    made.commit()
    made.year(2022, plan_text(2022).replace("Sở Tư pháp", "Sở Nội vụ", 1))
    made.commit()
    return made


@pytest.mark.parametrize(
    ("argument", "spec"),
    [
        ("main:plans/x.yaml", Spec("main", "plans/x.yaml")),
        ("HEAD~1:./x.yaml", Spec("HEAD~1", "./x.yaml")),
        (":x.yaml", Spec("", "x.yaml")),
        (r"main:plans\sóc trăng\x.yaml", Spec("main", "plans/sóc trăng/x.yaml")),
        ("main@{2026-01-05 10:00}:x.yaml", Spec("main@{2026-01-05 10:00}", "x.yaml")),
        ("plans/x.yaml", None),
        ("main:", None),
        (r"C:\Kế hoạch\x.yaml", None),
        ("d:/x.yaml", None),
    ],
)
def test_revision_and_path_are_told_apart(argument: str, spec: Spec | None) -> None:
    assert split_spec(argument) == spec


def test_objects_are_read_as_git_names_them(repository: Repository) -> None:
    inner = repository.folder / "plans"
    old, new, here, tree, *none = git.read_objects(
        [
            f"HEAD~1:{PLAN_2022}",
            f"HEAD:{PLAN_2022}",
            f"HEAD:./{FOLDER}/2022.yaml",
            "HEAD:plans",
            "HEAD:plans/2022.yaml",
            "khong-co:x",
            "HEAD:x\ny",
        ],
        inner,
    )
    assert old is not None
    assert old.data.decode() == plan_text(2022)
    assert new == here
    assert new != old
    assert tree is not None
    assert tree.kind == "tree"
    assert none == [None, None, None]


def test_revisions_and_files_are_listed(repository: Repository) -> None:
    folder = repository.folder
    assert git.is_revision("HEAD~1", folder)
    assert git.is_revision("main", folder)
    for name in ("", "--help", "khong-co", "HEAD\nmain", PLAN_2022):
        assert not git.is_revision(name, folder)
    assert git.branches_and_tags(folder) == ["main"]
    assert git.files_in_revision("HEAD", folder / "plans", ".") == [f"{FOLDER}/2022.yaml"]
    assert git.files_in_revision("HEAD", folder, "không có") == []
    assert git.all_files("HEAD", folder / "plans") == [PLAN_2022]
    assert git.files_beside(Spec("HEAD", PLAN_2022), folder) == ["2022.yaml"]
    repository.plan("[mới]/2023")
    repository.plan("ẩn/2023")
    (folder / ".gitignore").write_text("ẩn/\n", encoding="utf-8")
    assert set(git.files_at_work(folder, "plans")) == {PLAN_2022, "plans/[mới]/2023.yaml"}
    assert git.files_at_work(folder / "plans", "[mới]") == ["[mới]/2023.yaml"]
    assert git.folder_in_repository(folder / "plans") == "plans/"


def test_no_repository_and_no_git_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert not git.is_in_repository(tmp_path)
    with pytest.raises(InputError, match="not in a git repository") as refused:
        git.all_files("HEAD", tmp_path)
    assert refused.value.hint is not None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not git.is_in_repository(tmp_path)
    with pytest.raises(InputError, match="git is not installed"):
        git.all_files("HEAD", tmp_path)


def test_init_sets_up_the_repository_once(repository: Repository) -> None:
    first = repository.run("init")
    assert "Set in this repository: diff.planforge.textconv" in first.messages
    for name, value in SETTINGS.items():
        assert repository.git("config", "--local", "--get", name).rstrip() == value
    assert "Set in" not in repository.run("init").messages


def test_init_keeps_what_is_set_otherwise(repository: Repository) -> None:
    repository.git("config", "diff.planforge.textconv", "cat")
    (repository.folder / ".gitattributes").write_text("*.yaml text\n")
    done = repository.run("init")
    assert done.status == 0
    assert "Kept as it was in this repository: diff.planforge.textconv = cat" in done.messages
    assert repository.git("config", "--get", "diff.planforge.textconv") == "cat\n"
    assert "add to .gitattributes" in done.messages
    assert "  plans/**/*.yaml diff=planforge\n" in done.messages
    assert (repository.folder / ".gitattributes").read_text() == "*.yaml text\n"


def test_init_outside_a_repository_says_what_to_do(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    done = workspace.run("init", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert "  git init\n  planforge init\n" in done.messages
    assert "git init" not in workspace.run("init", PATH=str(tmp_path)).messages


def test_only_plans_and_word_files_are_shown_as_text(repository: Repository) -> None:
    repository.run("init")
    wanted = {
        PLAN_2022: "planforge",
        "plans/x.yml": "planforge",
        f"plans/{FOLDER}/2022.review.yaml": "unspecified",
        "ghi chú.yaml": "unspecified",
        "văn bản.docx": "planforge-docx",
        "văn bản.pdf": "unset",
    }
    shown = repository.git("check-attr", "-z", "diff", "--", *wanted).split("\0")
    assert dict(zip(shown[::3], shown[2::3], strict=False)) == wanted


@posix
def test_git_diff_and_log_show_the_plan_as_it_reads(repository: Repository) -> None:
    command = repository.with_command(sys.executable)
    repository.run("init")
    logged = repository.git("log", "-p", "-1", "--", "plans", **command)
    assert f"--- a/{PLAN_2022}" in logged
    assert "-1 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Sở Tư pháp | Sở Nội vụ" in logged
    assert "+1 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Sở Nội vụ | Sở Nội vụ" in logged
    assert "lead:" not in logged
    repository.year(2022, plan_text(2022).replace("id: ra-soat", "id: ra-soat-lai"))
    changed = repository.git("diff", "--", "plans", **command)
    assert "\n-id: ra-soat\n+id: ra-soat-lai\n" in changed
    repository.year(2022, "# cắt dở\nperiod: [")
    faulty = repository.git("diff", "--", "plans", **command)
    assert "\n+# cắt dở\n" in faulty
    assert "\n+period: [\n" in faulty


@posix
def test_git_shows_a_word_file_line_by_line(repository: Repository) -> None:
    command = repository.with_command(sys.executable)
    repository.run("init")
    for number, lead in enumerate(("Sở Tư pháp", "Sở Tài chính")):
        repository.year(2022, plan_text(2022).replace("Sở Tư pháp", lead))
        repository.build("--force")
        built = next(repository.output.glob("*.docx"))
        (repository.folder / "văn bản ký.docx").write_bytes(built.read_bytes())
        repository.commit(f"lần {number}")
    shown = repository.git("show", "HEAD", "--", "*.docx", **command)
    assert "-1 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Sở Tư pháp | Sở Nội vụ" in shown
    assert "+1 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Sở Tài chính | Sở Nội vụ" in shown
    (repository.folder / "văn bản ký.docx").write_bytes(b"PK nothing")
    broken = repository.git("diff", **command)
    assert "+văn bản ký.docx is not a Word file" in broken


@posix
def test_git_diff_goes_on_where_planforge_is_not_found(repository: Repository) -> None:
    repository.run("init")
    assert "-          - {id: ra-soat" in repository.git("log", "-p", "-1", "--", "plans")


def test_show_prints_a_plan_and_its_word_file_alike(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    workspace.plan(text=PLAN)
    workspace.build()
    plan = workspace.run("show", "plans/an-lac/2022.yaml")
    word = workspace.run("show", "output/an-lac-2022.docx")
    assert (plan.status, word.status) == (0, 0)
    for line in ("KẾ HOẠCH", "Cải cách hành chính xã An Lạc năm 2022", "Nguyễn Văn An"):
        assert line in plan.results
        assert line in word.results


def test_show_says_what_it_cannot_show(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    workspace.plan(text=f"la: 1\n{PLAN}")
    faulty = workspace.run("show", "plans/an-lac/2022.yaml")
    assert (faulty.status, faulty.results[0]) == (0, "la: 1")
    assert "the file itself is shown" in faulty.messages
    (tmp_path / "x.docx").write_bytes(b"")
    for name, reason in (("x.docx", "is empty"), ("khong-co.yaml", "does not exist")):
        refused = workspace.run("show", name)
        assert (refused.status, refused.results) == (2, [])
        assert reason in refused.messages

"""``planforge diff`` where something stands in its way: odd files, odd repositories."""

import os
import subprocess
from pathlib import Path

import pytest
from repositories import FOLDER, Repository, needs_git, plan_text
from workspaces import Workspace, posix

from planforge.cli.reports import shown_on
from planforge.writers.changes.lines import unpainted

OLD, NEW = f"plans/{FOLDER}/2021.yaml", f"plans/{FOLDER}/2022.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace without git that holds two years."""
    folder = tmp_path / "Kế hoạch CCHC"
    folder.mkdir()
    made = Workspace(folder, tmp_path / "cache")
    made.environment["GIT_CEILING_DIRECTORIES"] = str(tmp_path)
    made.plan(f"{FOLDER}/2021", plan_text(2021))
    made.plan(f"{FOLDER}/2022", plan_text(2022))
    return made


@pytest.mark.parametrize("name", ["so-sanh.pdf", "so-sanh.xlsx"])
def test_a_file_of_another_kind_is_not_written(workspace: Workspace, name: str) -> None:
    done = workspace.run("diff", OLD, NEW, "-o", name)
    assert (done.status, done.results) == (2, [])
    assert ".html, .docx" in done.messages
    assert not (workspace.folder / name).exists()
    assert workspace.run("diff", OLD, NEW, "-o", name, "--format", "text").status == 1


@posix
def test_what_is_no_ordinary_file_is_never_put_aside(workspace: Workspace) -> None:
    pipe, target = workspace.folder / "ống", workspace.folder / "đích.md"
    os.mkfifo(pipe)
    refused = workspace.run("diff", OLD, NEW, "-o", str(pipe))
    assert refused.status == 2
    assert "no ordinary file" in refused.messages
    assert pipe.is_fifo()
    link = workspace.folder / "liên kết.md"
    link.symlink_to(target)
    target.touch()
    assert workspace.run("diff", OLD, NEW, "-o", str(link)).status == 1
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("## Changes from")


def test_a_plan_that_follows_a_later_one_is_told(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2021", plan_text(2021, follows="2022.yaml"))
    done = workspace.run("diff", OLD)
    assert done.status == 1
    assert "2021.yaml (2021) follows" in done.messages
    history = workspace.run("history", f"plans/{FOLDER}", "--format", "json")
    assert "in a circle" not in history.messages
    assert "which is for 2022" in history.messages


def test_of_many_findings_only_the_first_are_shown(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2022", "".join(f"khoa{number}: 1\n" for number in range(200)))
    done = workspace.run("diff", OLD, NEW)
    assert done.status == 2
    assert "more; `planforge lint` shows all" in done.messages
    assert done.messages.count("error R201") <= 10


def elsewhere(repository: Repository, folder: Path) -> Workspace:
    """Return a workspace in another folder, with the same settings of git."""
    made = Workspace(folder, folder.parent / "cache")
    made.environment.update(repository.environment)
    return made


@needs_git
def test_a_repository_cut_short_a_bare_one_and_one_inside(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    folder.mkdir()
    repository = Repository(folder, tmp_path / "cache")
    for year in (2021, 2022):
        repository.year(year)
        repository.commit()
    repository.git("clone", "-q", "--depth", "1", folder.as_uri(), str(tmp_path / "cut"))
    short = elsewhere(repository, tmp_path / "cut").run("diff", "HEAD~1")
    assert (short.status, "--unshallow" in short.messages) == (2, True)
    repository.git("clone", "-q", "--bare", str(folder), str(tmp_path / "bare"))
    bare = elsewhere(repository, tmp_path / "bare")
    refused = bare.run("diff", "HEAD~1")
    assert (refused.status, "without files to work on" in refused.messages) == (2, True)
    assert bare.run("diff", f"HEAD:{OLD}", f"HEAD:{NEW}").status == 1
    repository.git("clone", "-q", "--depth", "1", folder.as_uri(), str(folder / "inside"))
    inside = repository.run("diff", "HEAD~1", "--", "inside")
    assert (inside.status, "another git repository" in inside.messages) == (2, True)


@posix
def test_without_an_output_to_print_to(workspace: Workspace) -> None:
    for words in (("diff", OLD, NEW), ("history", "plans")):
        command = " ".join(f"'{word}'" for word in workspace.command(*words))
        done = subprocess.run(  # noqa: S602 - only a shell starts a program with its output closed
            f"{command} >&-",
            shell=True,
            cwd=workspace.folder,
            env=workspace.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (int(words[0] == "diff"), "")


def test_no_color_is_heeded_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert shown_on(terminal=True)[0] is not unpainted
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown_on(terminal=True)[0] is unpainted

"""``planforge build`` where files cannot be read or written: nothing is lost, nothing is left."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from workspaces import (
    PLAN,
    Workspace,
    hold_whole,
    linux,
    posix,
)

from planforge.cli import building
from planforge.cli.building import Job, build_plan
from planforge.cli.files import remove_leftovers, write_file
from planforge.errors import OutputError


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


@posix
def test_a_plan_that_cannot_be_read_is_told_and_the_rest_is_built(workspace: Workspace) -> None:
    workspace.plan()
    unreadable = workspace.plan("binh-an/2022")
    unreadable.unlink()
    unreadable.symlink_to(unreadable)
    run = workspace.build()
    assert run.status == 2
    assert "plans/binh-an/2022.yaml cannot be read" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_permissions_are_respected(workspace: Workspace) -> None:
    workspace.plan()
    workspace.plan("binh-an/2022").chmod(0)
    assert "Permission denied" in workspace.build().messages
    workspace.output.chmod(0o555)
    run = workspace.build("--force")
    workspace.output.chmod(0o755)
    assert run.status == 2
    assert "another folder" in run.messages
    (workspace.folder / "plans" / "binh-an").chmod(0)
    run = workspace.build()
    (workspace.folder / "plans" / "binh-an").chmod(0o755)
    assert run.status == 2


def test_a_folder_in_the_place_of_a_document_is_left_alone(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.output / "an-lac-2022.docx" / "x").mkdir(parents=True)
    run = workspace.build()
    assert run.status == 2
    assert "Something else has that name" in run.messages
    hold_whole(Workspace(workspace.folder / "khong", workspace.folder))
    assert list(workspace.folder.rglob("*.tmp")) == []


def fail_with(number: int) -> Callable[..., Any]:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("call", "number", "remedy"),
    [
        ("os.fsync", errno.ENOSPC, "disk is full"),
        ("os.fsync", errno.EIO, "Close the file in Word"),
        ("pathlib.Path.replace", errno.EACCES, "Close the file in Word"),
        ("pathlib.Path.replace", errno.EBUSY, "Close the file in Word"),
        ("pathlib.Path.open", errno.EROFS, "another folder"),
        ("pathlib.Path.mkdir", errno.ENOTDIR, "Something else has that name"),
    ],
)
def test_a_failed_write_leaves_the_last_good_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, remedy: str
) -> None:
    path = tmp_path / "an-lac-2022.docx"
    path.write_bytes(b"good")
    with monkeypatch.context() as patch:
        patch.setattr(call, fail_with(number))
        with pytest.raises(OutputError) as caught:
            write_file(path, b"new")
    assert caught.value.hint is not None
    assert remedy in caught.value.hint.text()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"good"


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("only root may mount a disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@linux
def test_a_full_disk_leaves_whole_documents_and_nothing_else(
    workspace: Workspace, tiny_disk: Path
) -> None:
    workspace.output = tiny_disk / "output"
    for number in range(30):
        workspace.plan(f"xa-{number:02}/2022", PLAN.replace("An Lạc", f"An Lạc {number}"))
    run = workspace.build("-o", str(workspace.output), "-j", "1")
    assert run.status == 2
    assert "disk is full" in run.messages
    assert 0 < len(workspace.documents()) < 30
    assert len(run.results) == len(workspace.documents())
    hold_whole(workspace)
    before = workspace.made()
    assert workspace.build("-o", str(workspace.output), "--force", "-j", "2").status == 2
    hold_whole(workspace)
    assert workspace.made() == before


def test_leftovers_of_a_power_cut_are_swept_away(tmp_path: Path) -> None:
    old, new = tmp_path / ".planforge-1-ab.tmp", tmp_path / ".planforge-2-cd.tmp"
    foreign = tmp_path / "của tôi.tmp"
    for path in (old, new, foreign):
        path.write_bytes(b"half")
    for path in (old, foreign):
        os.utime(path, (0, 0))
    remove_leftovers(tmp_path)
    assert sorted(tmp_path.iterdir()) == [new, foreign]
    remove_leftovers(tmp_path / "khong-co")


def test_a_mistake_of_the_program_costs_one_plan_and_shows_no_traceback(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "compose_plan", fail_with(errno.EDOM))
    path = workspace.plan()
    outcome = build_plan(Job(plan=str(path), target=str(workspace.output / "x"), formats=("docx",)))
    assert outcome.status == "stopped"
    assert outcome.message is not None
    assert "planforge itself failed" in outcome.message.text()
    assert "test_build_failures.py, line " in outcome.message.text()


@posix
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "ống dẫn"
    os.mkfifo(pipe)
    with pytest.raises(OutputError):
        write_file(pipe, b"")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]

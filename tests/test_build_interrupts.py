"""``planforge build`` of many plans: workers, Ctrl-C at any moment, workers that are killed."""

import os
import signal
import time
import zipfile
from pathlib import Path

import pytest
from workspaces import (
    BAD_PLAN,
    ISSUED_PLAN,
    MANY,
    PLAN,
    Workspace,
    children_of,
    finish,
    hold_consistent,
    hold_whole,
    is_running,
    linux,
    posix,
    wait_for,
)

from planforge.cli.interrupts import INTERRUPTED
from planforge.cli.manifest import load_manifest


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


def test_two_workers_make_the_same_as_one(workspace: Workspace) -> None:
    for number in range(40):
        workspace.plan(f"xa-{number:02}/2022", PLAN if number % 7 else BAD_PLAN)
    alone = workspace.build("-j", "1", "-o", "mot", "--format", "docx,html,outline")
    together = workspace.build("-j", "2", "-o", "hai", "--format", "docx,html,outline")
    assert (alone.status, together.status) == (1, 1)
    assert [line.replace("mot", "hai") for line in alone.results] == together.results
    assert alone.messages == together.messages
    one, two = workspace.folder / "mot", workspace.folder / "hai"
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in two.iterdir()
    }


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_leaves_whole_documents_and_the_next_run_completes(
    workspace: Workspace, workers: str
) -> None:
    workspace.many()
    process = workspace.start("-j", workers)
    wait_for(lambda: len(workspace.documents()) > 20)
    os.killpg(process.pid, signal.SIGINT)
    run = finish(process)
    assert run.status == INTERRUPTED
    assert "Stopped" in run.messages
    made = workspace.documents()
    assert 20 < len(made) < MANY
    hold_whole(workspace)
    hold_consistent(workspace)
    workspace.plan(made[0].removesuffix("-2022.docx") + "/2022", ISSUED_PLAN)
    run = workspace.build("-j", workers)
    assert run.status == 0
    assert len(run.results) == MANY - len(made) + 1
    assert len(workspace.made()) == MANY
    hold_consistent(workspace)


@posix
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_pressed_twice_ends_at_once(workspace: Workspace, workers: str) -> None:
    workspace.many()
    process = workspace.start("-j", workers)
    wait_for(lambda: len(workspace.documents()) > 10)
    for _ in range(5):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.005)
    assert finish(process).status in (INTERRUPTED, -signal.SIGINT)
    for name in workspace.documents():
        with zipfile.ZipFile(workspace.output / name) as archive:
            assert archive.testzip() is None
    assert len(load_manifest(workspace.output)) <= len(workspace.documents())


@linux
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_a_build_that_is_ended(workspace: Workspace, number: int) -> None:
    workspace.many()
    process = workspace.start("-j", "2")
    wait_for(lambda: len(workspace.documents()) > 5)
    workers = children_of(process)
    process.send_signal(number)
    assert finish(process).status in (INTERRUPTED, -number)
    wait_for(lambda: not any(map(is_running, workers)))
    assert len(workers) == 2
    assert not any(map(is_running, workers))


@posix
def test_ctrl_c_at_any_moment_shows_no_traceback(workspace: Workspace) -> None:
    for number in range(8):
        workspace.plan(f"xa-{number}/2022")
    for attempt in range(12):
        process = workspace.start("--force", "-j", str(1 + attempt % 2))
        time.sleep(0.1 + attempt * 0.012)
        os.killpg(process.pid, signal.SIGINT)
        assert finish(process).status in (0, INTERRUPTED, -signal.SIGINT)
    hold_whole(workspace)


@linux
def test_a_killed_worker_costs_no_plan(workspace: Workspace) -> None:
    workspace.many()
    process = workspace.start("-j", "2")
    wait_for(lambda: len(workspace.documents()) > 5)
    os.kill(int(children_of(process)[0]), signal.SIGKILL)
    run = finish(process)
    assert run.status == 0
    assert "ended from outside" in run.messages
    assert len(run.results) == MANY
    assert len(workspace.made()) == MANY
    hold_consistent(workspace)

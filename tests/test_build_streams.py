"""``planforge build`` whose output nobody reads, or a console that knows no Vietnamese."""

import subprocess
from pathlib import Path

import pytest
from workspaces import BAD_PLAN, PLAN, Run, Workspace, posix


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


@posix
def test_a_reader_that_goes_away_stops_nothing(workspace: Workspace) -> None:
    for number in range(30):
        workspace.plan(f"xa-{number:02}/2022", BAD_PLAN if number == 29 else PLAN)
    script = '{ "$@"; echo "status $?" >&2; } | head -1'
    run = Run(
        subprocess.run(
            ["sh", "-c", script, "sh", *workspace.command("build")],
            cwd=workspace.folder,
            env=workspace.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    )
    assert run.results == ["output/xa-00-2022.docx"]
    assert "plans/xa-29/2022.yaml:12:10" in run.messages
    assert "status 1" in run.messages
    assert len(workspace.documents()) == 29


@posix
@pytest.mark.parametrize(
    ("redirection", "status"),
    [
        (">&-", 0), ("2>&-", 0), (">&- 2>&-", 0), ("<&-", 0), ("| true", 0), ("2>&1 | true", 0),
        (">/dev/full", 2),
    ],
)  # fmt: skip
def test_closed_and_full_streams_show_no_traceback(
    workspace: Workspace, redirection: str, status: int
) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    workspace.plan()
    run = Run(
        subprocess.run(
            ["sh", "-c", f'"$@" {redirection}', "sh", *workspace.command("build")],
            cwd=workspace.folder,
            env=workspace.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    )
    assert run.status == status
    assert workspace.documents() == ["an-lac-2022.docx"]
    assert workspace.build().results == []


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
def test_vietnamese_survives_any_console(workspace: Workspace, encoding: str) -> None:
    workspace.plan("xã An Lạc/2022")
    run = workspace.build(PYTHONIOENCODING=encoding, LC_ALL="C", PLANFORGE_LANG="vi")
    assert run.results == ["output/xã An Lạc-2022.docx"]

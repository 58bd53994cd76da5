"""``planforge build --pdf`` with and without LibreOffice, which a script stands for."""

import os
import signal
from pathlib import Path

import pytest
from workspaces import (
    FAKE_OFFICE,
    SLOW_OFFICE,
    Workspace,
    finish,
    hold_consistent,
    is_running,
    linux,
    posix,
    wait_for,
)

from planforge.cli import pdf
from planforge.cli.interrupts import INTERRUPTED
from planforge.errors import ConversionError


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


def test_without_libreoffice_the_word_files_are_made_and_the_remedy_is_said(
    workspace: Workspace,
) -> None:
    workspace.plan()
    run = workspace.build("--pdf", PATH=str(workspace.folder))
    assert run.status == 2
    assert run.results == ["output/an-lac-2022.docx"]
    assert "LibreOffice is not installed" in run.messages
    assert "→" in run.messages


@posix
def test_a_pdf_is_made_when_libreoffice_is_there_at_last(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build("--pdf", PATH=str(workspace.folder))
    path = workspace.tool("soffice", FAKE_OFFICE) + ":" + os.environ["PATH"]
    run = workspace.build("--pdf", PATH=path)
    assert (run.status, run.results) == (0, ["output/an-lac-2022.pdf"])
    assert workspace.build("--format", "pdf", PATH=path).results == []
    (workspace.output / "an-lac-2022.pdf").unlink()
    assert workspace.build("--pdf", PATH=path).results == ["output/an-lac-2022.pdf"]
    hold_consistent(workspace)


@posix
def test_a_pdf_changed_by_hand_is_kept_aside(workspace: Workspace) -> None:
    path = workspace.tool("soffice", FAKE_OFFICE) + ":" + os.environ["PATH"]
    workspace.plan()
    workspace.build("--pdf", PATH=path)
    (workspace.output / "an-lac-2022.pdf").write_bytes(b"signed and scanned")
    run = workspace.build("--pdf", PATH=path)
    assert "changed by hand" in run.messages
    assert workspace.made()["an-lac-2022 (sửa tay 1).pdf"] == b"signed and scanned"


@posix
def test_a_document_that_libreoffice_refuses_is_named(workspace: Workspace) -> None:
    path = workspace.tool("soffice", FAKE_OFFICE) + ":" + os.environ["PATH"]
    workspace.plan("an-lac/2022")
    workspace.plan("hong/2022")
    run = workspace.build("--pdf", PATH=path)
    assert run.status == 2
    assert "LibreOffice made no PDF of output/hong-2022.docx" in run.messages
    assert sorted(workspace.made()) == ["an-lac-2022.docx", "an-lac-2022.pdf", "hong-2022.docx"]
    assert "unchanged: 1" in workspace.build("--pdf", PATH=path).messages


@linux
def test_ctrl_c_stops_libreoffice_too_and_the_pdf_stays_due(workspace: Workspace) -> None:
    workspace.plan()
    path = workspace.tool("soffice", SLOW_OFFICE)
    workspace.environment["PATH"] = path + ":" + os.environ["PATH"]
    process = workspace.start("--pdf")
    note = workspace.folder / "office.pid"
    wait_for(lambda: note.exists() and bool(note.read_text(encoding="ascii")))
    office = note.read_text(encoding="ascii").strip()
    assert is_running(office)
    os.killpg(process.pid, signal.SIGINT)
    assert finish(process).status == INTERRUPTED
    wait_for(lambda: not is_running(office))
    assert not is_running(office)
    workspace.tool("soffice", FAKE_OFFICE)
    assert workspace.build("--pdf").results == ["output/an-lac-2022.pdf"]


@posix
def test_libreoffice_that_never_ends_is_stopped(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", workspace.tool("soffice", SLOW_OFFICE), prepend=os.pathsep)
    monkeypatch.chdir(workspace.folder)
    for name in ("_SECONDS_TO_START", "_SECONDS_A_FILE"):
        monkeypatch.setattr(pdf, name, 0)
    with pytest.raises(ConversionError, match="did not finish"):
        pdf.convert_to_pdf([workspace.folder / "x.docx"])


@posix
def test_libreoffice_that_cannot_be_started_is_told(workspace: Workspace) -> None:
    workspace.plan()
    path = workspace.tool("soffice", "không phải chương trình")
    run = workspace.build("--pdf", PATH=path)
    assert run.status == 2
    assert "LibreOffice cannot be started" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]

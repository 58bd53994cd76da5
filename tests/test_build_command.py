"""``planforge build`` as an officer runs it, on a good day and on the worst ones.

Every run is a process of its own in a workspace of its own; no run may ever show a traceback.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from planforge.cli import building, templates
from planforge.cli.building import Job, build_plan
from planforge.cli.files import remove_leftovers, write_file
from planforge.cli.interrupts import INTERRUPTED
from planforge.cli.manifest import load_manifest
from planforge.errors import OutputError

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "templates" / "ke-hoach.docx"

PLAN = """\
period: 2022
issuer:
  name: Ủy ban nhân dân xã An Lạc
  place: An Lạc
number: /KH-UBND
title: Cải cách hành chính xã An Lạc năm 2022
sections:
  - title: Mục tiêu
    text: Hoàn thành các nhiệm vụ được giao.
recipients:
  - UBND huyện
archive: VT
signature:
  title: CHỦ TỊCH
  name: Nguyễn Văn An
"""
BAD_PLAN = PLAN.replace("archive: VT", "archive: @VT")
ISSUED_PLAN = PLAN.replace("number: ", "date: 2021-12-28\nnumber: 182")
MANY = 300

FAKE_OFFICE = """\
#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    --outdir) shift; out=$1; mkdir -p "$out" ;;
    *hong*) ;;
    *.docx) name=${1##*/}; printf '%%PDF-1.7 of %s' "$name" > "$out/${name%.docx}.pdf" ;;
  esac
  shift
done
"""
SLOW_OFFICE = "#!/bin/sh\nsleep 60 &\necho $! > office.pid\nwait\n"

posix = pytest.mark.skipif(os.name != "posix", reason="signals and permissions of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


class Run:
    """What a command printed and returned."""

    def __init__(self, process: "subprocess.CompletedProcess[str]") -> None:
        self.status = process.returncode
        self.results = process.stdout.splitlines()
        self.messages = process.stderr
        assert "Traceback" not in process.stderr, process.stderr


class Workspace:
    """A folder with plans, and planforge to be run in it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.environment = {
            **{key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ},
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "PLANFORGE_CACHE": str(cache),
            "PLANFORGE_LANG": "en",
        }

    def plan(self, name: str = "an-lac/2022", text: str = PLAN) -> Path:
        path = self.folder / "plans" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def many(self) -> None:
        for number in range(MANY):
            self.plan(f"xa-{number:03}/2022", PLAN.replace("An Lạc", f"An Lạc {number}"))

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "planforge", *arguments]

    def run(self, *arguments: str, **environment: str) -> Run:
        return Run(
            subprocess.run(
                self.command(*arguments),
                cwd=self.folder,
                env=self.environment | environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
                timeout=60,
            )
        )

    def build(self, *arguments: str, **environment: str) -> Run:
        return self.run("build", *arguments, **environment)

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start a build in a process group of its own, as a terminal does."""
        return subprocess.Popen(
            self.command("build", *arguments),
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def made(self) -> dict[str, bytes]:
        """Return the outputs by name."""
        return {
            path.name: path.read_bytes()
            for path in sorted(self.output.glob("*"))
            if path.name != ".planforge.json"
        }

    def documents(self) -> list[str]:
        return sorted(path.name for path in self.output.glob("*.docx"))

    def tool(self, name: str, script: str) -> str:
        """Put a program into a folder of its own; return that folder for PATH."""
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)
        return str(path.parent)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def workspace(tmp_path: Path, cache: Path) -> Workspace:
    return Workspace(tmp_path, cache)


def hold_whole(workspace: Workspace) -> None:
    """Check that no document is half-written and no temporary file is left."""
    for name in workspace.documents():
        with zipfile.ZipFile(workspace.output / name) as archive:
            assert archive.testzip() is None
    assert list(workspace.folder.rglob("*.tmp")) == []


def hold_consistent(workspace: Workspace) -> None:
    """Check that the record knows every document as it is."""
    records = load_manifest(workspace.output)
    made = {name: sha256(data).hexdigest() for name, data in workspace.made().items()}
    assert {name: records[name].digest for name in made} == made


# What is built, and what is said of it


def test_results_go_to_stdout_and_messages_to_stderr(workspace: Workspace) -> None:
    workspace.plan()
    workspace.plan("binh-an/2022")
    run = workspace.build()
    assert run.status == 0
    assert run.results == ["output/an-lac-2022.docx", "output/binh-an-2022.docx"]
    assert run.messages == "Plans built: 2; unchanged: 0; with errors: 0.\n"
    hold_whole(workspace)
    hold_consistent(workspace)


def test_one_bad_plan_does_not_stop_the_rest(workspace: Workspace) -> None:
    for name, text in (("a", PLAN), ("b", BAD_PLAN), ("c", ""), ("d", PLAN)):
        workspace.plan(f"xa-{name}/2022", text)
    run = workspace.build()
    assert run.status == 1
    assert workspace.documents() == ["xa-a-2022.docx", "xa-d-2022.docx"]
    assert "plans/xa-b/2022.yaml:12:10: error R105" in run.messages
    assert "plans/xa-c/2022.yaml: error R102" in run.messages
    assert "Plans built: 2; unchanged: 0; with errors: 2." in run.messages


def test_warnings_are_shown_and_do_not_fail(workspace: Workspace) -> None:
    workspace.plan(text=PLAN + "footnotes: {a: Không dùng.}\n")
    run = workspace.build()
    assert run.status == 0
    assert "warning R304" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]


def test_a_plan_gone_bad_keeps_its_last_document(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    workspace.plan(text=BAD_PLAN)
    assert workspace.build().status == 1
    assert workspace.made() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("khong-co",), "khong-co does not exist."),
        (("plans/khong-co.yaml",), "does not exist."),
        (("plans\\khong-co.yaml",), "does not exist."),
        (("x" * 300,), "does not exist."),
        (("trong",), "There are no plans under trong."),
        (("--format", "doc"), "`doc` is not a format"),
        (("--format", "docx;pdf"), "`docx;pdf` is not a format"),
        (("--format", ","), "Name a format"),
        (("-j", "0"), "0"),
        (("-j", "hai"), "hai"),
        (("--templates", "khong-co"), "khong-co"),
        (("--hoan-chinh",), "--hoan-chinh"),
        (("-o", "tep.txt"), "tep.txt"),
        (("-o", "tep.txt/output"), "tep.txt/output"),
        (("-o", "y" * 300), "shorter"),
    ],
)
def test_what_was_meant_is_asked_with_status_2(
    workspace: Workspace, arguments: tuple[str, ...], message: str
) -> None:
    workspace.plan()
    (workspace.folder / "trong").mkdir()
    (workspace.folder / "tep.txt").write_text("không phải thư mục", encoding="utf-8")
    run = workspace.build(*arguments)
    assert run.status == 2
    assert run.results == []
    assert message in run.messages


def test_a_workspace_without_plans_says_how_to_start(workspace: Workspace) -> None:
    run = workspace.build()
    assert run.status == 2
    assert "`planforge new`" in workspace.build("trong").messages or "plans" in run.messages


def test_a_misspelt_command_is_guessed(workspace: Workspace) -> None:
    run = workspace.run("biuld")
    assert run.status == 2
    assert "Did you mean `build`?" in run.messages


def test_a_wrong_setting_is_said_before_anything_is_built(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "planforge.toml").write_text("formats = docx", encoding="utf-8")
    run = workspace.build()
    assert run.status == 2
    assert workspace.made() == {}


@pytest.mark.parametrize(
    ("arguments", "variable", "message"),
    [
        ((), "en", "Plans built: 1"),
        ((), "en_US.UTF-8", "Plans built: 1"),
        (("--lang", "en"), "vi", "Plans built: 1"),
        (("--lang=en",), "vi", "Plans built: 1"),
        ((), "vi", "kế hoạch"),
        ((), "", "kế hoạch"),
        ((), "fr", "kế hoạch"),
        (("--lang", "vi"), "en", "kế hoạch"),
    ],
)
def test_messages_come_in_the_language_asked_for(
    workspace: Workspace, arguments: tuple[str, ...], variable: str, message: str
) -> None:
    workspace.plan()
    run = workspace.run(*arguments, "build", PLANFORGE_LANG=variable)
    assert run.status == 0
    assert message in run.messages


def test_an_unknown_language_is_refused(workspace: Workspace) -> None:
    assert workspace.run("--lang", "fr", "build").status == 2


def test_every_format_asked_for_is_made_once(workspace: Workspace) -> None:
    workspace.plan()
    run = workspace.build("--format", " outline,docx , html,outline")
    assert run.status == 0
    assert sorted(run.results) == [
        "output/an-lac-2022.docx",
        "output/an-lac-2022.html",
        "output/an-lac-2022.txt",
    ]
    assert "Hoàn thành" in (workspace.output / "an-lac-2022.txt").read_text(encoding="utf-8")


def test_a_format_added_later_leaves_the_others_alone(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    assert workspace.build("--format", "docx,outline").results == ["output/an-lac-2022.txt"]


def test_a_final_document_needs_a_number_and_a_date(workspace: Workspace) -> None:
    workspace.plan()
    run = workspace.build("--final")
    assert run.status == 1
    assert run.messages.count("R401") == 2
    assert "no number yet" in run.messages
    assert "no date yet" in run.messages
    assert workspace.made() == {}
    workspace.plan(text=ISSUED_PLAN)
    assert workspace.build("--final").status == 0


def test_a_final_build_looks_again_at_what_a_draft_build_made(workspace: Workspace) -> None:
    workspace.plan()
    assert workspace.build().status == 0
    assert workspace.build("--final").status == 1


# What is built again, and what is not


def test_what_has_not_changed_is_skipped(workspace: Workspace) -> None:
    path = workspace.plan()
    workspace.build()
    before = (workspace.output / "an-lac-2022.docx").stat()
    run = workspace.build()
    assert (run.status, run.results) == (0, [])
    assert "unchanged: 1" in run.messages
    assert (workspace.output / "an-lac-2022.docx").stat().st_mtime_ns == before.st_mtime_ns
    path.write_text(PLAN.replace("Mục tiêu", "Yêu cầu"), encoding="utf-8")
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_force_builds_the_same_bytes_again(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    assert workspace.build("--force").results == ["output/an-lac-2022.docx"]
    assert workspace.made() == before


def test_a_deleted_document_is_built_again(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    (workspace.output / "an-lac-2022.docx").unlink()
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_a_changed_template_builds_again(workspace: Workspace) -> None:
    workspace.plan()
    own = workspace.folder / "templates" / "ke-hoach.docx"
    own.parent.mkdir()
    shutil.copy(TEMPLATE, own)
    workspace.build()
    assert workspace.build().results == []
    with zipfile.ZipFile(own, "a") as archive:
        archive.comment = b"changed"
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_a_template_folder_given_wins_over_the_workspace(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "mau").mkdir()
    (workspace.folder / "mau" / "ke-hoach.docx").write_bytes(b"")
    run = workspace.build("--templates", "mau")
    assert run.status == 2
    assert "mau/ke-hoach.docx cannot be used" in run.messages


def test_a_document_changed_by_hand_is_kept_aside_once(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    document = workspace.output / "an-lac-2022.docx"
    built = document.read_bytes()
    document.write_bytes(b"by hand")
    run = workspace.build()
    assert "changed by hand" in run.messages
    assert "an-lac-2022 (sửa tay 1).docx" in run.messages
    assert document.read_bytes() == built
    kept = workspace.output / "an-lac-2022 (sửa tay 1).docx"
    assert kept.read_bytes() == b"by hand"
    document.write_bytes(b"by hand")
    workspace.build()
    document.write_bytes(b"by hand again")
    workspace.build()
    assert sorted(workspace.made()) == [
        "an-lac-2022 (sửa tay 1).docx",
        "an-lac-2022 (sửa tay 2).docx",
        "an-lac-2022.docx",
    ]
    assert kept.read_bytes() == b"by hand"


def test_a_document_that_was_there_before_the_first_build_is_kept(workspace: Workspace) -> None:
    workspace.plan()
    workspace.output.mkdir()
    (workspace.output / "an-lac-2022.docx").write_bytes(b"of somebody")
    workspace.build()
    assert workspace.made()["an-lac-2022 (sửa tay 1).docx"] == b"of somebody"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b'{"an-lac-2022.docx": {"inputs": 1}}', b"[" * 100_000,
        b'{"\xff": {"inputs": "", "digest": ""}}', b"\0" * 1000, None,
    ],
)  # fmt: skip
def test_a_spoilt_record_costs_nothing_but_time(
    workspace: Workspace, content: bytes | None
) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    record = workspace.output / ".planforge.json"
    record.unlink()
    if content is not None:
        record.write_bytes(content)
    run = workspace.build()
    assert (run.status, run.results) == (0, ["output/an-lac-2022.docx"])
    assert workspace.made() == before
    assert workspace.build().results == []


def test_a_record_names_only_what_another_run_did_not_write_meanwhile(workspace: Workspace) -> None:
    workspace.plan()
    workspace.plan("binh-an/2022")
    workspace.build("plans/an-lac")
    workspace.build("plans/binh-an")
    assert workspace.build().results == []


# Names


@pytest.mark.parametrize(
    "name",
    [
        "ủy ban nhân dân tỉnh/kế hoạch năm 2022",
        "u\u0309y ban nha\u0302n da\u0302n/2022",
        "xã An Lạc/2022 (bản 2)",
        "100%/#1 & 'x' \"y\" $HOME;`ls`",
        "-an-lac/-2022",
        "{xã}/[2022]",
        "a.b/2022.v2",
        "🙂/2022",
        "  cách  /  2022  ",
        "n" * 200 + "/2022",
    ],
)
def test_any_name_is_built_and_printed_as_it_is(workspace: Workspace, name: str) -> None:
    if os.name == "nt" and '"' in name:
        pytest.skip("Windows has no such names")
    path = workspace.plan(name)
    expected = f"{path.parent.name}-{path.stem}.docx"
    run = workspace.build(f"./{path.relative_to(workspace.folder)}")
    assert (run.status, run.results) == (0, [f"output/{expected}"])
    assert workspace.documents() == [expected]
    assert workspace.build().results == []


@posix
def test_separators_of_windows_are_understood(workspace: Workspace) -> None:
    workspace.plan("xã An Lạc/2022")
    run = workspace.build(".\\plans\\xã An Lạc\\2022.yaml")
    assert run.results == ["output/xã An Lạc-2022.docx"]
    assert workspace.build("plans\\xã An Lạc").status == 0


@linux
def test_a_name_that_is_no_text_does_no_harm(workspace: Workspace) -> None:
    folder = workspace.folder / "plans" / os.fsdecode(b"x\xe1")
    folder.mkdir(parents=True)
    (folder / "2022.yaml").write_text(PLAN, encoding="utf-8")
    workspace.plan()
    assert workspace.build().status == 0
    assert workspace.build("-j", "2").status == 0
    assert len(workspace.documents()) == 2


def test_a_name_that_is_too_long_stops_only_its_plan(workspace: Workspace) -> None:
    workspace.plan("n" * 130 + "/" + "m" * 130)
    workspace.plan()
    run = workspace.build()
    assert run.status == 2
    assert "shorter names" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]


def test_a_plan_named_twice_is_built_once(workspace: Workspace) -> None:
    path = workspace.plan()
    run = workspace.build("plans", "plans/an-lac", "./plans/an-lac/2022.yaml", str(path))
    assert run.results == ["output/an-lac-2022.docx"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/xa/2022", "b/xa/2022"),
        ("a/Xã/2022", "b/xã/2022"),
        ("a/xã/2022", "b/xa\u0303/2022"),
        ("xa-1/2022", "xa/1-2022"),
    ],
)
def test_two_plans_never_share_an_output(workspace: Workspace, one: str, other: str) -> None:
    workspace.plan(one)
    workspace.plan(other)
    run = workspace.build()
    assert run.status == 2
    assert "would both be built as" in run.messages
    assert workspace.made() == {}


def test_only_plans_are_taken_from_a_folder(workspace: Workspace) -> None:
    workspace.plan()
    for name in ("_nhap/2022", ".git/2022", "~/2022", "an-lac/.2022", "an-lac/~$2022"):
        workspace.plan(name, "không phải kế hoạch")
    (workspace.folder / "plans" / "thu-muc.yaml").mkdir()
    (workspace.folder / "plans" / "ghi-chu.txt").write_text("ghi chú", encoding="utf-8")
    workspace.plan().with_name("2023.YML").write_text(PLAN, encoding="utf-8")
    assert workspace.build().results == ["output/an-lac-2022.docx", "output/an-lac-2023.docx"]


@posix
def test_the_folder_one_stands_in_may_be_gone(workspace: Workspace) -> None:
    gone = workspace.folder / "gone"
    script = f'mkdir "{gone}" && cd "{gone}" && rmdir "{gone}" && exec "$@"'
    run = Run(
        subprocess.run(
            ["sh", "-c", script, "sh", *workspace.command("build")],
            env=workspace.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    )
    assert run.status == 2


# Files and folders that cannot be read or written


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
    assert "test_build_command.py, line " in outcome.message.text()


# Templates


def repacked(**changes: bytes | None) -> bytes:
    """Return the built-in template with members changed, or left out where they are None."""
    import io  # noqa: PLC0415 - its only use here

    members = {name.replace("__", "/"): data for name, data in changes.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = members.get(name.removesuffix(".xml"), source.read(name))
            if data is not None:
                target.writestr(name, data)
    return buffer.getvalue()


def retagged(old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(TEMPLATE) as source:
        document = source.read("word/document.xml")
    assert old in document
    return repacked(word__document=document.replace(old, new))


BROKEN_TEMPLATES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": "Kế hoạch".encode,
    "cut off": lambda: TEMPLATE.read_bytes()[:-100],
    "spoilt inside": lambda: TEMPLATE.read_bytes().replace(b"document.xml", b"documenx.xml"),
    "no document": lambda: repacked(word__document=None),
    "no styles": lambda: repacked(word__styles=None),
    "broken document": lambda: repacked(word__document=b"<w:document"),
    "empty document": lambda: repacked(word__document=b"<w:document xmlns:w='x'/>"),
    "broken styles": lambda: repacked(word__styles=b"<"),
    "unclosed tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_loai"),
    "unknown tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_laoi }}"),
    "unknown filter": lambda: retagged(b"{{ ten_loai }}", b"{{ ten_loai | abc }}"),
    "unbalanced block": lambda: retagged(b"{{ ten_loai }}", b"{% if ten_loai %}"),
    "failing tag": lambda: retagged(b"{{ ten_loai }}", b"{{ 1 / 0 }}"),
    "forbidden tag": lambda: retagged(b"{{ ten_loai }}", b"{{ ''.__class__.__mro__ }}"),
    "endless tag": lambda: retagged(b"{{ ten_loai }}", b"{{ range(10 ** 9) | list }}"),
    "no body": lambda: retagged(b"{{p noi_dung }}", b""),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN_TEMPLATES)
def test_a_broken_template_is_told_and_the_last_document_kept(
    workspace: Workspace, kind: str
) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    own = workspace.folder / "templates" / "ke-hoach.docx"
    own.parent.mkdir()
    own.write_bytes(BROKEN_TEMPLATES[kind]())
    run = workspace.build()
    assert run.status == 2, run.messages
    assert "ke-hoach.docx" in run.messages
    assert "planforge itself failed" not in run.messages
    assert workspace.made() == before


@pytest.mark.parametrize(
    "name", ["khong-co", "../ke-hoach", "/etc/passwd", "a/b", "a\\b", "t" * 300, ".", "mẫu của xã"]
)
def test_a_template_that_is_not_there_is_told(workspace: Workspace, name: str) -> None:
    workspace.plan(text=f"template: '{name}'\n{PLAN}")
    workspace.plan("binh-an/2022")
    run = workspace.build()
    assert run.status == 2
    assert "There is no Word template" in run.messages
    assert workspace.documents() == ["binh-an-2022.docx"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.hex().encode(),
        lambda data: data[:5000] + bytes([data[5000] ^ 1]) + data[5001:],
        lambda data: data + b"\0",
        lambda data: bytes(len(data)),
    ],
)
def test_a_spoilt_cache_changes_nothing(
    workspace: Workspace, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    own = str(tmp_path / "cache")
    workspace.plan()
    workspace.build(PLANFORGE_CACHE=own)
    before = workspace.made()
    (kept,) = Path(own).iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert workspace.build("--force", PLANFORGE_CACHE=own).status == 0
    assert workspace.made() == before
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_kept_only_costs_time(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "tep").write_bytes(b"")
    assert workspace.build(PLANFORGE_CACHE=str(workspace.folder / "tep")).status == 0
    assert workspace.build("--force", PLANFORGE_CACHE="/dev/null/x").status == 0
    assert workspace.build("--force", PLANFORGE_CACHE="", XDG_CACHE_HOME="/dev/null").status == 0


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for name in ("PLANFORGE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert templates.cache_folder() is None
    templates.load_template.cache_clear()
    assert templates.load_template(TEMPLATE).sections


# Many plans, workers, Ctrl-C


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


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until ``condition`` holds; what comes of it when it never does, the test will tell."""
    end = time.monotonic() + 20
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)


def children_of(process: "subprocess.Popen[str]") -> list[str]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return children.read_text(encoding="ascii").split()


def is_running(process: str) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def finish(process: "subprocess.Popen[str]") -> Run:
    results, messages = process.communicate(timeout=30)
    return Run(subprocess.CompletedProcess([], process.returncode, results, messages))


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


# Streams


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


# PDF


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

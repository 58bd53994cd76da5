"""Workspaces to run planforge in, as an officer does: every run is a process of its own.

No run may ever show a traceback.
"""

import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from spoilt_plans import PLAN

from planforge.cli.manifest import load_manifest

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "templates" / "ke-hoach.docx"

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
            "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
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

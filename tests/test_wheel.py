"""What users install is the wheel, so the wheel is what is tried: outside the checkout."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "plans" / "soc-trang" / "2022.yaml"

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def planforge(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment and return its command."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    return scripts / "planforge"


def run(planforge: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PLANFORGE_CACHE"] = str(folder / "cache")
    return subprocess.run(
        [planforge, *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_wheel_carries_what_is_needed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {
        "planforge/py.typed",
        "planforge/templates/ke-hoach.docx",
        "planforge/templates/quyet-dinh.docx",
        "planforge/templates/bang-so-sanh.docx",
        "planforge/standards/nd30.yaml",
        "planforge/registries/agencies.json",
        "planforge/registries/legal_documents.json",
        "planforge/locale/vi/LC_MESSAGES/planforge.mo",
        "planforge/starters/tinh.yaml",
    } <= names
    assert not any(name.startswith(("tests", "plans", "docs")) for name in names)


def test_an_installed_planforge_builds_an_example(planforge: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plans" / "soc-trang" / "2022.yaml"
    plan.parent.mkdir(parents=True)
    shutil.copy(EXAMPLE, plan)
    done = run(planforge, tmp_path, "build", "--format", "docx,html,outline")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    assert sorted(path.name for path in (tmp_path / "output").glob("soc-trang*")) == [
        "soc-trang-2022.docx",
        "soc-trang-2022.html",
        "soc-trang-2022.txt",
    ]


def test_an_installed_planforge_starts_a_workspace(planforge: Path, tmp_path: Path) -> None:
    assert run(planforge, tmp_path, "init", "Kế hoạch").returncode == 0
    folder = tmp_path / "Kế hoạch"
    assert run(planforge, folder, "build").returncode == 0
    assert run(planforge, folder, "template", "copy").returncode == 0
    check = run(planforge, folder, "template", "check", "templates/ke-hoach.docx")
    assert check.returncode == 0, check.stdout
    assert run(planforge, folder, "lint").returncode in (0, 1)

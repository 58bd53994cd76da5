"""What is loaded, and when: the libraries that cost more time than a whole plan."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plans" / "soc-trang" / "2022.yaml"
SLOW = {
    "babel", "click", "concurrent", "difflib", "docx", "docxtpl", "gettext", "jinja2",
    "lxml", "multiprocessing", "openpyxl", "subprocess", "tempfile", "tomllib", "traceback", "yaml",
    "zipfile",
}  # fmt: skip
WORD = {"docx", "docxtpl", "lxml"}

IMPORT = "import planforge"
RUN = """\
import sys
from planforge.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
"""
SHOW = "\nimport sys; print('LOADED', *sorted(sys.modules), file=sys.stderr)"


def run_alone(arguments: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run Python with ``arguments`` in a process of its own."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={
            "PYTHONPATH": str(ROOT),
            "PLANFORGE_CACHE": str(folder / "cache"),
            "HOME": str(folder),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def loaded(code: str, folder: Path, *arguments: str) -> set[str]:
    """Return the modules that are loaded after ``code`` ran in a process of its own."""
    process = run_alone(["-c", code + SHOW, *arguments], folder)
    process.check_returncode()
    return set(process.stderr.rpartition("LOADED ")[2].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("start-up")


def build(folder: Path, *arguments: str) -> set[str]:
    return loaded(RUN, folder, "build", "--force", str(PLAN), *arguments)


def test_the_package_alone_loads_nothing(folder: Path) -> None:
    modules = loaded(IMPORT, folder)
    assert modules & (SLOW | {"msgspec", "datetime", "re", "pathlib"}) == set()
    assert {name for name in modules if name.startswith("planforge")} == {"planforge"}


def test_the_entry_point_loads_no_engine(folder: Path) -> None:
    modules = loaded("import planforge.cli.main", folder)
    assert modules & (SLOW - {"click", "gettext"} | {"msgspec"}) == set()
    assert not {
        name for name in modules if name.startswith(("planforge.readers", "planforge.model"))
    }


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("schema",)])
def test_help_and_schema_load_no_library_for_documents(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    modules = loaded(RUN, folder, *arguments)
    assert modules & (WORD | {"jinja2", "yaml", "babel", "multiprocessing"}) == set()


def test_an_outline_needs_neither_word_nor_templates(folder: Path) -> None:
    modules = build(folder, "--format", "outline")
    assert (
        modules
        & (WORD | {"jinja2", "babel", "concurrent", "multiprocessing", "difflib", "subprocess"})
        == set()
    )


def test_a_page_for_the_browser_needs_neither_word_nor_templates(folder: Path) -> None:
    assert (
        build(folder, "--format", "html") & (WORD | {"jinja2", "babel", "multiprocessing"}) == set()
    )


def test_word_with_a_template_prepared_before_needs_no_library_for_it(folder: Path) -> None:
    build(folder)
    modules = build(folder)
    assert modules & (WORD | {"babel", "concurrent", "multiprocessing", "difflib"}) == set()
    assert "jinja2" not in modules


def test_a_plan_that_has_not_changed_needs_no_writer(folder: Path) -> None:
    build(folder)
    modules = loaded(RUN, folder, "build", str(PLAN))
    assert modules & (WORD | {"jinja2"}) == set()
    assert not {name for name in modules if name.startswith("planforge.writers.docx")}


def test_a_plan_without_mistakes_needs_nothing_that_explains_them(folder: Path) -> None:
    modules = build(folder, "--format", "outline")
    assert not modules & {f"planforge.readers.{name}" for name in ("recovery", "syntax", "chunks")}


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["no-such-command"], 2)])
def test_the_process_ends_with_its_status_and_all_that_it_prints(
    folder: Path, arguments: list[str], status: int
) -> None:
    late = "import atexit; atexit.register(print, 'taken apart')"
    code = f"{late}; from planforge.cli import main; main()"
    run = run_alone(["-c", code, *arguments], folder)
    assert run.returncode == status
    assert "planforge" in run.stdout + run.stderr
    assert "taken apart" not in run.stdout


def test_a_profile_of_a_run_is_brought_to_its_end(folder: Path) -> None:
    run = run_alone(["-m", "cProfile", "-m", "planforge", "--version"], folder)
    assert "function calls" in run.stdout

"""Who may import whom, and what the command line may load: the house rules as a test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "planforge"

LEAVES = {"findings", "errors", "source", "vietnamese"}
MODEL = {"findings", "vietnamese", "model"}
ENGINE = MODEL | {"source", "document", "untrusted"}

ALLOWED: dict[str, set[str]] = {
    "findings": set(),
    "errors": {"findings"},
    "source": {"findings"},
    "untrusted": {"findings"},
    "vietnamese": {"vietnamese"},
    "model": MODEL,
    "document": set(),
    "standards": {"standards"},
    "locale": {"locale"},
    "starters": {"starters"},
    "changes": MODEL | {"changes"},
    "editing": ENGINE | {"editing"},
    "readers": ENGINE | {"readers"},
    "composer": ENGINE | {"changes", "composer"},
    "registries": {"findings", "registries", "vietnamese"},
    "differ": ENGINE | {"changes", "differ", "registries"},
    "history": ENGINE | {"changes", "history"},
    "linter": ENGINE | {"editing", "linter", "registries", "standards"},
    "rollover": ENGINE | {"editing", "registries", "rollover"},
    "writers": ENGINE | {"changes", "history", "writers", "standards", "errors"},
    "cli": {
        "changes",
        "cli",
        "composer",
        "differ",
        "document",
        "editing",
        "errors",
        "findings",
        "history",
        "linter",
        "model",
        "readers",
        "registries",
        "rollover",
        "source",
        "standards",
        "starters",
        "vietnamese",
        "writers",
    },
    "__init__": set(),
    "__main__": {"cli"},
}
"""Each layer of the package and the layers it may import."""

HEAVY = {"babel", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "yaml", "click"}
WHERE_HEAVY = {
    "babel": {"locale/update.py"},
    "docx": set(),
    "docxtpl": {"writers/docx/preparation.py"},
    "jinja2": {
        "writers/docx/cutting.py",
        "writers/docx/rendering.py",
        "writers/docx/template_check.py",
    },
    "lxml": {"writers/docx/canonical.py", "writers/docx/preparation.py"},
    "openpyxl": set(),
    "yaml": {"readers/nodes.py", "registries/digests.py", "standards/__init__.py"},
}
"""Slow libraries and the only modules that may name them; click lives in cli/ alone."""

LONGEST_FUNCTION = 40
LONGEST_FILE = 300

FILES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    allowed = ALLOWED[layer_of(path)]
    for name in imports_of(ast.parse(path.read_text())):
        if name == "planforge":
            assert layer_of(path) == "cli", "only the command line asks for the version"
        elif name.startswith("planforge."):
            assert name.split(".")[1] in allowed, f"{layer_of(path)} may not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_slow_libraries_stay_where_they_are_needed(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in imports_of(ast.parse(path.read_text())):
        library = name.split(".")[0]
        if library == "click":
            assert place.startswith("cli/")
        elif library in HEAVY:
            assert place in WHERE_HEAVY[library], f"{place} may not import {library}"


def functions() -> Iterator[tuple[str, int]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno is not None
                yield f"{path.name}:{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_small() -> None:
    lengths = dict(functions())
    assert {name: size for name, size in lengths.items() if size > LONGEST_FUNCTION} == {}
    sizes = sorted(lengths.values())
    assert sizes[len(sizes) // 2] <= 10


def test_files_are_small() -> None:
    sizes = {path.name: len(path.read_text().splitlines()) for path in FILES}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}

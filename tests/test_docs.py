"""Pages made from the program are those of the program, and what the pages say runs."""

import importlib.util
import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from planforge.cli.main import _COMMANDS, make_command_line
from planforge.cli.workspace import find_plans

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "plans").rglob("*.yaml"))
PLANS = find_plans([ROOT / "plans"])
SCREEN = 40


def generated() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "docs" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_docs"] = module
    spec.loader.exec_module(module)
    pages: dict[str, str] = module.pages()
    return pages


@pytest.mark.parametrize("name", sorted(generated()))
def test_generated_pages_are_up_to_date(name: str) -> None:
    """After changing the format or a rule: python docs/make_docs.py."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == generated()[name]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_examples_fit_the_schema(path: Path) -> None:
    """YAML 1.2 is what editors read: dates and `no` are text, numbers are numbers."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [
            pair
            for pair in pairs
            if not (
                pair[0].endswith(":timestamp") or (pair[0].endswith(":bool") and first in "yYnNoO")
            )
        ]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    name = "plan" if path in PLANS else "review"
    schema = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text())
    value = yaml.load(path.read_text(), Loader)  # noqa: S506 - a safe loader without dates
    jsonschema.validate(value, schema)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema = json.loads((ROOT / "docs" / "plan.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({"period": 2026})
    plan = yaml.safe_load(PLANS[0].read_text())
    assert not validator.is_valid({**plan, "la": 1})


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    command = next(line for line in readme.splitlines() if line.endswith("pytest -n auto"))
    assert command in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("name", _COMMANDS)
def test_help_fits_a_screen_and_has_an_example(name: str) -> None:
    shown = CliRunner().invoke(make_command_line(), [name, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) <= SCREEN
    assert re.search(r"(Example|Ví dụ): planforge " + name, shown.output)


@pytest.mark.parametrize("page", ["README.md", "docs/huong-dan.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)[^):]*\)", path.read_text()):
        assert (path.parent / target).exists(), target

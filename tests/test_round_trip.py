"""What is written is read back the same, and is read without a complaint about its form."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import plans

from planforge.cli.workspace import find_plans
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.plan_yaml import write_plan_yaml

EXAMPLES = find_plans([Path(__file__).parent.parent / "plans"])
FORM = ("R1", "R2")
"""Families of findings about the form of a file, as opposed to what its parts refer to."""


@given(plans)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_what_was_written_gives_the_same_plan(plan: Plan) -> None:
    text = write_plan_yaml(plan)
    result = read_plan(text.encode())
    assert [finding for finding in result.findings if finding.code.startswith(FORM)] == []
    assert result.plan == plan


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_example_plans_survive_the_canonical_form(path: Path) -> None:
    plan = read_plan(path.read_bytes()).plan
    assert plan is not None
    assert read_plan(write_plan_yaml(plan).encode()).plan == plan


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_example_plans_read_without_findings(path: Path) -> None:
    assert read_plan(path.read_bytes()).findings == ()

"""The linter never raises, whatever a plan holds, and says the same thing each time."""

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from planforge.linter import lint_plan
from planforge.linter.registry import RULES
from planforge.linter.subject import Subject
from planforge.model import Plan
from planforge.model.walking import walk_records
from planforge.readers import read_plan

CODES = {rule.code: rule.name for rule in RULES}
_ANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@given(plans)
@_ANY
def test_any_plan_is_linted(plan: Plan) -> None:
    findings = lint_plan(plan)
    for finding in findings:
        assert CODES[finding.code] == finding.rule
        assert finding.message.text()
        assert finding.hint is not None
        assert finding.hint.text()
    assert lint_plan(plan) == findings


@given(plans)
@settings(_ANY, max_examples=100)
def test_no_rule_raises_even_where_it_is_off(plan: Plan) -> None:
    subject = Subject(plan)
    for rule in RULES:
        for violation in rule.check(subject):
            assert violation.message.text()


@given(plans)
@_ANY
def test_findings_stand_in_the_plan(plan: Plan) -> None:
    """The path of a finding begins with that of a record of the plan."""
    places = {path for path, _ in walk_records(plan)}
    for finding in lint_plan(plan):
        assert any(finding.path[:length] in places for length in range(len(finding.path) + 1))


values = st.recursive(
    st.none() | st.text(max_size=12) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
keys = st.sampled_from(
    ("period", "issuer", "title", "sections", "appendices", "bases", "signature", "recipients")
)


@given(st.dictionaries(keys, values, max_size=6))
@_ANY
def test_any_yaml_is_read_and_linted(content: dict[str, object]) -> None:
    plan = read_plan(yaml.safe_dump(content, allow_unicode=True).encode()).plan
    if plan is not None:
        lint_plan(plan)

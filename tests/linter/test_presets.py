"""Presets name every rule, and a workspace may set the level of each."""

import pytest

from planforge.linter.levels import Levels
from planforge.linter.presets import PRESETS, load_preset
from planforge.linter.registry import RULES
from planforge.linter.wordfile import WORD_RULES

ALL = (*RULES, *WORD_RULES)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_every_rule(name: str) -> None:
    assert list(load_preset(name)) == [rule.code for rule in ALL]


def test_the_usual_preset_is_what_the_rules_say() -> None:
    assert load_preset(PRESETS[0]) == {rule.code: rule.severity for rule in ALL}


def test_presets_raise_notes_or_leave_errors_alone() -> None:
    assert "info" not in load_preset("chat-che").values()
    assert set(load_preset("toi-thieu").values()) == {"error", "off"}


def test_a_level_is_set_by_code_or_name() -> None:
    rule = next(rule for rule in RULES if rule.code == "A104")
    assert Levels().level_of(rule) == "info"
    assert Levels(levels={"A104": "error"}).level_of(rule) == "error"
    assert Levels(levels={"missing-support": "off"}).level_of(rule) is None

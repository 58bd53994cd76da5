"""The period a plan moves to."""

import datetime
from pathlib import Path

import pytest

from planforge.cli.drafting import default_target
from planforge.model import Period
from planforge.model.period import parse_period
from planforge.rollover.periods import move_period, next_period


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


@pytest.mark.parametrize(("old", "new"), [("2021", "2022"), ("2021-2025", "2026-2030")])
def test_the_next_period_begins_when_the_old_one_has_ended(old: str, new: str) -> None:
    assert str(next_period(period(old))) == new


def test_a_part_of_two_years_moves_by_one() -> None:
    old = Period(datetime.date(2025, 7, 1), datetime.date(2026, 6, 30))
    assert str(next_period(old)) == "01/07/2026-30/06/2027"


def test_the_last_of_february_stays_a_day() -> None:
    old = Period(datetime.date(2024, 1, 1), datetime.date(2024, 2, 29))
    assert move_period(old, 2025).end == datetime.date(2025, 2, 28)


TARGETS = [
    ("2021.yaml", "2021", "2022", "2022.yaml"),
    ("2021-2025.yml", "2021-2025", "2026-2030", "2026-2030.yml"),
    ("2021-bo-sung.yaml", "2021", "2024", "2024-bo-sung.yaml"),
    ("cchc.yaml", "2021", "2022", "cchc-2022.yaml"),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), TARGETS)
def test_the_draft_is_named_by_its_time(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    target = default_target(tmp_path / name, period(old), period(new))
    assert target == tmp_path / expected

"""Comments that allow a finding: where they hold, and what is said of idle ones."""

import msgspec
import pytest

from planforge.findings import Finding, msg
from planforge.linter.suppressions import apply_suppressions
from planforge.readers import read_plan
from planforge.source import Source

ACTIVE = frozenset(("N101", "duplicate-number", "A101", "missing-lead"))


def source_of(text: str) -> Source:
    return read_plan(text.encode(), "x.yaml").source


def finding(line: int, code: str = "N101") -> Finding:
    return Finding(
        code=code, rule="duplicate-number", message=msg("Trùng số."), line=line, column=1
    )


def codes(text: str, *findings: Finding) -> list[str]:
    return [kept.code for kept in apply_suppressions(findings, source_of(text), ACTIVE)]


ABOVE = """\
period: 2026
sections:
  # planforge: bỏ qua N101 - giữ số như bản đã ban hành
  - number: "6"
    title: Mục tiêu
  - title: Nhiệm vụ
"""


@pytest.mark.parametrize("line", [4, 5])
def test_a_comment_holds_for_all_that_is_indented_under_it(line: int) -> None:
    assert codes(ABOVE, finding(line)) == []


def test_a_comment_ends_with_its_block() -> None:
    assert codes(ABOVE, finding(6)) == ["N101", "X101"]


def test_a_comment_behind_a_key_holds_for_its_line() -> None:
    text = "period: 2026 # planforge: ignore duplicate-number - lý do\ntitle: Kế hoạch\n"
    assert codes(text, finding(1)) == []
    assert codes(text, finding(2)) == ["N101", "X101"]


def test_an_idle_comment_is_reported_where_the_rule_ran() -> None:
    assert codes(ABOVE) == ["X101"]
    assert codes(ABOVE.replace("N101", "D110")) == []


def test_a_comment_without_a_reason_is_reported() -> None:
    assert codes(ABOVE.replace(" - giữ số như bản đã ban hành", ""), finding(4)) == ["X102"]


def test_only_what_is_named_is_allowed() -> None:
    assert codes(ABOVE.replace("N101", "duplicate-number"), finding(4, "D110")) == []
    other = msgspec.structs.replace(finding(4, "D110"), rule="stale-year")
    assert codes(ABOVE, finding(4), other) == ["D110"]


def test_text_in_a_block_is_no_comment() -> None:
    text = "opening: |\n  # planforge: bỏ qua N101 - lý do\nperiod: 2026\n"
    assert codes(text, finding(2)) == ["N101"]


def test_a_comment_right_after_a_block_is_one() -> None:
    text = "opening: |\n  Một đoạn.\n# planforge: bỏ qua N101 - lý do\nperiod: 2026\n"
    assert codes(text, finding(4)) == []


def test_what_makes_a_file_unreadable_cannot_be_allowed() -> None:
    text = "# planforge: bỏ qua R201 - lý do\nperiod: 2026\n"
    assert codes(text, finding(2, "R201")) == ["R201"]

"""What the reader promises of any content: a plan or a finding, in time, and nothing raised."""

import time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoilt_plans import EXAMPLE, PLAN, hold_to_promises, shown

from planforge.model import (
    Appendix,
    Basis,
    Column,
    Decision,
    Group,
    Issuer,
    Plan,
    Section,
    Signature,
    Task,
)
from planforge.model.shapes import fields_of
from planforge.readers.decoding import MAX_BYTES
from planforge.readers.report import LIMIT


def test_a_plan_cut_off_anywhere_is_told_not_raised() -> None:
    data = EXAMPLE.read_bytes()
    step = max(1, len(data) // 150)
    for length in (*range(0, len(data), step), *range(len(data) - 20, len(data))):
        hold_to_promises(data[:length])


def test_a_plan_with_a_byte_flipped_anywhere_is_told_not_raised() -> None:
    data = bytearray(EXAMPLE.read_bytes())
    for offset in range(0, len(data), max(1, len(data) // 120)):
        spoilt = bytes(data[:offset] + bytes([data[offset] ^ 0x41]) + data[offset + 1 :])
        hold_to_promises(spoilt)


@pytest.mark.parametrize(
    "data",
    [
        b"a: b\n" * (2 * 1024 * 1024),
        b"a" * (MAX_BYTES - 1),
        b"title: " + b"a" * 4_000_000,
        b"title: x: y\n" * 100_000,
        b"a:\n" * 300_000 + b'"x',
        b"\0\n" * 300_000,
        b"<<<<<<<\n" * 300_000,
        "à: [".encode() * 200_000,
        ("a" + "\u0301\u0323" * 500_000).encode(),
        b"- &a x\n- *a\n" * 50_000,
        b"role: " + b"objectives " * 300_000,
        b" " * 4_000_000 + b"a: b",
    ],
    ids=lambda data: data[:12].hex(),
)
def test_a_hostile_file_is_refused_within_seconds(data: bytes) -> None:
    start = time.process_time()
    result = hold_to_promises(data)
    assert time.process_time() - start < 5
    assert len(result.findings) <= LIMIT + 1


def test_messages_stay_readable_where_a_value_is_a_whole_file() -> None:
    long = "rất dài " * 50_000
    text = PLAN.replace("  - title: Mục tiêu", f'  - role: "{long}"\n    {long.strip()}: x')
    for finding in hold_to_promises(text.encode()).findings:
        assert len(shown(finding)) < 2500


def test_a_file_that_is_nothing_but_the_reserved_words_is_no_plan() -> None:
    for text in ("~", "null", "true", "---\n...\n", "--- ~\n", '""', "[]", "{}", "!", "&a", "*a"):
        result = hold_to_promises(text.encode())
        assert result.plan is None
        assert result.has_errors


EXCERPTS = (
    "period", "issuer", "title", "sections", "appendices", "tasks", "2022", "text", "id", "from",
    ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n      ", "\t", "|", ">", "|-\n", "[", "]", "{",
    "}", ",", "&a ", "*a", "!!str ", "!", "%", "@", "`", "'", '"', "#", " #", "? ", "<<: *a",
    "---\n", "...\n", "~", "null", "\\", "\\x00", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x85",
    "\0", "Kế hoạch", "a\u0323\u0302", "{phu-luc}", "[^1]", "<<<<<<<\n", "=======\n",
    "：", "\r", "\r\n",
)  # fmt: skip

scraps = st.lists(st.sampled_from(EXCERPTS), max_size=40).map("".join)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=12)
FORMS = (Plan, Issuer, Section, Appendix, Group, Task, Signature, Decision, Column, Basis)
keys = st.sampled_from(
    sorted(
        {"", "kỳ lạ", "from", "to", *(field.name for form in FORMS for field in fields_of(form))}
    )
)
structures: st.SearchStrategy[Any] = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)
quick = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@given(st.binary(max_size=300))
@quick
def test_any_bytes_are_told_not_raised(data: bytes) -> None:
    hold_to_promises(data)


@given(scraps)
@quick
def test_any_scraps_of_yaml_are_told_not_raised(text: str) -> None:
    hold_to_promises(text.encode())


@given(st.dictionaries(keys, structures, max_size=8), st.sampled_from((None, True, False)))
@quick
def test_any_structure_is_told_not_raised(structure: dict[str, Any], flow: bool | None) -> None:  # noqa: FBT001 - drawn
    text = yaml.dump(structure, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    hold_to_promises(text.encode("utf-8", "surrogatepass"))


@given(st.data())
@quick
def test_any_scrap_put_into_a_plan_is_told_not_raised(data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(PLAN)))
    end = data.draw(st.integers(offset, min(offset + 30, len(PLAN))))
    scrap = data.draw(scraps)
    hold_to_promises((PLAN[:offset] + scrap + PLAN[end:]).encode())

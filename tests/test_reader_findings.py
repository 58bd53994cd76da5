"""What the reader says of bad files: every mistake in one run, at its place, with a remedy.

A case is a file in ``bad/`` or bytes that no editor would save; what must be said of it stands
beside it as ``.txt``, a line a finding. PLANFORGE_UPDATE_GOLDEN=1 rewrites those lines.
"""

import os
import time
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.findings import Finding, msg
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
from planforge.model.walking import walk_records
from planforge.readers import ReadResult, read_plan
from planforge.readers.decoding import MAX_BYTES
from planforge.readers.places import locate
from planforge.readers.report import LIMIT

BAD = Path(__file__).parent / "bad"
EXAMPLE = Path(__file__).parent.parent / "plans" / "mau" / "so.yaml"

PLAN = """\
period: 2022
issuer:
  name: Ủy ban nhân dân xã An Lạc
  place: An Lạc
number: /KH-UBND
title: Cải cách hành chính xã An Lạc năm 2022
sections:
  - title: Mục tiêu
    text: Hoàn thành các nhiệm vụ được giao.
recipients:
  - UBND huyện
archive: VT
signature:
  title: CHỦ TỊCH
  name: Nguyễn Văn An
"""
"""A plan without a mistake, to be spoilt."""

MISSPELT = PLAN.replace("number:", "numbr:")

BYTES: dict[str, bytes] = {
    "bytes-empty": b"",
    "bytes-spaces": b" \n\t\n \r\n",
    "bytes-mark-only": b"\xef\xbb\xbf",
    "bytes-byte-order-mark": b"\xef\xbb\xbf" + MISSPELT.encode(),
    "bytes-second-byte-order-mark": PLAN.replace("issuer:", "\ufeffissuer:").encode(),
    "bytes-windows-lines": MISSPELT.replace("\n", "\r\n").encode(),
    "bytes-mac-lines": MISSPELT.replace("\n", "\r").encode(),
    "bytes-mixed-lines": MISSPELT.replace("\n", "\r\n", 3).encode(),
    "bytes-decomposed": unicodedata.normalize("NFD", MISSPELT).encode(),
    "bytes-utf16-little": PLAN.encode("utf-16"),
    "bytes-utf16-big": b"\xfe\xff" + PLAN.encode("utf-16-be"),
    "bytes-utf16-without-mark": PLAN.encode("utf-16-le"),
    "bytes-utf32": PLAN.encode("utf-32"),
    "bytes-windows-1258": PLAN.encode("cp1258", "replace"),
    "bytes-tcvn3": PLAN.encode("latin-1", "replace").replace(b"?", b"\xb8"),
    "bytes-tcvn3-windows-lines": b"period: 2022\r\ntitle: C\xb6i c\xb8ch\r\n",
    "bytes-cut-letter": PLAN.encode()[: PLAN.encode().index("Ị".encode()) + 2],
    "bytes-controls": PLAN.replace("Cải", "Cải\0\x1b").replace("VT", "V\x9bT").encode(),
    "bytes-line-separators": PLAN.replace("Cải", "C\u2028ải").replace("VT", "V\x85T").encode(),
    "bytes-odd-spaces": PLAN.replace("  name: N", "\u00a0\u00a0name: N")
    .replace("number: ", "number:\u00a0")
    .replace("title: Cải", "\u200btitle: Cải")
    .encode(),
    "bytes-word-file": b"PK\x03\x04\x14\x00\x06\x00",
    "bytes-old-word-file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "bytes-pdf-file": b"%PDF-1.7\n",
    "bytes-rtf-file": b"{\\rtf1\\ansi",
    "bytes-too-large": b"a: b\n" * (2 * 1024 * 1024),
    "bytes-crowded-letter": PLAN.replace("Cải", "Ca" + "\u0301\u0323" * 20).encode(),
    "bytes-deep-brackets": (PLAN + "closing: " + "[" * 5000 + "]" * 5000 + "\n").encode(),
    "bytes-deep-open-brackets": (PLAN + "closing: " + "{a: [" * 5000).encode(),
    "bytes-deep-dashes": (PLAN + "closing:\n  " + "- " * 5000 + "x\n").encode(),
    "bytes-deep-keys": (
        PLAN + "closing:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 3000))
    ).encode(),
    "bytes-too-many": ("sections: [" + "a, " * (LIMIT + 1) + "]\n").encode(),
}
"""Files that an editor would not show, or not save, as they are meant here."""

CASES = {path.stem: path for path in sorted(BAD.glob("*.yaml"))}


def shown(finding: Finding) -> str:
    where = f" {finding.where.text()}" if finding.where else ""
    hint = finding.hint.text() if finding.hint else ""
    place = f"{finding.line}:{finding.column} {finding.code} {finding.severity}{where}"
    return f"{place} | {finding.message.text()} | {hint}\n"


def hold_against_golden(name: str, data: bytes) -> None:
    text = "".join(map(shown, read_plan(data, name).findings))
    golden = BAD / f"{name}.txt"
    if os.environ.get("PLANFORGE_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def lines_of(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def hold_to_promises(data: bytes) -> ReadResult:
    """Check what is promised of every file, whatever is in it."""
    result = read_plan(data, "tệp.yaml")
    assert result.plan is not None or result.findings
    places = [(finding.line, finding.column, finding.code) for finding in result.findings]
    assert places == sorted(places)
    lines = lines_of(data)
    for finding in result.findings:
        assert finding.code
        assert finding.rule
        assert finding.message.text()
        assert finding.hint
        assert finding.hint.text()
        assert shown(finding).count("\n") == 1
        assert 0 <= finding.line <= len(lines)
        if finding.line:
            assert 0 <= finding.column <= len(lines[finding.line - 1]) + 1
    return result


def places(text: str) -> list[tuple[int, int, str]]:
    return [(f.line, f.column, f.code) for f in read_plan(text.encode()).findings]


@pytest.mark.parametrize("name", CASES)
def test_what_is_said_of_a_bad_file(name: str) -> None:
    data = CASES[name].read_bytes()
    hold_to_promises(data)
    hold_against_golden(name, data)


@pytest.mark.parametrize("name", BYTES)
def test_what_is_said_of_bad_bytes(name: str) -> None:
    hold_to_promises(BYTES[name])
    hold_against_golden(name, BYTES[name])


def test_no_golden_is_left_behind() -> None:
    assert {path.stem for path in BAD.glob("*.txt")} == {*CASES, *BYTES}


def test_the_plan_that_is_spoilt_is_itself_without_a_mistake() -> None:
    assert hold_to_promises(PLAN.encode()).findings == ()


def test_every_code_of_the_reader_is_shown_by_a_case() -> None:
    from planforge.readers import codes  # noqa: PLC0415 - read as data

    said = "".join(path.read_text(encoding="utf-8") for path in BAD.glob("*.txt"))
    known = [code for code in vars(codes).values() if isinstance(code, codes.Code)]
    assert [code.code for code in known if f" {code.code} " not in said] == ["R401"]
    assert len({code.code for code in known}) == len({code.rule for code in known}) == len(known)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("20222", "The period cannot be read."),
        ("năm 2022", "The period cannot be read."),
        ("2022-2021", "The period cannot be read."),
        ("1022", "The period cannot be read."),
        ("[2022]", "The period cannot be read."),
        ("{from: 2022-01-01}", "The period cannot be read."),
        ("{from: 2022-01-01, to: }", "The period cannot be read."),
        ("{from: 2022-01-01, until: 2022-12-31}", "The period cannot be read."),
        ("{from: 2022-12-31, to: 2022-01-01}", "The period ends before it begins."),
        ("{from: 2022-02-29, to: 2022-12-31}", "`2022-02-29` is not a day of the calendar."),
        ("{from: [1], to: 2022-12-31}", "Here must stand a date, not a list."),
        ("", "The key `period` has no value: "),
    ],
)
def test_a_bad_period_is_one_finding(written: str, problem: str) -> None:
    result = hold_to_promises(PLAN.replace("period: 2022", f"period: {written}").encode())
    assert result.plan is None
    (finding,) = result.findings
    assert finding.message.text().startswith(problem)
    assert (finding.line, finding.column >= 1) == (1, True)


@pytest.mark.parametrize("value", ["2021-12-28", "28/12/2021", "ngày 28 tháng 12 năm 2021"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_good_dates_are_left_alone(value: str, quote: str) -> None:
    assert places(f"date: {quote}{value}{quote}\n{PLAN}") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.10", "5.10"),
        ("08", "08"),
        ("no", "no"),
        ("on", "on"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("2022-01-05", "2022-01-05"),
        ("12:30:45", "12:30:45"),
        ("=", "="),
        ("TT&TT", "TT&TT"),
        ("C#", "C#"),
        ("“Một cửa: liên thông”x", None),
        ("-5", "-5"),
        ("?hỏi", "?hỏi"),
    ],
)
def test_nothing_is_guessed_into_another_type(text: str, value: str | None) -> None:
    result = read_plan(PLAN.replace("archive: VT", f"archive: {text}").encode())
    if value is None:
        assert [finding.code for finding in result.findings] == ["R105"]
        return
    assert result.findings == ()
    assert result.plan is not None
    assert result.plan.archive == value


def test_a_mistake_in_one_key_hides_nothing_in_the_others() -> None:
    spoilt = (
        PLAN.replace("place: An Lạc", "place: xã: An Lạc")
        .replace("title: Cải cách", 'title: "Cải cách')
        .replace("text: Hoàn thành", "area: sai\n    text: Hoàn thành")
        .replace("archive: VT", "archive: [VT")
        .replace("name: Nguyễn Văn An", "name: Nguyễn Văn An\n  title2: x")
    )
    assert places(spoilt) == [
        (4, 12, "R105"),
        (6, 8, "R105"),
        (9, 11, "R305"),
        (13, 10, "R105"),
        (17, 3, "R201"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("beginning", ["", "# Dự thảo\n\n", "---\n", "\ufeff", "%YAML 1.2\n---\n"])
def test_places_do_not_depend_on_line_ends_and_beginnings(newline: str, beginning: str) -> None:
    text = beginning + MISSPELT
    added = beginning.count("\n")
    found = places(text.replace("\n", newline))
    assert found == [(1 + added, 1, "R307"), (5 + added, 1, "R201")]


@cache
def example_nodes() -> dict[Any, tuple[int, int]]:
    """Return where PyYAML's own nodes say that each value of the example begins."""
    found: dict[Any, tuple[int, int]] = {}

    def walk(node: yaml.Node, path: tuple[Any, ...]) -> None:
        found[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                walk(value, (*path, index))

    root = yaml.compose(EXAMPLE.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert root is not None
    walk(root, ())
    return found


def test_every_value_of_a_real_plan_is_found_where_it_stands() -> None:
    source = read_plan(EXAMPLE.read_bytes()).source
    checked = 0
    for path, place in example_nodes().items():
        node, rest = source.descend(path)
        assert node is not None
        assert (rest, (node.line, node.column)) == ((), place)
        checked += 1
    assert checked > 200


def test_every_paragraph_of_a_real_plan_is_found_on_its_line() -> None:
    result = read_plan((EXAMPLE.parent.parent / "soc-trang" / "2022.yaml").read_bytes())
    assert result.plan is not None
    checked = 0
    for path, record in walk_records(result.plan):
        for field in fields_of(type(record)):
            if field.shape.kind not in ("prose", "cell"):
                continue
            for index, paragraph in enumerate(getattr(record, field.name) or ()):
                finding = Finding(
                    code="X", rule="x", message=msg("x"), path=(*path, field.name, index)
                )
                line = result.source.line_text(locate(finding, result.source).line)
                assert " ".join(paragraph.text.split()[:2]).strip('"') in line
                checked += 1
    assert checked > 100


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


# Properties

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

"""What the reader says of bad files: every mistake in one run, at its place, with a remedy.

A case is a file in ``bad/`` or bytes that no editor would save; what must be said of it stands
beside it as ``.txt``, a line a finding. PLANFORGE_UPDATE_GOLDEN=1 rewrites those lines.
"""

import os
import unicodedata
from pathlib import Path

import pytest
from spoilt_plans import MISSPELT, PLAN, hold_to_promises, places, shown

from planforge.readers import read_plan
from planforge.readers.report import LIMIT

BAD = Path(__file__).parent / "bad"

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


def hold_against_golden(name: str, data: bytes) -> None:
    text = "".join(map(shown, read_plan(data, name).findings))
    golden = BAD / f"{name}.txt"
    if os.environ.get("PLANFORGE_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


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
    elsewhere = {"R401", "R402", *(f"R50{number}" for number in range(1, 7))}  # builds and reviews
    assert {code.code for code in known if f" {code.code} " not in said} == elsewhere
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

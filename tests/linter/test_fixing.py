"""``lint --fix`` mends what says nothing, and leaves every other byte as it is."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from example_plans import EXAMPLES, SMALL_PLAN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from planforge.composer import compose_plan
from planforge.linter.fixing import KINDS, RULES_OF, Fixed, active_kinds, fix_text
from planforge.linter.levels import Levels
from planforge.linter.rules import date_padding, look_alike_letters, spacing_and_punctuation
from planforge.linter.typing_slips import Kind, mend_words
from planforge.model import Plan
from planforge.model.walking import walk_texts
from planforge.readers import codes, read_plan
from planforge.vietnamese.normalization import normalize
from planforge.writers.plan_yaml import write_plan_yaml

ROOT = Path(__file__).parent.parent.parent
FRAME = """\
period: 2026
issuer: {name: Sở Nội vụ tỉnh Ninh Bình, place: Ninh Bình}
number: /KH-SNV
title: Cải cách hành chính năm 2026
recipients: [UBND tỉnh]
archive: VT
signature: {title: GIÁM ĐỐC, name: Vũ Thị Hà}
"""
LAST = "sections: [{title: Tổ chức thực hiện, text: Các phòng thực hiện.}]\n"


def fix(text: str) -> Fixed:
    """Fix a plan file and check what must hold of every file."""
    data = text.encode()
    fixed = fix_text(data, read_plan)
    assert fix_text(fixed.data, read_plan).data == fixed.data
    assert bool(fixed.counts) == (fixed.data != data)
    return fixed


def fixed_keys(keys: str) -> str:
    """Return ``keys`` of a plan file as they are when the file has been fixed."""
    rest = FRAME if "\nsections:" in f"\n{keys}" else FRAME + LAST
    fixed = fix(keys + rest).data.decode()
    assert fixed.endswith(rest)
    return fixed.removesuffix(rest)


WORDS: list[tuple[Kind, str, str]] = [
    ("decomposed", unicodedata.normalize("NFD", "Tổ chức"), "Tổ chức"),
    ("look_alike", "Nghị định số 118/2025/NÐ-CP", "Nghị định số 118/2025/NĐ-CP"),
    ("look_alike", "ɖАng", "đAng"),
    ("spacing", "hai  ba   ", "hai ba   "),
    ("spacing", "Rà soát , công bố ; sửa .", "Rà soát, công bố; sửa."),
    ("spacing", "Câu một.  Câu hai", "Câu một. Câu hai"),
    ("spacing", "năm  2022 , ngày  5", "năm 2022, ngày 5"),
    ("date", "ngày 5 tháng 1 năm 2022", "ngày 05 tháng 01 năm 2022"),
    ("date", "Ngày 15 tháng 2", "Ngày 15 tháng 02"),
    ("date", "ngày  5 tháng 10 năm 2021", "ngày 05 tháng 10 năm 2021"),
    ("end_sign", "thực hiện./../.", "thực hiện./."),
    ("typed_end", "thực hiện ;./. ./.", "thực hiện."),
]


@pytest.mark.parametrize(("kind", "before", "after"), WORDS)
def test_a_slip_is_mended(kind: Kind, before: str, after: str) -> None:
    kinds = KINDS - {"typed_end"} if kind == "end_sign" else KINDS
    words, counts = mend_words(before, kinds)
    assert words == after
    assert counts[kind]
    assert mend_words(words, kinds) == (after, {})


@pytest.mark.parametrize(
    "words",
    [
        "Kế hoạch số   /KH-UBND ngày   tháng   năm 2022",
        "Quyết định số   , ngày   của Bộ",
        "giao cho        phụ trách",
        "đạt 97,5 %, tỷ lệ 9 : 10, dài 5 , 6",
        "để trống … , ... , . . . và ___  ___",
        "tệp Mẫu 01 .docx, số 5.10",
        "chữ Nga: Россия, số Θ",
        "https://a.vn/NÐ-CP và a@Ðb.vn {thamÐchieu} [^Ð] \\Ð \\  x",
        "ngày 31 tháng 4 năm 2022, ngày 05 tháng 03, ngày 5 tháng 1/2022",
        "từ ngày 28 đến ngày 5 tháng 6, ngày 12 tháng 11",
        "ngày 5/1/2022, kết thúc ./. rồi thôi",
        "./.",
        "chữ \ue000 riêng  tư",
    ],
)
def test_what_may_be_meant_is_left_alone(words: str) -> None:
    assert mend_words(words, KINDS) == (words, {})


def test_a_line_is_mended_only_of_what_is_asked() -> None:
    slips = "Ð  a , ngày 5 tháng 1"
    assert mend_words(slips, frozenset(("look_alike",))) == (
        "Đ  a , ngày 5 tháng 1",
        {"look_alike": 1},
    )
    apart = unicodedata.normalize("NFD", "Tổ  chức")
    assert mend_words(apart, frozenset(("spacing",))) == (apart, {})


FILES = {
    "plain, comments and keys kept": (
        "# Ð  a ,  b\nopening:   Thực  hiện Ð   # ghi  chú , Ð\n",
        "# Ð  a ,  b\nopening:   Thực hiện Đ   # ghi  chú , Ð\n",
    ),
    "plain over several lines": (
        "opening: Một  hai ,\n   ba  bốn\n\n   bảy  tám # Ð  x\n",
        "opening: Một hai,\n   ba bốn\n\n   bảy tám # Ð  x\n",
    ),
    "quotes": (
        "opening: 'Ông  ''Ð'' : a'  # ''  Ð\n",
        "opening: 'Ông ''Đ'': a'  # ''  Ð\n".replace("'Đ'':", "'Đ'' :"),
    ),
    "double quotes and escapes": (
        'opening: "a  \\"b  c\\" \\u00D0 Ð \\\n   d  e\\n  f"   # "Ð"\n',
        'opening: "a  \\"b c\\" \\u00D0 Đ \\\n   d e\\n  f"   # "Ð"\n',
    ),
    "block": (
        "opening: |-   # Ð\n    Một  hai .\n\n    -   ba  Ð\n      + bốn  năm\n\n# Ð  x\n",
        "opening: |-   # Ð\n    Một hai.\n\n    -   ba Đ\n      + bốn năm\n\n# Ð  x\n",
    ),
    "folded block": (
        "opening: >\n  Một  hai\n  # Ð\n\n  ba\n",
        "opening: >\n  Một hai\n  # Đ\n\n  ba\n",
    ),
    "flow": (
        "bases: [ 'a  b' ,  {lead:  Theo , text:  c  d}, e  f  ]  # Ð\n",
        "bases: [ 'a b' ,  {lead:  Theo , text:  c d}, e f  ]  # Ð\n",
    ),
    "dates only in bases and notes": (
        "opening: ngày 5 tháng 1 năm 2022\nbases:\n- Luật ngày 5 tháng 1 năm 2022\n",
        "opening: ngày 5 tháng 1 năm 2022\nbases:\n- Luật ngày 05 tháng 01 năm 2022\n",
    ),
    "the sign at the end only": (
        (
            "opening: A./.\nsections:\n- {text: B./.}\n- text: C./.\n"
            "  sections:\n  - text: |\n      D./.\n\n      E./.\n"
        ),
        (
            "opening: A./.\nsections:\n- {text: B./.}\n- text: C./.\n"
            "  sections:\n  - text: |\n      D./.\n\n      E.\n"
        ),
    ),
    "not what is not printed": (
        'series: "Ð  a"\nabbreviations: {Ð: "Ð  a"}\nopening: "Ð"\n',
        'series: "Ð  a"\nabbreviations: {Ð: "Ð  a"}\nopening: "Đ"\n',
    ),
    "allowed by a comment": (
        (
            "# planforge: bỏ qua L106 - cố ý\nopening: |\n  a  b Ð\n"
            "bases:\n- c  d Ð # planforge: allow look-alike-letters: tên riêng\n"
        ),
        (
            "# planforge: bỏ qua L106 - cố ý\nopening: |\n  a  b Đ\n"
            "bases:\n- c d Ð # planforge: allow look-alike-letters: tên riêng\n"
        ),
    ),
    "beside errors of the reader": (
        "opening: Ð\nnonsense: Ð\nclosing: [Ð]\n",
        "opening: Đ\nnonsense: Ð\nclosing: [Ð]\n",
    ),
    "tag": ("opening: !!str Ð\n", "opening: !!str Ð\n"),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_only_the_words_change(before: str, after: str) -> None:
    assert fixed_keys(before) == after


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_marks_and_line_ends_of_the_file_are_kept(before: str, after: str) -> None:
    rest = FRAME if "\nsections:" in f"\n{before}" else FRAME + LAST
    stored = "\ufeff" + (before + rest).replace("\n", "\r\n")
    assert fix(stored).data.decode() == "\ufeff" + (after + rest).replace("\n", "\r\n")


def test_composed_letters_stand_only_in_printed_words() -> None:
    apart = unicodedata.normalize("NFD", "Tổ chức  thực hiện")
    fixed = fix(f"# {apart}\nopening: '{apart}' # {apart}\n" + FRAME + LAST)
    assert fixed.data.decode().startswith(f"# {apart}\nopening: 'Tổ chức thực hiện' # {apart}\n")
    assert fixed.counts == {"decomposed": 4, "spacing": 1}


def test_a_fix_that_would_change_the_plan_is_dropped() -> None:
    before = (FRAME + LAST + "opening: a  b\nclosing: c  d\n").encode()

    def read(data: bytes):  # type: ignore[no-untyped-def]  # noqa: ANN202
        return read_plan(data.replace(b"a b", b"a x"))

    fixed = fix_text(before, read)
    assert fixed.data == before.replace(b"c  d", b"c d")
    assert fixed.counts == {"spacing": 1}


@pytest.mark.parametrize("path", EXAMPLES.values(), ids=EXAMPLES)
def test_example_plans_have_nothing_to_fix(path: Path) -> None:
    assert fix_text(path.read_bytes(), read_plan) == Fixed(path.read_bytes())


def test_a_typed_end_changes_nothing_in_the_document() -> None:
    before = FRAME + LAST.replace("thực hiện.}", "thực hiện ; ./.}")
    fixed = fix(before)
    old, new = (read_plan(data).plan for data in (before.encode(), fixed.data))
    assert fixed.counts == {"typed_end": 1}
    assert old is not None
    assert new is not None
    assert compose_plan(old) == compose_plan(new)


def test_kinds_know_the_rules_that_find_them() -> None:
    found = {"decomposed": (codes.NOT_NFC.code, codes.NOT_NFC.rule)}
    for kind, module in (
        ("look_alike", look_alike_letters),
        ("spacing", spacing_and_punctuation),
        ("date", date_padding),
    ):
        found[kind] = (module.RULE.code, module.RULE.name)
    assert found == RULES_OF
    assert active_kinds(Levels()) == KINDS
    assert active_kinds(Levels(ignore=("D",))) == KINDS - {"date"}
    assert active_kinds(Levels(levels={"date-padding": "off"})) == KINDS - {"date"}
    assert active_kinds(Levels(select=("D109",))) == {"date"}


def _spoil(text: str, slips: list[int]) -> str:
    """Put irregularities into a text, as ``slips`` say."""
    for slip in slips:
        place = slip % (len(text) + 1)
        kind = slip % 7
        if kind == 0:
            text = text.replace("Đ", "Ð").replace("đ", "ð")
        elif kind == 1:
            text = unicodedata.normalize("NFD", text)
        elif kind == 2:
            text = text.replace("a", "а").replace("o", "ο")
        elif kind == 3:
            text = text.replace(" ", "  ")
        else:
            text = text[:place] + (" ,", " ;", " .", "./.")[kind - 4 + slip % 2 - 1] + text[place:]
    return text


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@given(plans, st.lists(st.integers(0, 1000), min_size=1, max_size=4), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_spoiled_plan_is_fixed_and_is_the_same_plan(
    plan: Plan,
    slips: list[int],
    windows: bool,  # noqa: FBT001
) -> None:
    lines = write_plan_yaml(plan).split("\n")
    texts = {text for _, text in walk_texts(plan)}
    for index, line in enumerate(lines):
        head, colon, value = line.partition(": ")
        if colon and value in texts:
            lines[index] = f"{head}: {_quoted(_spoil(value, slips))}  # Ð  ghi chú , {value}"
    data = ("\r\n" if windows else "\n").join(lines).encode()
    fixed = fix_text(data, read_plan)
    assert fix_text(fixed.data, read_plan).data == fixed.data
    assert _without_values(fixed.data) == _without_values(data)
    before, after = read_plan(data), read_plan(fixed.data)
    assert (before.plan is None) == (after.plan is None)
    if before.plan is None or after.plan is None:
        return
    assert _complaints(before.findings) == _complaints(after.findings)
    old, new = list(walk_texts(before.plan)), list(walk_texts(after.plan))
    assert [path for path, _ in old] == [path for path, _ in new]
    assert [_letters(text) for _, text in old] == [_letters(text) for _, text in new]


def _complaints(findings: tuple) -> list[tuple]:  # type: ignore[type-arg]
    return [(finding.code, finding.path) for finding in findings if finding.code != "R104"]


def _letters(text: str) -> str:
    for _ in range(3):
        text = normalize(text)
    return "".join(letter for letter in text if letter.isalpha() or letter in "123456789")


def _without_values(data: bytes) -> list[str]:
    """Return each line without what stands between its first and its last double quote."""
    lines = data.decode().split("\n")
    return [
        line[: line.index('"')] + line[line.rindex("  # Ð") :] if "  # Ð" in line else ""
        for line in lines
    ]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_survived(data: bytes) -> None:
    assert fix_text(data, read_plan) == Fixed(data)


@given(st.lists(st.tuples(st.integers(0, len(SMALL_PLAN)), st.sampled_from(
    ["Ð", "  ", " ,", " . ", "'", '"', "\n", ":", "e\u0301", "\u00a0", "\ufeff", "\u200b", "\x0b",
     "&a ", "|", ">", "./.", "\r", "- ", "#", "{", "\\", "\u2028", "\U0001f600", "ngày 5 tháng 1"]
)), max_size=8))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_a_mangled_plan_is_fixed_once_and_for_all(slips: list[tuple[int, str]]) -> None:
    text = SMALL_PLAN
    for place, slip in slips:
        text = text[:place] + slip + text[place:]
    before, fixed = read_plan(text.encode()), fix(text)
    after = read_plan(fixed.data)
    assert _complaints(before.findings) == _complaints(after.findings)
    assert fixed.data.count(b"\n") == text.encode().count(b"\n")


@given(st.text(alphabet="aÐđ АΟ0159 ,;:./…()”%\"'\\{}[]^*-_#@ố\u0301\ue000", max_size=30))
@settings(max_examples=1000, deadline=None)
def test_mended_words_hold_no_slip(words: str) -> None:
    mended, _ = mend_words(words, KINDS)
    assert mend_words(mended, KINDS) == (mended, {})


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def lint(tmp_path: Path) -> Run:
    """Return a function that runs ``planforge lint`` in the temporary folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PLANFORGE_LANG": "en"}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "planforge", "lint", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, check=False,
        )  # fmt: skip

    return run


SPOILED = (FRAME + LAST + "opening: Thực  hiện\nclosing: Nghị định NÐ-CP./.\n").encode()
MENDED = (FRAME + LAST + "opening: Thực hiện\nclosing: Nghị định NĐ-CP.\n").encode()


def test_fix_writes_the_files_and_lints_them(lint: Run, tmp_path: Path) -> None:
    file, link, broken = (tmp_path / name for name in ("kế hoạch.yaml", "link.yml", "b.yaml"))
    file.write_bytes(SPOILED)
    file.chmod(0o640)
    link.symlink_to(file)
    broken.write_bytes(b"opening: \xd0  a\n")
    done = lint("--fix", "--format", "json", "link.yml", "b.yaml")
    assert file.read_bytes() == MENDED
    assert file.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert broken.read_bytes() == b"opening: \xd0  a\n"
    assert b"look-alike" not in done.stdout
    assert b"spaces 1" in done.stderr
    assert b"Fixed 3 slip(s) in 1 file(s): letters of another alphabet 1" in done.stderr
    again = lint("--fix", "kế hoạch.yaml")
    assert b"There is nothing to fix." in again.stderr
    assert file.read_bytes() == MENDED


def test_diff_shows_what_fix_would_write(lint: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(SPOILED.removesuffix(b"\n"))
    done = lint("--fix", "--diff", "plan.yaml")
    assert file.read_bytes() == SPOILED.removesuffix(b"\n")
    assert done.returncode == 1
    assert done.stdout.decode().endswith(
        "-opening: Thực  hiện\n"
        "-closing: Nghị định NÐ-CP./.\n\\ No newline at end of file\n"
        "+opening: Thực hiện\n"
        "+closing: Nghị định NĐ-CP.\n\\ No newline at end of file\n"
    )
    assert b"Would fix 3 slip(s) in 1 file(s)" in done.stderr
    file.write_bytes(MENDED)
    clean = lint("--fix", "--diff", "plan.yaml")
    assert (clean.returncode, clean.stdout) == (0, b"")


def test_what_is_ignored_is_not_fixed(lint: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    text = FRAME + LAST + "bases: [Luật ngày 5 tháng 1 năm 2022]\n"
    file.write_text(text, encoding="utf-8")
    lint("--fix", "--ignore", "D109", "plan.yaml")
    assert file.read_text(encoding="utf-8") == text
    lint("--fix", "plan.yaml")
    assert file.read_text(encoding="utf-8") == text.replace("5 tháng 1", "05 tháng 01")


def test_diff_without_fix_and_a_missing_file_are_refused(lint: Run) -> None:
    assert lint("--diff").returncode == 2
    assert lint("--fix", "missing.yaml").returncode == 2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from template_edits import (
    BODY,
    COMPARISON,
    DECISION,
    DOCUMENT,
    END,
    LOOP,
    PLAN,
    TYPE,
    edited,
    in_word,
    repacked,
    with_rows_outside,
)
from template_faults import FAULTS, Fault
from template_mistakes import MISTAKES, Mistake

from planforge.document import Document
from planforge.findings import Finding
from planforge.writers.docx.checking import codes
from planforge.writers.docx.checking.tags import LISTS
from planforge.writers.docx.context import TAGS, make_context
from planforge.writers.docx.preparation import prepare_template
from planforge.writers.docx.styles import REQUIRED_STYLES, STYLE_NAMES
from planforge.writers.docx.template_check import check_template

TEMPLATES = {"ke-hoach": PLAN, "quyet-dinh": DECISION, "bang-so-sanh": COMPARISON}


def check(data: bytes) -> tuple[Finding, ...]:
    return check_template(data, "mẫu.docx")


def shown(finding: Finding) -> str:
    where = finding.where.text() if finding.where else ""
    hint = finding.hint.text() if finding.hint else ""
    return f"{finding.code} [{where}] {finding.message.text()} → {hint}"


def the_codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize("data", TEMPLATES.values(), ids=TEMPLATES)
def test_the_built_in_templates_are_faultless(data: bytes) -> None:
    assert check(data) == ()


@pytest.mark.parametrize("data", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_saved_by_another_program_stays_faultless(data: bytes) -> None:
    assert check(in_word(data, lambda _word: None)) == ()


def test_lists_are_the_tags_with_several_lines() -> None:
    empty = Document(title="", author="", parts=())
    context = make_context(empty, prepare_template(PLAN, "mẫu.docx"))
    assert set(context) == set(TAGS)
    assert {name for name, value in context.items() if isinstance(value, tuple)} == LISTS


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_is_named_once_with_place_and_remedy(mistake: Mistake) -> None:
    data = edited(PLAN, (mistake.old, mistake.new), part=mistake.part)
    assert [shown(finding) for finding in check(data)] == [mistake.finding]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_each_fault_of_a_file_is_named(fault: Fault) -> None:
    assert [shown(finding) for finding in check(fault.data)] == [fault.finding]


def test_every_code_is_tried() -> None:
    every = {value.code for value in vars(codes).values() if isinstance(value, codes.Code)}
    tried = [mistake.finding for mistake in MISTAKES.values()]
    tried += [fault.finding for fault in FAULTS.values()]
    assert {text[:4] for text in tried} == every


def test_rows_and_cells_need_a_table() -> None:
    findings = check(in_word(PLAN, with_rows_outside))
    assert [f.code for f in findings if "stands in no table" in f.message.text()] == ["T206"] * 2


@pytest.mark.parametrize("style", REQUIRED_STYLES)
def test_every_style_is_asked_for_by_its_name(style: str) -> None:
    name = STYLE_NAMES[style]
    old, new = f'<w:name w:val="{name}"/>', '<w:name w:val="Khác"/>'
    (finding,) = check(edited(PLAN, (old, new), part="word/styles.xml"))
    assert finding.message.values == {"style": name}


@pytest.mark.parametrize(
    ("data", "name"),
    [(PLAN, name) for name in ("so_ky_hieu", "ten_loai", "chuc_vu", "ho_ten")]
    + [(DECISION, name) for name in ("so_quyet_dinh", "kem_theo")],
)  # fmt: skip
def test_every_tag_is_asked_for(data: bytes, name: str) -> None:
    (finding,) = check(edited(data, (f"{{{{ {name} }}}}", "…")))
    assert (finding.code, finding.message.values) == ("T202", {"tag": name})


@pytest.mark.parametrize("name", ["co_quan", "trich_yeu", "noi_nhan", "quyen_han"])
def test_every_list_is_asked_for(name: str) -> None:
    loop = f"{{%p for dong in {name} %}}"
    (finding,) = check(edited(PLAN, (loop, "{%p for dong in co_quan_chu_quan %}")))
    assert (finding.code, finding.message.values) == ("T202", {"tag": name})


def test_all_mistakes_are_found_in_one_run() -> None:
    body = [mistake for mistake in MISTAKES.values() if mistake.part == DOCUMENT]
    chosen = {mistake.old: mistake for mistake in body if mistake.old in (TYPE, BODY, LOOP, END)}
    data = edited(PLAN, *((m.old, m.new) for m in chosen.values()))
    old, new = '<w:name w:val="Ô bảng"/>', '<w:name w:val="Khác"/>'
    data = edited(data, (old, new), part="word/styles.xml")
    expected = {m.finding for m in chosen.values()} | {MISTAKES["missing-style"].finding}
    assert len(expected) == 5
    assert {shown(finding) for finding in check(data)} == expected


def test_a_tag_parted_by_word_is_whole() -> None:
    parted = '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>{ ten_</w:t></w:r>'
    assert check(edited(PLAN, (TYPE, f"{parted}<w:r><w:t>loai }}}}"))) == ()


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ten_loai|upper }}",
        "{{- ten_loai -}}",
        "{{ ten_loai if ten_loai else “Kế hoạch” }}",
        "{# ghi chú: {{ gi do #}{{ ten_loai }}",
        "{% if chuc_vu is defined and not kem_theo %}{{ ten_loai }}{% elif ho_ten %}x{% endif %}",
        "{% for p in noi_nhan %}{{ p if loop.last else loop.index }}{% endfor %}{{ ten_loai }}",
        "{{ noi_nhan|join('; ') }}{{ noi_nhan[0] }}{{ ten_loai }}",
    ],
)
def test_what_a_template_may_say(tag: str) -> None:
    assert check(edited(PLAN, (TYPE, tag))) == ()


def test_a_decision_comes_before_its_plan() -> None:
    data = edited(DECISION, ("{{p dieu }}", "…"), (BODY, "{{p dieu }}"), ("…", BODY))
    (finding,) = check(data)
    assert finding.code == "T208"
    assert finding.message.values["before"] == "{{p dieu }}"


@given(st.binary(max_size=400))
def test_nothing_is_raised_for_any_bytes(data: bytes) -> None:
    assert the_codes(check(data)) == ["T101"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_is_raised_for_a_damaged_file(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(PLAN) - 9))
    noise = data.draw(st.binary(min_size=1, max_size=8))
    for finding in check(PLAN[:place] + noise + PLAN[place + len(noise) :]):
        assert shown(finding)


@settings(max_examples=40, deadline=None)
@given(st.text("{}%#p |.()[]'\"“”abfornidelx_ế-", max_size=40))
def test_nothing_is_raised_for_any_tag(text: str) -> None:
    escaped = text.replace('"', "&quot;")
    for finding in check(edited(PLAN, (TYPE, escaped))):
        assert shown(finding)


@pytest.mark.parametrize(
    "text",
    ["{{ " + "(" * 140 + "x" + ")" * 140 + " }}", "{{ " + "not " * 70 + "x }}", "{{ x" * 5000,
     "{{ " + "x" * 100_000 + " }}", "{%p if x %}" * 2000, "{#" * 20_000, "{ " * 20_000],
    ids=["brackets", "nots", "openings", "long", "ifs", "comments", "braces"],
)  # fmt: skip
def test_hostile_tags_are_survived(text: str) -> None:
    findings = check(edited(PLAN, (TYPE, text)))
    assert findings
    assert max(len(shown(finding)) for finding in findings) < 800


def test_a_member_that_lies_about_its_size_is_not_unpacked() -> None:
    data = bytearray(repacked(PLAN, lambda members: members.update({"a": bytes(1 << 16)})))
    true, lie = (1 << 16).to_bytes(4, "little"), (16).to_bytes(4, "little")
    assert the_codes(check(bytes(data).replace(true, lie))) == ["T101"]

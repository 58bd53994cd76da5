"""Built documents held against the decree: ours, hand-made ones, and broken ones."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from example_plans import Built
from hand_made import TEXT, add, add_appendix, hand_made, number_pages, saved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.cli.lint import command as lint
from planforge.cli.rule import command as rule_command
from planforge.findings import Finding
from planforge.linter.levels import Levels
from planforge.linter.wordfile import WORD_RULES, lint_word_file

Edit = Callable[[Any], object]


def found(data: bytes) -> list[Finding]:
    return list(lint_word_file(data, "kế hoạch.docx"))


def codes(edit: Edit) -> dict[str, list[str]]:
    """Return the messages by code of the hand-made document with ``edit`` made in it."""
    document = hand_made()
    edit(document)
    said: dict[str, list[str]] = {}
    for finding in found(saved(document)):
        said.setdefault(finding.code, []).append(finding.message.text())
    return said


def head(document: Any, cell: int, line: int) -> Any:
    return document.tables[0].cell(0, cell).paragraphs[line]


def foot(document: Any, cell: int, line: int) -> Any:
    return document.tables[1].cell(0, cell).paragraphs[line]


def paragraph(document: Any, start: str) -> Any:
    return next(p for p in document.paragraphs if p.text.startswith(start))


def word(of: Any, text: str) -> None:
    of.runs[0].text = text


def size(of: Any, points: float) -> None:
    of.runs[0].font.size = Pt(points)


def plain(of: Any) -> None:
    of.runs[0].bold = of.runs[0].italic = False


def remove(of: Any) -> None:
    of._p.getparent().remove(of._p)


def landscape(document: Any) -> None:
    section = add_appendix(document)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def long_table(document: Any) -> Any:
    return document.add_table(30, 2)


def repeat_heading(document: Any) -> None:
    properties = long_table(document).rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def footed(document: Any) -> None:
    section = document.sections[0]
    remove(section.header.paragraphs[0])
    typed = section.footer.paragraphs[0].add_run()
    field = OxmlElement("w:instrText")
    field.text = "PAGE"
    typed._r.append(field)


def same_section(document: Any) -> None:
    add(document, "Phụ lục", align=ALIGN.CENTER).runs[0].bold = True


def spread(document: Any) -> None:
    paragraph(document, TEXT[:20]).paragraph_format.line_spacing = 2.0


def crowd(document: Any) -> None:
    for text in document.paragraphs:
        text.paragraph_format.space_before = Pt(0)


def set_alignment(document: Any) -> None:
    paragraph(document, TEXT[:20]).alignment = ALIGN.LEFT


def set_indent(document: Any) -> None:
    paragraph(document, TEXT[:20]).paragraph_format.first_line_indent = Mm(0)


def sink_recipients(document: Any) -> None:
    foot(document, 0, 0).insert_paragraph_before("")


BROKEN: list[tuple[str, Edit, str]] = [
    ("W101", lambda d: setattr(d.sections[0], "page_width", Mm(216)), "216 × 297"),
    ("W101", landscape, "lies across"),
    ("W102", lambda d: setattr(d.sections[0], "left_margin", Mm(25.4)), "left margin is 25.4"),
    ("W103", lambda d: setattr(d.paragraphs[5].runs[0].font, "name", ".VnTime"), ".VnTime"),
    ("W103", lambda d: setattr(d.paragraphs[5].runs[0].font.color, "rgb", RGBColor(255, 0, 0)),
     "#FF0000"),
    ("W104", lambda d: word(head(d, 1, 0), "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"), "not how"),
    ("W104", lambda d: size(head(d, 1, 0), 14), "14 pt"),
    ("W104", lambda d: word(head(d, 1, 0), "Tỉnh Ninh Bình"), "not found"),
    ("W105", lambda d: word(head(d, 1, 1), "Độc lập-Tự do-Hạnh phúc"), "not how"),
    ("W105", lambda d: word(head(d, 1, 1), "Độc lập – Tự do – Hạnh phúc"), "not how"),
    ("W105", lambda d: plain(head(d, 1, 1)), "not bold"),
    ("W106", lambda d: plain(head(d, 0, 1)), "not bold"),
    ("W106", lambda d: setattr(head(d, 0, 0).runs[0], "bold", True), "the parent"),
    ("W106", lambda d: word(head(d, 0, 1), "Sở Nội vụ"), "not in capitals"),
    ("W107", lambda d: word(head(d, 0, 3), "Số: 5/KH-SNV"), "not worded"),
    ("W107", lambda d: word(head(d, 0, 3), "Số 15/KH - SNV"), "not worded"),
    ("W107", lambda d: size(head(d, 0, 3), 12), "12 pt"),
    ("W108", lambda d: word(head(d, 1, 3), "Ninh Bình ngày 05 tháng 01 năm 2026"), "comma"),
    ("W108", lambda d: word(head(d, 1, 3), "Ninh Bình, ngày 5 tháng 10 năm 2026"), "day 5"),
    ("W108", lambda d: word(head(d, 1, 3), "Ninh Bình, ngày 15 tháng 2 năm 2026"), "month 2"),
    ("W108", lambda d: word(head(d, 1, 3), "Ninh Bình, ngày 15 tháng 03 năm 2026"), "Only"),
    ("W108", lambda d: word(head(d, 1, 3), "Ninh Bình, 15/3/2026"), "not written"),
    ("W108", lambda d: plain(head(d, 1, 3)), "not italic"),
    ("W109", lambda d: size(paragraph(d, "KẾ HOẠCH"), 16), "16 pt"),
    ("W109", lambda d: word(paragraph(d, "Cải cách"), "CẢI CÁCH HÀNH CHÍNH"), "capitals"),
    ("W109", lambda d: remove(paragraph(d, "KẾ HOẠCH")), "not found"),
    ("W110", lambda d: plain(paragraph(d, "Căn cứ Luật")), "not italic"),
    ("W110", lambda d: word(paragraph(d, "Căn cứ Luật"), "Căn cứ Luật Đầu tư,"), "“;”"),
    ("W110", lambda d: word(paragraph(d, "Căn cứ Nghị"), "Căn cứ Luật Đầu tư;"), "“.”"),
    ("W111", lambda d: size(paragraph(d, TEXT[:20]), 12), "12 pt"),
    ("W111", set_alignment, "not justified"),
    ("W111", set_indent, "0 mm in"),
    ("W111", spread, "spacing is 2"),
    ("W111", crowd, "less than 6 pt"),
    ("W112", lambda d: plain(paragraph(d, "I. ")), "not bold"),
    ("W112", lambda d: word(paragraph(d, "I. "), "I. Mục tiêu"), "capitals"),
    ("W112", lambda d: size(paragraph(d, "1. "), 12), "12 pt"),
    ("W113", lambda d: word(foot(d, 1, 0), "K/T GIÁM ĐỐC"), "prefix"),
    ("W113", lambda d: word(foot(d, 1, 5), "VŨ THỊ HÀ"), "capitals"),
    ("W113", lambda d: word(foot(d, 1, 5), "TS. Vũ Thị Hà"), "academic"),
    ("W113", lambda d: size(foot(d, 1, 5), 12), "12 pt"),
    ("W114", lambda d: size(foot(d, 0, 0), 14), "14 pt"),
    ("W114", lambda d: size(foot(d, 0, 1), 12), "12 pt"),
    ("W114", lambda d: remove(foot(d, 0, 3)), "is missing"),
    ("W114", lambda d: word(foot(d, 0, 1), "- UBND tỉnh."), "“;”"),
    ("W114", sink_recipients, "not level"),
    ("W115", lambda d: add_appendix(d, "PHỤ LỤC"), "capitals"),
    ("W115", lambda d: [add_appendix(d, "Phụ lục 1"), add_appendix(d, "Phụ lục 2")], "Roman"),
    ("W115", same_section, "not found"),
    ("W116", footed, "foot of the page"),
    ("W116", lambda d: setattr(d.sections[0], "different_first_page_header_footer", False),
     "first page"),
    ("W116", lambda d: setattr(d.sections[0].header.paragraphs[0], "alignment", ALIGN.RIGHT),
     "flush right"),
    ("W116", lambda d: [add_appendix(d), d.sections[1]._sectPr.remove(d.sections[1]._sectPr[-1])],
     "counted for themselves"),
    ("W117", long_table, "not repeated"),
    ("W118", lambda d: word(d.paragraphs[-1], TEXT), "does not end"),
]  # fmt: skip
"""A code, what breaks its rule, and words of its message."""

RIGHT: list[Edit] = [
    lambda d: word(head(d, 1, 0), "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    lambda d: word(head(d, 0, 3), "Số:      /KH-SNV"),
    lambda d: word(head(d, 1, 3), "Ninh Bình, ngày      tháng      năm 2026"),
    lambda d: setattr(d.sections[0], "left_margin", Mm(35)),
    lambda d: d.paragraphs[5].runs[0].font.color.__setattr__("rgb", RGBColor(0, 0, 0)),
    lambda d: setattr(paragraph(d, TEXT[:20]).paragraph_format, "first_line_indent", Mm(10)),
    lambda d: setattr(paragraph(d, TEXT[:20]).paragraph_format, "line_spacing", Pt(18)),
    lambda d: word(foot(d, 0, 3), "- Lưu: VT, VP (2)."),
    lambda d: word(foot(d, 0, 2), "- Các phòng, đơn vị thuộc Sở;"),
    add_appendix,
    lambda d: [add_appendix(d, "Phụ lục I"), add_appendix(d, "Phụ lục II")],
    lambda d: remove(paragraph(d, "1. ")),
    repeat_heading,
    lambda d: number_pages(d.sections[0]),
    lambda d: [landscape(d), d.add_table(2, 2)],
]  # fmt: skip
"""What the decree allows, or leaves open."""


def test_our_own_documents_break_nothing(shown_or_built: Built) -> None:
    assert [
        (finding.code, finding.message.text())
        for finding in found(shown_or_built.docx)
        if finding.severity != "info"
    ] == []


@pytest.fixture
def shown_or_built(built: Built) -> Built:
    return built


def test_the_small_plan_breaks_nothing(small: Built) -> None:
    assert [finding for finding in found(small.docx) if finding.severity != "info"] == []


def test_a_plan_typed_by_hand_is_recognised_and_right() -> None:
    assert codes(lambda _: None) == {}


@pytest.mark.parametrize(("code", "edit", "words"), BROKEN)
def test_a_breach_is_found_and_named(code: str, edit: Edit, words: str) -> None:
    said = codes(edit)
    assert any(words in message for message in said.get(code, [])), said


@pytest.mark.parametrize("edit", RIGHT)
def test_what_is_allowed_is_not_found(edit: Edit) -> None:
    assert {code: said for code, said in codes(edit).items() if code != "W102"} == {}


def test_every_rule_has_a_breach() -> None:
    tested = {code for code, *_ in BROKEN} | {"W119"}
    assert tested == {rule.code for rule in WORD_RULES}


def test_a_finding_says_where_what_to_do_and_by_which_clause() -> None:
    for _, edit, _ in BROKEN:
        document = hand_made()
        edit(document)
        for finding in found(saved(document)):
            assert finding.hint is not None
            assert finding.message.text().endswith(("“;”.", "“.”.", ".", ")"))
            assert finding.source or finding.code == "W117"
            assert finding.where is not None or "not found" in finding.message.text()


def test_one_kind_of_breach_is_one_finding_with_a_count() -> None:
    def shrink(document: Any) -> None:
        for text in document.paragraphs:
            if text.text.startswith(TEXT[:20]):
                size(text, 12)

    (message,) = codes(shrink)["W111"]
    assert message.endswith("The same in 3 more place(s).")


def test_a_missing_letterhead_is_one_finding() -> None:
    def behead(document: Any) -> None:
        document.tables[0]._tbl.getparent().remove(document.tables[0]._tbl)

    assert list(codes(behead)) == ["W104"]


def test_fonts_and_sizes_come_from_styles_and_themes() -> None:
    def restyle(document: Any) -> None:
        run = paragraph(document, TEXT[:20]).runs[0]
        run._r.remove(run._r.rPr)

    said = codes(restyle)
    assert "Cambria" in said["W103"][0] or "Calibri" in said["W103"][0]
    assert "11 pt" in said["W111"][0]


def test_rules_are_chosen_by_levels() -> None:
    document = hand_made()
    size(head(document, 1, 0), 14)
    data = saved(document)
    assert lint_word_file(data, "a.docx", Levels(ignore=("W",))) == ()
    (finding,) = lint_word_file(data, "a.docx", Levels(levels={"W104": "info"}))
    assert finding.severity == "info"


HOSTILE = {
    "empty": b"",
    "text": "Kế hoạch".encode(),
    "old Word": b"\xd0\xcf\x11\xe0" + bytes(600),
    "cut off": saved(hand_made())[:3000],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_word_file_is_one_finding(data: bytes) -> None:
    (finding,) = found(data)
    assert (finding.code, finding.severity) == ("W119", "error")
    assert "kế hoạch.docx" in finding.message.text()


BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def archive(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(f"word/{name}.xml", text)
    return data.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>' + BODY.format(""),
        BODY.format("<w:p>" * 400 + "</w:p>" * 400),
        "<w:document/>",
        "<a/>",
        BODY.format(" " * (51 << 20)),
    ],
    ids=["entity", "depth", "namespace", "no body", "size"],
)
def test_attacks_are_refused(text: str) -> None:
    assert [finding.code for finding in found(archive(document=text))] == ["W119"]


PIECES = st.sampled_from([
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>Số: 5/KH</w:t>", "<w:t>Nơi nhận:</w:t>", "<w:tbl>",
    "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:t>KẾ HOẠCH</w:t>", "<w:br/>",
    "<w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t>", "<w:tab/>", "<w:t>Phụ lục</w:t>",
    '<w:pPr><w:jc w:val="x"/><w:ind w:firstLine="1e9"/><w:spacing w:line="0"/></w:pPr>',
    '<w:rPr><w:sz w:val="-"/><w:b w:val="0"/><w:color w:val="xyz"/></w:rPr>', "<w:sectPr/>",
    '<w:sectPr><w:pgSz w:w="0" w:h="NaN"/></w:sectPr>', "<w:t>TM. ỦY BAN</w:t>", "<w:p/>",
    "<w:t>I. Mục</w:t>", "<w:t>Căn cứ Luật;</w:t>", "<w:t>Điều 1. A</w:t>", "<w:t>- Lưu</w:t>",
])  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40))
def test_no_markup_raises(pieces: list[str]) -> None:
    assert found(archive(document=BODY.format("".join(pieces)))) is not None


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 20_000), st.integers(0, 255))
def test_no_damaged_byte_raises(place: int, value: int) -> None:
    data = bytearray(HAND_MADE)
    data[place % len(data)] = value
    assert found(bytes(data)) is not None


HAND_MADE = saved(hand_made())


@pytest.mark.parametrize("based", ["A", "B"])
def test_styles_based_on_each_other_end(based: str) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:basedOn w:val="{other}"/></w:style>'
        for own, other in ("AB", "BA")
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="{based}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    markup = BODY.format("").replace("document", "styles").replace("<w:body></w:body>", styles)
    data = archive(document=BODY.format(body), styles=markup)
    assert "W119" not in {finding.code for finding in found(data)}


def test_the_command_lints_a_word_file(tmp_path: Path) -> None:
    document = hand_made()
    size(head(document, 1, 0), 14)
    file = tmp_path / "Kế hoạch.docx"
    file.write_bytes(saved(document))
    result = CliRunner().invoke(lint, [str(file), "--select", "W104", "--format", "json"])
    assert result.exit_code == 1
    assert "W104" in result.stdout
    assert json.loads(result.stdout)


def test_the_command_lists_and_explains_the_rules() -> None:
    listed = CliRunner().invoke(rule_command, []).stdout
    for rule in WORD_RULES:
        assert f"{rule.code}  " in listed
        page = CliRunner().invoke(rule_command, [rule.code]).stdout
        assert rule.bad in page
        assert rule.good in page

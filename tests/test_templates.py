import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pdfplumber
import pytest
from docx.section import Section
from docx.styles.style import ParagraphStyle
from docxtpl import DocxTemplate
from openxml_audit import OpenXmlValidator
from pdfplumber.page import Page

from planforge.standards import load_standard
from planforge.standards.text_width import text_width

ROOT = Path(__file__).parent.parent
NAMES = ("ke-hoach.docx", "quyet-dinh.docx", "bang-so-sanh.docx")
STANDARD = load_standard()
EMU_PER_POINT = 12700

STYLES = {
    "QuocHieu", "TieuNgu", "CoQuanChuQuan", "CoQuanBanHanh", "SoKyHieu", "DiaDanh", "TenLoai",
    "TrichYeu", "DuongKe", "KemTheo", "ThamQuyen", "CanCu", "NoiDung", "Phan", "TenPhan",
    "Muc", "Khoan", "Diem", "GachDauDong", "DauCong", "Dieu", "PhuLuc", "TenPhuLuc",
    "TieuDeCot", "TenNhom", "OBang", "OBangGiua", "GachTrongBang", "NoiNhan", "NoiNhanDong",
    "QuyenHan", "HoTen", "SoTrang", "NganTrang", "ChuThich", "DauChuThich", "LienKet",
    "BangPhuLuc",
}  # fmt: skip
SHARED_TAGS = {
    "co_quan_chu_quan", "co_quan", "dia_danh_ngay_thang", "ten_loai", "trich_yeu", "noi_dung",
    "noi_nhan", "quyen_han", "chuc_vu", "chuc_vu_khac", "ho_ten", "phu_luc",
}  # fmt: skip
TAGS = {
    "ke-hoach.docx": SHARED_TAGS | {"so_ky_hieu"},
    "quyet-dinh.docx": SHARED_TAGS
    | {"so_quyet_dinh", "ten_loai_quyet_dinh", "trich_yeu_quyet_dinh", "dieu", "kem_theo"},
    "bang-so-sanh.docx": {
        "co_quan_chu_quan", "co_quan", "ten_loai", "trich_yeu", "bang_so_sanh",
    },
}  # fmt: skip
LANDSCAPE = {
    "ke-hoach.docx": [False, True],
    "quyet-dinh.docx": [False, False, True],
    "bang-so-sanh.docx": [True],
}
FIRST = {
    "ke-hoach.docx": "noi_dung",
    "quyet-dinh.docx": "dieu",
    "bang-so-sanh.docx": "bang_so_sanh",
}
"""What fills the first section of each template."""
ELEMENTS = {
    "Quốc hiệu": "national_title",
    "Tiêu ngữ": "motto",
    "Cơ quan chủ quản": "parent",
    "Cơ quan ban hành": "issuer",
    "Số và ký hiệu": "number",
    "Địa danh và ngày tháng": "place_date",
    "Tên loại": "document_type",
    "Trích yếu": "subject",
    "Căn cứ": "basis",
    "Nội dung": "body",
    "Phần": "part",
    "Tên phần": "part_title",
    "Mục": "outline_section",
    "Khoản": "clause_heading",
    "Điểm": "point",
    "Phụ lục": "appendix_label",
    "Tên phụ lục": "appendix_title",
    "Kèm theo": "appendix_note",
    "Nơi nhận": "recipients_title",
    "Dòng nơi nhận": "recipients_list",
    "Quyền hạn và chức vụ": "authority",
    "Họ tên người ký": "signer",
    "Số trang": "page_number",
}
ALIGNMENTS = {0: "left", 1: "center", 3: "both"}

every_template = pytest.mark.parametrize("name", NAMES)


def template(name: str) -> Path:
    return ROOT / "templates" / name


def resolved(style: ParagraphStyle, *path: str) -> Any:
    """Return what ``style`` or the nearest of its bases says."""
    found: Any = style
    for attribute in path:
        found = getattr(found, attribute)
    if found is None and isinstance(style.base_style, ParagraphStyle):
        return resolved(style.base_style, *path)
    return found


def lengths(section: Section, *names: str) -> list[float]:
    """Return the lengths called ``names``, in millimetres."""
    return [getattr(section, name).mm for name in names]


def fill(name: str, target: Path) -> Path:
    """Fill a template so that its first section runs over two pages."""
    values: dict[str, Any] = dict.fromkeys(TAGS[name], "")
    values |= {
        "co_quan_chu_quan": [],
        "co_quan": ["ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"],
        "dia_danh_ngay_thang": "Sóc Trăng, ngày 28 tháng 12 năm 2021",
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": ["Cải cách hành chính năm 2022"],
        "trich_yeu_quyet_dinh": ["Ban hành Kế hoạch cải cách hành chính năm 2022"],
        "noi_nhan": ["- Bộ Nội vụ;", "- Lưu: VT, TH."],
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN"],
        "ho_ten": "Trần Văn Lâu",
        FIRST[name]: '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p/>',
    }
    document = DocxTemplate(template(name))
    document.render(values)
    document.save(target)
    return target


def margin_text(page: Page) -> str:
    """Return what stands wholly in the top margin."""
    height = STANDARD.margins.top.use / 25.4 * 72
    return page.within_bbox((0, 0, page.width, height)).extract_text()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a function that converts a Word file to PDF with a LibreOffice of its own."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def convert(source: Path, folder: Path) -> Path:
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
             "--outdir", str(folder), str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return folder / f"{source.stem}.pdf"

    return convert


@every_template
def test_templates_are_what_the_script_makes(name: str, tmp_path: Path) -> None:
    script = ROOT / "templates" / "make_templates.py"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, env=environment)
    assert (tmp_path / name).read_bytes() == template(name).read_bytes()


@every_template
def test_members_have_no_clock_and_a_fixed_order(name: str) -> None:
    with ZipFile(template(name)) as archive:
        members = archive.infolist()
    names = [member.filename for member in members]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


@every_template
def test_templates_are_valid(name: str) -> None:
    assert OpenXmlValidator().validate(template(name)).errors == []


@every_template
def test_filled_templates_are_valid(name: str, tmp_path: Path) -> None:
    assert OpenXmlValidator().validate(fill(name, tmp_path / name)).errors == []


@every_template
def test_styles_that_the_writer_names_are_there(name: str) -> None:
    styles = docx.Document(str(template(name))).styles
    assert {style.style_id for style in styles} >= STYLES


@every_template
def test_tags(name: str) -> None:
    assert DocxTemplate(template(name)).get_undeclared_template_variables() == TAGS[name]


@pytest.mark.parametrize("style_name", ELEMENTS)
def test_styles_look_as_the_standard_says(style_name: str) -> None:
    element = STANDARD.elements[ELEMENTS[style_name]]
    style = docx.Document(str(template("ke-hoach.docx"))).styles[style_name]
    assert isinstance(style, ParagraphStyle)
    assert element.size.allows(resolved(style, "font", "size").pt)
    assert bool(resolved(style, "font", "bold")) == element.bold
    assert bool(resolved(style, "font", "italic")) == element.italic
    if element.align and element.align != "left":
        assert ALIGNMENTS[resolved(style, "paragraph_format", "alignment")] == element.align


def test_running_text_follows_the_standard() -> None:
    style = docx.Document(str(template("ke-hoach.docx"))).styles["Nội dung"]
    assert isinstance(style, ParagraphStyle)
    rules, layout = STANDARD.paragraph, style.paragraph_format
    assert rules.indent.allows(layout.first_line_indent.mm, tolerance=0.01)
    assert rules.gap.allows(layout.space_before.pt + layout.space_after.pt)
    assert rules.line.allows(layout.line_spacing)


@every_template
def test_pages_follow_the_standard(name: str) -> None:
    sections = docx.Document(str(template(name))).sections
    assert [bool(section.orientation) for section in sections] == LANDSCAPE[name]
    for section in sections:
        short, long = sorted(lengths(section, "page_width", "page_height"))
        assert STANDARD.paper.width.allows(short, tolerance=0.1)
        assert STANDARD.paper.height.allows(long, tolerance=0.1)
        for side in ("top", "bottom", "left", "right"):
            (measured,) = lengths(section, f"{side}_margin")
            assert getattr(STANDARD.margins, side).allows(measured, tolerance=0.005)


@every_template
def test_pages_are_numbered_from_one_in_each_section_and_not_on_its_first_page(name: str) -> None:
    for section in docx.Document(str(template(name))).sections:
        number = section._sectPr.xpath("w:pgNumType/@w:start")
        assert number == ["1"]
        assert section.different_first_page_header_footer
        assert [p.style.style_id for p in section.header.paragraphs if p.style] == ["SoTrang"]


@every_template
def test_drawn_lines(name: str) -> None:
    body = docx.Document(str(template(name))).element.body
    lines = body.xpath(".//wp:docPr")
    names = ["Kẻ cơ quan", "Kẻ tiêu ngữ", "Kẻ trích yếu"]
    assert [line.get("name") for line in lines] == names * (len(lines) // 3)
    assert len({line.get("id") for line in lines}) == len(lines)
    motto = body.xpath(".//wp:docPr[@name='Kẻ tiêu ngữ']/../wp:extent/@cx")
    width = text_width("Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    assert [int(cx) for cx in motto] == [round(width * EMU_PER_POINT)] * len(motto)


@pytest.mark.office
@every_template
def test_an_unfilled_template_opens_in_libreoffice(name: str, tmp_path: Path, office: Any) -> None:
    with pdfplumber.open(office(template(name), tmp_path)) as pdf:
        assert len(pdf.pages) == len(LANDSCAPE[name])
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pdf.pages[0].extract_text()


@pytest.mark.office
@every_template
def test_a_filled_template_prints_as_it_should(name: str, tmp_path: Path, office: Any) -> None:
    with pdfplumber.open(office(fill(name, tmp_path / name), tmp_path)) as pdf:
        first, second = pdf.pages[:2]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first.extract_text()
        assert margin_text(first) == ""
        assert margin_text(second) == "2"
        (words,) = first.search("Độc lập - Tự do - Hạnh phúc")
        line = max(first.lines, key=lambda line: line["width"])
        assert words["x1"] - words["x0"] == pytest.approx(line["width"], abs=1)
        assert line["top"] > words["bottom"]

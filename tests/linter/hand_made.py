"""A plan typed in Word by hand: Word's own styles, all formatting direct, and right."""

from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TEXT = (
    "Các sở, ban, ngành và Ủy ban nhân dân các xã, phường xây dựng kế hoạch của đơn vị mình, "
    "phân công người phụ trách từng nhiệm vụ và báo cáo kết quả hằng quý."
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ.",
)
LEFT = ("UBND TỈNH NINH BÌNH", "SỞ NỘI VỤ", "_____", "Số: 05/KH-SNV")
RIGHT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "_______________________",
    "Ninh Bình, ngày 05 tháng 01 năm 2026",
)
RECIPIENTS = ("Nơi nhận:", "- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, VP.")
SIGNATURE = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "", "Vũ Thị Hà")


def hand_made() -> Any:
    """Return a python-docx document of a plan that keeps to the decree."""
    document = docx.Document()
    _set_page(document.sections[0])
    head = document.add_table(1, 2)
    fill(head.cell(0, 0), LEFT, (12, 12, 12, 13))
    fill(head.cell(0, 1), RIGHT, (12, 13, 13, 13))
    for paragraph in (head.cell(0, 0).paragraphs[1], *head.cell(0, 1).paragraphs[:2]):
        paragraph.runs[0].bold = True
    head.cell(0, 1).paragraphs[3].runs[0].italic = True
    for text in ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "________"):
        add(document, text, align=ALIGN.CENTER).runs[0].bold = True
    for text in BASES:
        add_text(document, text).runs[0].italic = True
    add_text(document, "I. MỤC TIÊU").runs[0].bold = True
    add_text(document, "1. Mục tiêu chung").runs[0].bold = True
    for _ in range(3):
        add_text(document, TEXT)
    add_text(document, TEXT.removesuffix(".") + "./.")
    foot = document.add_table(1, 2)
    fill(foot.cell(0, 0), RECIPIENTS, (12, 11, 11, 11), ALIGN.LEFT)
    fill(foot.cell(0, 1), SIGNATURE, (14,) * 6)
    title = foot.cell(0, 0).paragraphs[0].runs[0]
    title.bold = title.italic = True
    for paragraph in foot.cell(0, 1).paragraphs:
        paragraph.runs[0].bold = True
    return document


def add_appendix(document: Any, label: str = "Phụ lục") -> Any:
    """Add an appendix in a section of its own; return its section."""
    section = document.add_section()
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)
    add(document, label, align=ALIGN.CENTER).runs[0].bold = True
    add(document, "DANH MỤC NHIỆM VỤ", align=ALIGN.CENTER).runs[0].bold = True
    note = "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)"
    add(document, note, align=ALIGN.CENTER).runs[0].italic = True
    return section


def add(document: Any, text: str, *, size: float = 14, align: Any = ALIGN.JUSTIFY) -> Any:
    """Add a paragraph of one run."""
    paragraph = document.add_paragraph()
    typed(paragraph, text, size)
    paragraph.alignment = align
    return paragraph


def add_text(document: Any, text: str) -> Any:
    """Add a paragraph of running text."""
    paragraph = add(document, text)
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def typed(paragraph: Any, text: str, size: float) -> None:
    """Put ``text`` into a paragraph."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)


def fill(
    cell: Any, texts: tuple[str, ...], sizes: tuple[float, ...], align: Any = ALIGN.CENTER
) -> None:
    """Put lines into a cell, one paragraph each."""
    for number, (text, size) in enumerate(zip(texts, sizes, strict=True)):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        typed(paragraph, text, size)
        paragraph.alignment = align


def number_pages(section: Any) -> Any:
    """Put a page number into the header of a section; return its paragraph."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    typed(paragraph, "", 13)
    field = OxmlElement("w:instrText")
    field.text = " PAGE "
    paragraph.runs[0]._r.append(field)
    paragraph.alignment = ALIGN.CENTER
    return paragraph


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    number_pages(section)


def saved(document: Any) -> bytes:
    """Return the bytes of a document."""
    data = BytesIO()
    document.save(data)
    return data.getvalue()

"""The peer's Word template, simple as one made by hand: ``make_plain_template.py FILE``."""

import sys

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell

CENTER = WD_ALIGN_PARAGRAPH.CENTER
HEADINGS = (
    "Nhiệm vụ chung",
    "Nhiệm vụ cụ thể",
    "Sản phẩm",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
)
CELLS = (
    "{% vm %}{{ group.title }}",
    "{{ loop.index }}. {{ task.task }}",
    "{{ task.product }}",
    "{{ task.lead }}",
    "{{ task.support }}",
    "{{ task.deadline }}",
)
BODY = (
    "{%p for line in bases %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p for line in opening %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p for section in sections %}",
    "**{{ section.title }}",
    "{%p for line in section.text %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p for part in section.parts %}",
    "**{{ part.title }}",
    "{%p for line in part.text %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p for line in section.closing %}",
    "{{ line }}",
    "{%p endfor %}",
    "{%p endfor %}",
)
"""Paragraphs of the body; ``**`` begins a bold one."""


def make_template(path: str) -> None:
    """Write the template."""
    document = Document()
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    _add_letterhead(document)
    _add_lines(document, "KẾ HOẠCH", "{{ plan.title }}")
    for text in BODY:
        paragraph = document.add_paragraph()
        paragraph.add_run(text.removeprefix("**")).bold = text.startswith("**")
    _add_closing(document)
    _add_appendix(document)
    document.save(path)


def _add_letterhead(document: DocumentObject) -> None:
    table = document.add_table(rows=2, cols=2)
    _fill(
        table.cell(0, 0),
        "{%p for line in plan.issuer.header %}",
        "{{ line }}",
        "{%p endfor %}",
    )
    _fill(table.cell(0, 1), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    _fill(table.cell(1, 0), "Số: {{ plan.number }}")
    _fill(table.cell(1, 1), "{{ place_date }}")


def _add_closing(document: DocumentObject) -> None:
    table = document.add_table(rows=1, cols=2)
    _fill(
        table.cell(0, 0),
        "Nơi nhận:",
        "{%p for line in plan.recipients %}",
        "- {{ line }};",
        "{%p endfor %}",
        "- Lưu: {{ plan.archive }}.",
    )
    _fill(
        table.cell(0, 1),
        "{%p for line in plan.signature.authority %}",
        "{{ line }}",
        "{%p endfor %}",
        "{{ plan.signature.title }}",
        "",
        "{{ plan.signature.name }}",
    )


def _add_appendix(document: DocumentObject) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    _add_lines(document, "Phụ lục", "{{ appendix_title }}", "{{ attached }}")
    table = document.add_table(rows=6, cols=len(HEADINGS), style="Table Grid")
    rows = (
        HEADINGS,
        ("{%tr for group in groups %}",),
        ("{%tr for task in group.tasks %}",),
        CELLS,
        ("{%tr endfor %}",),
        ("{%tr endfor %}",),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _add_lines(document: DocumentObject, *lines: str) -> None:
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = CENTER
        paragraph.add_run(line).bold = True


def _fill(cell: _Cell, *lines: str) -> None:
    """Put centred lines into a cell, the first into the paragraph every cell begins with."""
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.text = line
        paragraph.alignment = CENTER


if __name__ == "__main__":
    make_template(sys.argv[1])

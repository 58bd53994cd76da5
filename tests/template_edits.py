"""Ways to spoil a Word template, for the tests of its check."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm
from docx.table import _Cell

ROOT = Path(__file__).parent.parent
PLAN, DECISION, COMPARISON = (
    (ROOT / "templates" / f"{name}.docx").read_bytes()
    for name in ("ke-hoach", "quyet-dinh", "bang-so-sanh")
)
DOCUMENT = "word/document.xml"
TYPE, BODY, APPENDIX = "{{ ten_loai }}", "{{p noi_dung }}", "{{p phu_luc }}"
LOOP, END = "{%p for dong in noi_nhan %}", "{%p endif %}"


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return the Word file with its members changed in place by ``change``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(data: bytes, *changes: tuple[str, str], part: str = DOCUMENT) -> bytes:
    """Return the Word file with the first ``old`` of each change replaced by ``new``."""

    def change(members: dict[str, bytes]) -> None:
        text = members[part].decode()
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        members[part] = text.encode()

    return repacked(data, change)


def in_word(data: bytes, change: Callable[[WordDocument], object]) -> bytes:
    """Return the Word file after ``change``, saved by another program."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def without(part: str, data: bytes = PLAN) -> bytes:
    return repacked(data, lambda members: members.pop(part))


def replaced(part: str, content: bytes) -> bytes:
    return repacked(PLAN, lambda members: members.update({part: content}))


def with_margin(word: WordDocument) -> None:
    word.sections[1].left_margin = Mm(25)


def with_paper(word: WordDocument) -> None:
    word.sections[0].page_width = Mm(216)


def with_cells_parted(word: WordDocument) -> None:
    """Open a block in one cell and close it in the next."""
    left, right = word.tables[1].rows[0].cells
    left.add_paragraph("{%p if ho_ten %}")
    right.add_paragraph("{%p endif %}")


def new_row(word: WordDocument) -> tuple[_Cell, ...]:
    return word.tables[0].add_row().cells  # type: ignore[no-untyped-call, no-any-return]


def with_a_shared_row(word: WordDocument) -> None:
    left, right = new_row(word)
    left.text, right.text = "{%tr if ho_ten %}", "mất"
    new_row(word)[0].text = "{%tr endif %}"


def with_a_shared_cell(word: WordDocument) -> None:
    left, right = new_row(word)
    left.text, right.text = "{%tc if ho_ten %}\nmất", "{%tc endif %}"


def with_rows_outside(word: WordDocument) -> None:
    word.paragraphs[3].text = "{%tr if ho_ten %}"
    word.paragraphs[3].insert_paragraph_before("{%tr endif %}")


def with_content_in_a_table(word: WordDocument) -> None:
    word.paragraphs[5].text = ""
    word.tables[0].rows[0].cells[0].add_paragraph(BODY)

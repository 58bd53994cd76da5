"""A template is known by the names of its styles, whoever saved it last."""

import io
import re
import zipfile
from pathlib import Path

from example_plans import SMALL_PLAN, build

from planforge.writers.docx import write_docx
from planforge.writers.docx.preparation import prepare_template
from planforge.writers.docx.styles import REQUIRED_STYLES, STYLE_NAMES

TEMPLATE = Path(__file__).parent.parent / "templates" / "ke-hoach.docx"
FOOTNOTES = "word/footnotes.xml"


def saved_by_word(data: bytes) -> bytes:
    """Return a template with style ids made anew from the names, and no part for footnotes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for ident, name in STYLE_NAMES.items():
        new = re.sub(r"[^A-Za-z]", "", name) + "x"
        parts = {part: text.replace(f'"{ident}"', f'"{new}"') for part, text in parts.items()}
    del parts[FOOTNOTES]
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts[types] = re.sub(r"<Override [^>]*footnotes[^>]*/>", "", parts[types])
    parts[relations] = re.sub(r"<Relationship [^>]*footnotes[^>]*/>", "", parts[relations])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def document_of(data: bytes) -> str:
    template = prepare_template(data, "ke-hoach.docx")
    document = build("small", SMALL_PLAN.encode()).document
    with zipfile.ZipFile(io.BytesIO(write_docx(document, template))) as archive:
        assert FOOTNOTES in archive.namelist()
        return archive.read("word/document.xml").decode()


def test_style_ids_made_anew_change_nothing() -> None:
    data = TEMPLATE.read_bytes()
    assert document_of(saved_by_word(data)) == document_of(data)


def test_every_style_the_program_uses_has_a_name() -> None:
    assert set(REQUIRED_STYLES) <= set(STYLE_NAMES)

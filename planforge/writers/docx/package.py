"""Putting a Word file together: sections rendered, footnotes added, members packed."""

import io
import zipfile
from collections.abc import Iterable, Iterator

from planforge.document import Block, Document, Inlines, Paragraph, Part
from planforge.errors import TemplateError
from planforge.findings import msg
from planforge.writers.docx.context import make_context, rule_length
from planforge.writers.docx.paragraphs import ParagraphWriter, escape, write_inline
from planforge.writers.docx.pieces import Markup, UnfilledError, Values, fill_pieces
from planforge.writers.docx.prepared import (
    APPENDIX,
    COMPARISON,
    MAIN,
    PLAN,
    PreparedTemplate,
    Section,
)
from planforge.writers.docx.styles import FOOTNOTE_REFERENCE, FOOTNOTE_TEXT, SECTION_BREAK
from planforge.writers.docx.tables import write_table

_FOOTNOTES = "word/footnotes.xml"
_PROPERTIES = "docProps/core.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_BREAK = '<w:p><w:pPr><w:pStyle w:val="' + SECTION_BREAK + '"/>{}</w:pPr></w:p>'
_FIRST_LINE = _BREAK.format("")
_PARTS = {
    MAIN: ("decision",),
    PLAN: ("plan", "attachment"),
    APPENDIX: ("appendix",),
    COMPARISON: ("comparison",),
    "": (),
}
"""Which parts of a document a section of the template takes."""


def write_docx(document: Document, template: PreparedTemplate) -> bytes:
    """Return the Word file of ``document``: same document and template, same bytes.

    Raises TemplateError where the template's tags cannot be filled or it takes no such document.
    """
    context = make_context(document, template)
    members = dict(template.members)
    try:
        for name, source in template.sources.items():
            members[name] = _render(source, context).encode()
        members["word/document.xml"] = _encoded(_document_xml(document, template, context))
    except UnfilledError as error:
        raise TemplateError(
            msg(
                "The template {name} cannot be filled: {error}",
                name=template.name,
                error=str(error),
            ),
            msg("Run `planforge template check` on it: it names every mistake and its place."),
        ) from error
    if document.footnotes:
        members[_FOOTNOTES] = _footnotes(members.get(_FOOTNOTES, b""), document, template)
    members[_PROPERTIES] = _core_properties(document).encode()
    return _pack(members)


def _document_xml(document: Document, template: PreparedTemplate, context: Values) -> list[str]:
    """Return the document part in pieces."""
    sections: list[tuple[list[str], str]] = []
    paragraphs = ParagraphWriter(template.rule)
    for section in template.sections:
        for part in document.parts:
            if part.kind not in _PARTS[section.marker]:
                continue
            setup = section if part.landscape or part.kind != "appendix" else template.sections[0]
            values: Values = {**context, **_rules(part, template)}
            values[section.marker] = Markup(*_blocks(part, setup.width, paragraphs))
            sections.append((_fill(section, values), setup.properties))
    if not sections:
        raise TemplateError(
            msg("The template {name} is made for other documents.", name=template.name),
            msg("Plans need one like ke-hoach or quyet-dinh, comparisons one like bang-so-sanh."),
        )
    pieces = _joined(sections)
    # LibreOffice leaves an empty line above a table that begins a document with footnotes,
    # unless a paragraph of ours, a point high, stands there.
    table_first = next(filter(None, pieces), "").startswith("<w:tbl>")
    first = _FIRST_LINE if document.footnotes and table_first else ""
    return [template.opening, first, *pieces, template.ending]


def _encoded(pieces: list[str]) -> bytes:
    """Return ``pieces`` as one part; joining them as text first would take twice the memory."""
    return b"".join([piece.encode() for piece in pieces])


def _rules(part: Part, template: PreparedTemplate) -> Values:
    if part.title is None:
        return {}
    return {"ke_trich_yeu": rule_length(template, "TrichYeu", part.title.subject)}


def _joined(sections: list[tuple[list[str], str]]) -> list[str]:
    """Join sections: each but the last ends in a paragraph that carries its page setup."""
    *before, (last, setup) = sections
    pieces = [piece for text, own in before for piece in (*text, _BREAK.format(own))]
    return [*pieces, *last, setup]


def _blocks(part: Part, width: int, paragraphs: ParagraphWriter) -> Iterator[str]:
    """Write a part's blocks; the last one stays with the signature, where there is one."""
    *before, last = part.blocks or (Paragraph("body", ()),)
    for block in before:
        yield from _block(block, width, paragraphs)
    yield from _block(last, width, paragraphs, keep_next=part.closing is not None)


def _block(
    block: Block, width: int, paragraphs: ParagraphWriter, *, keep_next: bool = False
) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return (paragraphs.write(block, keep_next=keep_next),)
    return write_table(block, width, paragraphs)


def _fill(section: Section, values: Values) -> list[str]:
    if section.pieces is not None:
        return fill_pieces(section.pieces, values)
    return [_render(section.source, values)]


def _render(source: str, values: Values) -> str:
    from planforge.writers.docx.rendering import render  # noqa: PLC0415 - loads Jinja

    return render(source, values)


def _footnotes(part: bytes, document: Document, template: PreparedTemplate) -> bytes:
    ending = part.rfind(b"</w:footnotes>")
    if ending < 0:
        raise TemplateError(
            msg("The template {name} has no part for footnotes.", name=template.name),
            msg(
                "Start from a built-in template, or insert a footnote in Word and delete it again."
            ),
        )
    notes = "".join([_note(n, note) for n, note in enumerate(document.footnotes, 1)])
    return part[:ending] + notes.encode() + part[ending:]


def _note(number: int, note: Inlines) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{FOOTNOTE_TEXT}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_REFERENCE}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        f"{''.join([write_inline(inline) for inline in note])}</w:p></w:footnote>"
    )


def _core_properties(document: Document) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:creator>{escape(document.author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _pack(members: dict[str, bytes]) -> bytes:
    """Zip members in a fixed order with fixed dates; the content types come first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, members[name])
    return buffer.getvalue()

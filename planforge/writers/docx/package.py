"""Putting a Word file together: sections rendered, footnotes added, members packed."""

import io
import zipfile

from planforge.document import Block, Document, Inlines, Paragraph, Part
from planforge.errors import TemplateError
from planforge.findings import msg
from planforge.writers.docx.context import Context, make_context, rule_length
from planforge.writers.docx.paragraphs import ParagraphWriter, escape, write_inline
from planforge.writers.docx.pieces import Markup, UnfilledError, fill_pieces
from planforge.writers.docx.prepared import APPENDIX, MAIN, PLAN, PreparedTemplate, Section
from planforge.writers.docx.styles import FOOTNOTE_REFERENCE, FOOTNOTE_TEXT, SECTION_BREAK
from planforge.writers.docx.tables import write_table

_FOOTNOTES = "word/footnotes.xml"
_PROPERTIES = "docProps/core.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_BREAK = '<w:p><w:pPr><w:pStyle w:val="' + SECTION_BREAK + '"/>{}</w:pPr></w:p>'
_FIRST_LINE = _BREAK.format("")
_PARTS = {MAIN: ("decision",), PLAN: ("plan", "attachment"), APPENDIX: ("appendix",), "": ()}
"""Which parts of a document a section of the template takes."""


def write_docx(document: Document, template: PreparedTemplate) -> bytes:
    """Return the Word file of ``document``: same document and template, same bytes.

    Raises TemplateError where the template's tags cannot be filled.
    """
    context = make_context(document, template)
    members = dict(template.members)
    try:
        for name, source in template.sources.items():
            members[name] = _render(source, context).encode()
        members["word/document.xml"] = _document_xml(document, template, context).encode()
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


def _document_xml(document: Document, template: PreparedTemplate, context: Context) -> str:
    sections: list[tuple[str, str]] = []
    paragraphs = ParagraphWriter(template.rule)
    for section in template.sections:
        for part in document.parts:
            if part.kind not in _PARTS[section.marker]:
                continue
            setup = section if part.landscape or part.kind != "appendix" else template.sections[0]
            values: Context = {**context, **_rules(part, template)}
            content = _blocks(part, setup.width, paragraphs)
            values[section.marker] = Markup(content)
            sections.append((_fill(section, values), setup.properties))
    text = _joined(sections)
    # LibreOffice leaves an empty line above a table that begins a document with footnotes,
    # unless a paragraph of ours, a point high, stands there.
    first = _FIRST_LINE if document.footnotes and text.startswith("<w:tbl>") else ""
    return template.opening + first + text + template.ending


def _rules(part: Part, template: PreparedTemplate) -> Context:
    if part.title is None:
        return {}
    return {"ke_trich_yeu": rule_length(template, "TrichYeu", part.title.subject)}


def _joined(sections: list[tuple[str, str]]) -> str:
    """Join sections: each but the last ends in a paragraph that carries its page setup."""
    *before, (last, setup) = sections
    return "".join([text + _BREAK.format(own) for text, own in before]) + last + setup


def _blocks(part: Part, width: int, paragraphs: ParagraphWriter) -> str:
    """Write a part's blocks; the last one stays with the signature, where there is one."""
    *before, last = part.blocks or (Paragraph("body", ()),)
    blocks = [_block(block, width, paragraphs) for block in before]
    blocks.append(_block(last, width, paragraphs, keep_next=part.closing is not None))
    return "".join(blocks)


def _block(
    block: Block, width: int, paragraphs: ParagraphWriter, *, keep_next: bool = False
) -> str:
    if isinstance(block, Paragraph):
        return paragraphs.write(block, keep_next=keep_next)
    return write_table(block, width, paragraphs)


def _fill(section: Section, values: Context) -> str:
    if section.pieces is not None:
        return fill_pieces(section.pieces, values)
    return _render(section.source, values)


def _render(source: str, values: Context) -> str:
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

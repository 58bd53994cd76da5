"""Paragraphs and their inlines as WordprocessingML."""

import re

from planforge.document import Inline, Link, NoteCall, Paragraph
from planforge.writers.docx.styles import (
    FOOTNOTE_REFERENCE,
    OUTLINE_LEVELS,
    PARAGRAPH_STYLES,
    REFERENCE,
)

_OPENINGS = {
    role: f'<w:p><w:pPr><w:pStyle w:val="{style}"/>' for role, style in PARAGRAPH_STYLES.items()
}
_LONGEST_BOOKMARK = 40


def escape(text: str) -> str:
    """Return ``text`` for the content of an XML element or a quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def bookmark_name(anchor: str) -> str:
    """Return the bookmark of an anchor; Word takes letters, digits and ``_``, at most 40."""
    return ("muc_" + re.sub(r"\W", "_", anchor))[:_LONGEST_BOOKMARK]


class ParagraphWriter:
    """Writes the paragraphs of one document; bookmarks are numbered through all its parts."""

    def __init__(self) -> None:
        self._bookmarks = 0

    def write(self, paragraph: Paragraph) -> str:
        """Return the paragraph's XML."""
        role = paragraph.role
        outline = paragraph.outline
        level = (
            f'<w:outlineLvl w:val="{outline}"/>'
            if outline is not None and outline != OUTLINE_LEVELS.get(role)
            else ""
        )
        content = "".join([write_inline(inline) for inline in paragraph.inlines])
        if paragraph.number:
            content = _number(paragraph) + content
        if paragraph.anchor:
            content = self._bookmark(paragraph.anchor) + content
        return f"{_OPENINGS[role]}{level}</w:pPr>{content}</w:p>"

    def _bookmark(self, anchor: str) -> str:
        number = self._bookmarks
        self._bookmarks += 1
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )


def _number(paragraph: Paragraph) -> str:
    space = " " if paragraph.inlines else ""
    return f'<w:r><w:t xml:space="preserve">{escape(paragraph.number)}{space}</w:t></w:r>'


def write_inline(inline: Inline) -> str:
    """Return the XML of one run, link or footnote call."""
    if type(inline) is NoteCall:
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_REFERENCE}"/></w:rPr>'
            f'<w:footnoteReference w:id="{inline.number}"/></w:r>'
        )
    emphasis = ("<w:b/>" if inline.bold else "") + ("<w:i/>" if inline.italic else "")
    text = f'<w:t xml:space="preserve">{escape(inline.text)}</w:t>'
    if type(inline) is Link:
        return (
            f'<w:hyperlink w:anchor="{bookmark_name(inline.target)}" w:history="1">'
            f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/>{emphasis}</w:rPr>{text}</w:r>'
            "</w:hyperlink>"
        )
    return f"<w:r><w:rPr>{emphasis}</w:rPr>{text}</w:r>" if emphasis else f"<w:r>{text}</w:r>"

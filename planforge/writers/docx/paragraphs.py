"""Paragraphs and their inlines as WordprocessingML."""

import re
from zlib import crc32

from planforge.document import Inline, Link, NoteCall, Paragraph, Run
from planforge.writers.docx.styles import (
    FOOTNOTE_REFERENCE,
    MARK_STYLES,
    OUTLINE_LEVELS,
    PARAGRAPH_STYLES,
    REFERENCE,
)

_OPENINGS = {
    role: f'<w:p><w:pPr><w:pStyle w:val="{style}"/>' for role, style in PARAGRAPH_STYLES.items()
}
_BOOKMARK = "muc_"
_LONGEST_NAME = 40 - len(_BOOKMARK)
_RULE = 1260000
"""Length of the rule under an appendix's note: 3.5 cm in English metric units."""
_FIRST_RULE_ID = 1000
"""Drawings of the template itself have lower ids."""


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
    """Return the bookmark of an anchor; Word takes letters, digits and ``_``, at most 40.

    Word does not tell capitals from small letters. Where the name alone could be that of another
    anchor, a checksum of the anchor sets it apart.
    """
    name = re.sub(r"\W", "_", anchor)
    if len(name) <= _LONGEST_NAME and anchor == name.replace("_", "-").lower():
        return _BOOKMARK + name
    return f"{_BOOKMARK}{name[: _LONGEST_NAME - 9]}_{crc32(anchor.encode()):08x}"


class ParagraphWriter:
    """Writes the paragraphs of one document; bookmarks are numbered through all its parts.

    ``rule`` is the template's paragraph that draws a rule.
    """

    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._rules = 0
        self._bookmarks = 0

    def write(self, paragraph: Paragraph, *, keep_next: bool = False) -> str:
        """Return the paragraph's XML; ``keep_next`` keeps it on the page of what follows."""
        role = paragraph.role
        keep = "<w:keepNext/>" if keep_next else ""
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
        text = f"{_OPENINGS[role]}{keep}{level}</w:pPr>{content}</w:p>"
        return text + self._drawn_rule() if role == "appendix_note" else text

    def _drawn_rule(self) -> str:
        """Return the short rule that closes an appendix's heading (Mẫu 2.1)."""
        self._rules += 1
        length, ident = str(_RULE), str(_FIRST_RULE_ID + self._rules)
        return self._rule.replace("{length}", length).replace("{id}", ident)

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
    if isinstance(inline, NoteCall):
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_REFERENCE}"/></w:rPr>'
            f'<w:footnoteReference w:id="{inline.number}"/></w:r>'
        )
    if isinstance(inline, Run) and not (
        inline.bold or inline.italic or inline.plain or inline.mark
    ):
        return f'<w:r><w:t xml:space="preserve">{escape(inline.text)}</w:t></w:r>'
    plain = '<w:b w:val="0"/>' if inline.plain else ""
    emphasis = ("<w:b/>" if inline.bold else plain) + ("<w:i/>" if inline.italic else "")
    text = f'<w:t xml:space="preserve">{escape(inline.text)}</w:t>'
    if isinstance(inline, Link):
        return (
            f'<w:hyperlink w:anchor="{bookmark_name(inline.target)}" w:history="1">'
            f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/>{emphasis}</w:rPr>{text}</w:r>'
            "</w:hyperlink>"
        )
    mark = f'<w:rStyle w:val="{MARK_STYLES[inline.mark]}"/>' if inline.mark else ""
    return f"<w:r><w:rPr>{mark}{emphasis}</w:rPr>{text}</w:r>"

"""The body: sections with their numbers, paragraphs with their marks."""

from collections.abc import Iterable, Iterator

from planforge.composer.inlines import Inliner, in_capitals, in_plain_type
from planforge.document import Paragraph, Role, Run
from planforge.model.body import Section
from planforge.model.frame import LEADS, Basis
from planforge.model.numbering import UNNUMBERED, Number, next_style, number_items
from planforge.model.text import Text

_TEXT_ROLES: dict[str, Role] = {"": "body", "-": "dash", "+": "plus"}
_HEADING_ROLES: dict[str, Role] = {
    "Phần I": "part",
    "I.": "heading",
    "A.": "heading",
    "I": "heading",
    "A": "heading",
    "a)": "point",
    "-": "dash",
    "+": "plus",
}
"""Roles of headings by style; Arabic numbers and unnumbered headings are subheadings."""

_MAX_OUTLINE = 8


def compose_bases(bases: Iterable[Basis], inline: Inliner) -> Iterator[Paragraph]:
    """Yield the bases, one a line, ending in ``;`` and the last in ``.`` (PL I.II.6.a)."""
    lines = [_basis_text(basis) for basis in bases]
    for index, line in enumerate(lines, 1):
        yield Paragraph("basis", inline(line + (";" if index < len(lines) else ".")))


def _basis_text(basis: Basis) -> str:
    text = basis.text.rstrip(" ;.")
    lead = basis.lead or ("" if text.startswith(LEADS) else LEADS[0])
    return f"{lead} {text}" if lead else text


def compose_text(text: Text, inline: Inliner) -> Iterator[Paragraph]:
    """Yield the paragraphs of a running text."""
    for paragraph in text:
        yield Paragraph(_TEXT_ROLES[paragraph.mark], inline(paragraph.text), paragraph.mark)


def compose_sections(
    sections: tuple[Section, ...],
    inline: Inliner,
    usual: str,
    parent: Number = UNNUMBERED,
    level: int = 0,
) -> Iterator[Paragraph]:
    """Yield the paragraphs of ``sections`` and of all sections inside them."""
    for section, number in zip(sections, number_items(sections, usual, parent), strict=True):
        yield from _opening(section, number, inline, min(level, _MAX_OUTLINE))
        style = section.child_style or next_style(number.style)
        yield from compose_sections(section.sections, inline, style, number, level + 1)
        yield from compose_text(section.closing, inline)


def _opening(section: Section, number: Number, inline: Inliner, level: int) -> Iterator[Paragraph]:
    """Yield what stands on the number's line, then the section's other paragraphs.

    A section whose text begins with an item has its number on a line of its own.
    """
    first, rest = section.text[:1], section.text[1:]
    on_the_line = bool(first) and not first[0].mark
    if section.title and section.run_in and on_the_line:
        yield _run_in(section, number, inline)
    elif section.title:
        yield from _heading(section, number, inline, level)
        rest = section.text
    elif on_the_line or number.label:
        role = _HEADING_ROLES[number.style] if number.style in ("-", "+") else "body"
        inlines = inline(first[0].text) if on_the_line else ()
        yield Paragraph(role, inlines, number.label, anchor=section.id)
        rest = rest if on_the_line else section.text
    else:
        rest = section.text
    yield from compose_text(rest, inline)


def _run_in(section: Section, number: Number, inline: Inliner) -> Paragraph:
    """Return heading and first paragraph on one line; the heading keeps its weight."""
    role = _HEADING_ROLES.get(number.style, "subheading")
    title = inline(section.title, bold=role in ("heading", "subheading"))
    text = (*title, Run(" "), *inline(section.text[0].text))
    return Paragraph(
        role if role in ("dash", "plus") else "body", text, number.label, anchor=section.id
    )


def _heading(section: Section, number: Number, inline: Inliner, level: int) -> Iterator[Paragraph]:
    role = _HEADING_ROLES.get(number.style, "subheading")
    title = inline(section.title)
    if role in ("part", "heading"):
        title = in_capitals(title)
    if section.note:
        title = (*title, Run(" "), *in_plain_type(inline(section.note)))
    if role == "part":
        yield Paragraph("part", (Run(number.label),), outline=level, anchor=section.id)
        yield Paragraph("part_title", title)
    else:
        outline = None if role in ("dash", "plus") else level
        yield Paragraph(role, title, number.label, outline, section.id)

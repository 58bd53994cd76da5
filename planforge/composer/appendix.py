"""An appendix: label, title, note, and its table as rows of cells that merge."""

from collections.abc import Iterator

from planforge.composer.body import compose_sections, compose_text
from planforge.composer.inlines import Inliner, in_capitals
from planforge.composer.table import compose_table
from planforge.document import Block, Paragraph, Part, Run
from planforge.model.appendix import Appendix
from planforge.model.numbering import next_style


def compose_appendix(appendix: Appendix, label: str, note: str, inline: Inliner) -> Part:
    """Return the appendix as a part; ``note`` is the line that names the plan it comes with."""
    return Part(
        kind="appendix",
        blocks=tuple(_blocks(appendix, label, note, inline)),
        landscape=appendix.orientation == "landscape",
    )


def _blocks(appendix: Appendix, label: str, note: str, inline: Inliner) -> Iterator[Block]:
    yield Paragraph("appendix_label", (Run(label),), outline=0, anchor=appendix.id)
    if appendix.title:
        yield Paragraph("appendix_title", in_capitals(inline(appendix.title)))
    printed = note if appendix.note is None else appendix.note
    if printed:
        yield Paragraph("appendix_note", inline(printed))
    yield from compose_text(appendix.text, inline)
    style = appendix.child_style or next_style("")
    yield from compose_sections(appendix.sections, inline, style, level=1)
    if appendix.groups or appendix.tasks:
        yield compose_table(appendix, inline)
    yield from compose_text(appendix.closing, inline)

"""The head of an appendix (PL I.III.1)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import (
    Breach,
    Wanted,
    element,
    grouped,
    look_breaches,
    not_found,
)
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the heads of the appendices."""
    appendices = anatomy.appendices
    if not appendices:
        return
    yield from look_breaches("appendix_label", [a.label for a in appendices], lower=True)
    yield from look_breaches("appendix_title", [line for a in appendices for line in a.title])
    notes = [a.note for a in appendices if a.note is not None]
    yield from look_breaches("appendix_note", notes)
    if len(notes) < len(appendices):
        yield not_found("appendix_note")
    numbering = element("appendix_label").numbering
    numbered = numbering is not None and len(appendices) >= numbering.from_count
    wrong = [a.label for a in appendices if numbered and (not a.number or a.number.isdecimal())]
    yield from grouped(wrong, _number, element("appendix_label").clause)


def _number(_line: Line) -> Wanted | None:
    return (
        msg("Several appendices are told apart by Roman numbers; this one has none."),
        msg("Write “Phụ lục I”, “Phụ lục II”."),
    )


RULE = WordRule(
    code="W115",
    name="appendix-heading",
    severity="error",
    check=check,
    what=msg(
        "“Phụ lục I” in small letters, 14 pt bold, Roman numbers where there are several; the"
        " title in bold capitals; “(Kèm theo …)” in italics below."
    ),
    why=msg("The heading ties the appendix to its document when the two are parted."),
    bad="PHỤ LỤC 1",
    good="Phụ lục I",
    source="PL I.III.1",
)

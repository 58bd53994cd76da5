"""The lines of a document in the order of its Word file, and which element each of them is."""

from collections.abc import Iterator
from typing import Any

from example_plans import Built
from msgspec import Struct
from word_files import WordFile

from planforge.document import (
    Closing,
    Document,
    Inlines,
    Letterhead,
    NoteCall,
    Paragraph,
    Part,
    Role,
    Run,
    Title,
)
from planforge.standards import Element, load_standard

STANDARD = load_standard()
_ELEMENTS: dict[Role, str] = {
    "authority": "authority",
    "basis": "basis",
    "article": "article",
    "body": "body",
    "dash": "body",
    "plus": "body",
    "part": "part",
    "part_title": "part_title",
    "heading": "outline_section",
    "subheading": "clause_heading",
    "point": "point",
    "appendix_label": "appendix_label",
    "appendix_title": "appendix_title",
    "appendix_note": "appendix_note",
}
"""The elements of the standard; it is silent about what stands in tables."""


class Line(Struct, frozen=True):
    """A paragraph that prints something: its element ("" in a table) and its runs."""

    element: str
    runs: tuple[Run, ...]
    role: str = ""

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


def document_lines(document: Document) -> list[Line]:
    """Return the lines of a document from first to last; a blank one is none."""
    lines = (line for part in document.parts for line in part_lines(part))
    return [line for line in lines if line.text.strip()]


def part_lines(part: Part) -> Iterator[Line]:
    """Yield the lines of one part."""
    if part.letterhead:
        yield from _letterhead(part.letterhead)
    if part.title:
        yield from _title(part.title)
    for block in part.blocks:
        if isinstance(block, Paragraph):
            yield _line(block)
            continue
        for column in block.columns:
            yield Line("", (Run(column.heading),), "column_heading")
        for row in block.rows:
            for cell in row.cells:
                yield from (_line(paragraph) for paragraph in cell.paragraphs)
    if part.closing:
        yield from _closing(part.closing)


def _plain(element: str, *texts: str) -> Iterator[Line]:
    yield from (Line(element, (Run(text),)) for text in texts if text)


def _letterhead(head: Letterhead) -> Iterator[Line]:
    yield from _plain("parent", *head.parent)
    yield from _plain("issuer", *head.issuer)
    for element in ("national_title", "motto"):
        yield from _plain(element, STANDARD.elements[element].text)
    yield from _plain("number", f"Số: {head.number}" if head.number else "")
    yield from _plain("place_date", head.place_date)


def _title(title: Title) -> Iterator[Line]:
    yield from _plain("document_type", title.type)
    yield from _plain("subject", title.subject)
    yield from _plain("appendix_note", title.note)


def _closing(closing: Closing) -> Iterator[Line]:
    yield from _plain("recipients_title", STANDARD.elements["recipients_title"].text)
    yield from _plain("recipients_list", *closing.recipients)
    yield from _plain("authority", *closing.authority, closing.title)
    yield from _plain("signer", closing.other_title, closing.name)


def _line(paragraph: Paragraph) -> Line:
    number = paragraph.number + (" " if paragraph.number and paragraph.inlines else "")
    runs = ([Run(number)] if number else []) + _runs(paragraph.inlines)
    return Line(_ELEMENTS.get(paragraph.role, ""), tuple(runs), paragraph.role)


def _runs(inlines: Inlines) -> list[Run]:
    """Return what is text: calls of footnotes print a number of Word's own."""
    texts = [inline for inline in inlines if not isinstance(inline, NoteCall)]
    return [Run(text.text, text.bold, text.italic, text.plain) for text in texts]


class Shown(Struct, frozen=True):
    """A built plan, its Word file, and each line of the document with its paragraph."""

    built: Built
    word: WordFile
    lines: list[tuple[Line, Any]]

    def __repr__(self) -> str:
        return f"<{self.built.name}>"

    def elements(self, *names: str) -> list[tuple[Line, Element, Any]]:
        """Return the lines that the standard knows, or those called ``names``, in their order."""
        return [
            (line, STANDARD.elements[line.element], paragraph)
            for line, paragraph in self.lines
            if (line.element in names if names else line.element)
        ]


def show(built: Built) -> Shown:
    """Return the plan with its Word file opened and held beside its document."""
    word = WordFile(built.docx)
    lines = zip(document_lines(built.document), word.paragraphs(), strict=False)
    return Shown(built, word, list(lines))

"""Marked text to inlines: emphasis, footnotes counted as they are called, references resolved."""

from collections.abc import Mapping

from msgspec.structs import replace

from planforge.document import Inline, Inlines, Link, NoteCall, Run
from planforge.model.text import Span, parse_spans


class Inliner:
    """Turns texts into inlines, in reading order; ``notes`` are the footnotes called so far.

    ``labels`` says how each reference is printed; ``footnotes`` holds the texts by id.
    """

    def __init__(self, labels: Mapping[str, str], footnotes: Mapping[str, str]) -> None:
        self._labels = labels
        self._footnotes = footnotes
        self.notes: list[Inlines] = []

    def __call__(self, text: str, *, bold: bool = False) -> Inlines:
        """Return the inlines of ``text``; ``bold`` makes all of it bold."""
        if not ("*" in text or "{" in text or "[^" in text or "\\" in text):
            return (Run(text, bold),) if text else ()
        return tuple(self._inline(span, bold=bold) for span in parse_spans(text))

    def _inline(self, span: Span, *, bold: bool) -> Inline:
        bold = bold or span.bold
        if span.kind == "reference":
            label = self._labels.get(span.value, span.value)
            return Link(label, span.value, bold, span.italic)
        if span.kind == "footnote":
            return self._note(span.value)
        return Run(span.value, bold, span.italic)

    def _note(self, name: str) -> NoteCall:
        """Count a call. A note called twice is printed twice: Word has one text a number."""
        self.notes.append(())
        number = len(self.notes)
        self.notes[number - 1] = self(self._footnotes.get(name, ""))
        return NoteCall(number)


def in_plain_type(inlines: Inlines) -> Inlines:
    """Return ``inlines`` set off from the bold heading they stand beside."""
    return tuple(
        inline if isinstance(inline, NoteCall) else replace(inline, plain=True)
        for inline in inlines
    )


def in_capitals(inlines: Inlines) -> Inlines:
    """Return ``inlines`` in capital letters, as headings of the first level are printed."""
    return tuple(
        inline if isinstance(inline, NoteCall) else replace(inline, text=inline.text.upper())
        for inline in inlines
    )

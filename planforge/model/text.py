r"""Running text: paragraphs, and the marks that may stand inside them.

A text is a tuple of paragraphs. Inside a paragraph ``**bold**``, ``*italic*``, a footnote call
``[^id]`` and a reference ``{id}`` are marks; ``\`` before one of ``* [ { \`` prints it as it is.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Mark = Literal["", "-", "+"]
_LIST_MARKS: dict[str, Mark] = {"- ": "-", "+ ": "+"}
"""How the paragraphs of a list begin."""


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph; ``mark`` is the dash or plus before it, "" for none."""

    text: str
    mark: Mark = ""


Text = tuple[Paragraph, ...]
"""Paragraphs in order; empty where nothing is written."""

Cell = Text | None
"""A table cell. Empty: blank on purpose. None: not given, so merged with the line above."""


def parse_text(value: str) -> Text:
    """Return the paragraphs of ``value``: joined lines, ended by a blank line or a list mark."""
    if "\n" not in value:
        line = value.strip()
        return (_paragraph(line),) if line else ()
    return tuple(_paragraph(text) for text, _ in split_paragraphs(value))


def split_paragraphs(value: str) -> Iterator[tuple[str, int]]:
    """Yield each paragraph of ``value`` as one line, with the index of the line it starts on."""
    pending: list[str] = []
    start = 0
    for index, raw in enumerate(value.split("\n")):
        line = raw.strip()
        if pending and (not line or line[:2] in _LIST_MARKS):
            yield " ".join(pending), start
            pending = []
        if line:
            if not pending:
                start = index
            pending.append(line)
    if pending:
        yield " ".join(pending), start


def _paragraph(line: str) -> Paragraph:
    mark = _LIST_MARKS.get(line[:2])
    return Paragraph(line[2:].lstrip(), mark) if mark else Paragraph(line)


class Span(Struct, frozen=True, gc=False):
    """A piece of a paragraph: text, a footnote call or a reference, with its emphasis.

    ``kind`` says what ``value`` is: the text itself, or the id that is called or referred to.
    """

    kind: Literal["text", "footnote", "reference"]
    value: str
    bold: bool = False
    italic: bool = False


_MARKS = re.compile(r"\\([*\[{\\])|(\*\*)|(\*)|\[\^([\w-]+)\]|\{([\w.-]+)\}")


def parse_spans(text: str) -> tuple[Span, ...]:
    """Return the pieces of a paragraph's text, with its marks resolved.

    An emphasis mark that is never closed prints as it stands, so that ``*`` in prose is safe.
    """
    if not ("*" in text or "{" in text or "[^" in text or "\\" in text):
        return (Span("text", text),) if text else ()
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    toggles = {"**": _closed(text, "**"), "*": _closed(text, "*")}
    state = {"**": False, "*": False}
    pending, position = "", 0
    for match in _MARKS.finditer(text):
        pending += text[position : match.start()]
        position = match.end()
        escaped, bold, italic, footnote, reference = match.groups()
        mark = bold or italic
        if escaped or (mark and not toggles[mark]):
            pending += escaped or mark
            continue
        if pending:
            yield Span("text", pending, state["**"], state["*"])
            pending = ""
        if mark:
            state[mark] = not state[mark]
            toggles[mark] -= 1
        elif footnote:
            yield Span("footnote", footnote, state["**"], state["*"])
        else:
            yield Span("reference", reference, state["**"], state["*"])
    pending += text[position:]
    if pending:
        yield Span("text", pending, state["**"], state["*"])


def _closed(text: str, mark: str) -> int:
    """Return how many of ``mark`` in ``text`` belong to a pair: an even number."""
    found = sum(
        1 for match in _MARKS.finditer(text) if match.group(2) == mark or match.group(3) == mark
    )
    return found - found % 2


def plain_text(text: str) -> str:
    """Return a paragraph's text without its marks; calls and references vanish."""
    return "".join(span.value for span in parse_spans(text) if span.kind == "text")

"""The document as one web page: to read on any screen, to print on A4 as the standard asks.

The page needs no other file and runs no script. Its words are those of the document and nothing
else; names that only a screen reader speaks stand in attributes and in the captions of tables.
"""

from collections.abc import Iterable
from html import escape

from planforge.document import Closing, Document, Letterhead, Paragraph, Part, Title
from planforge.writers.html_blocks import BlockWriter
from planforge.writers.html_style import STYLE, page_style
from planforge.writers.outline import MOTTO, NATIONAL_TITLE, paragraph_text


def write_html(document: Document) -> str:
    """Return the page of ``document``, ended by a newline; the same document, the same page."""
    blocks = BlockWriter(document)
    parts = [_part(part, number, blocks) for number, part in enumerate(document.parts, 1)]
    pages = [
        page_style(number, landscape=part.landscape)
        for number, part in enumerate(document.parts, 1)
    ]
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(document.title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape(document.author)}">\n'
        f"<style>\n{STYLE}{''.join(pages)}</style>\n</head>\n"
        f"<body>\n<main>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _part(part: Part, number: int, blocks: BlockWriter) -> str:
    kind = f"{part.kind} landscape" if part.landscape else part.kind
    content = (
        _letterhead(part.letterhead) if part.letterhead else "",
        _title(part.title) if part.title else "",
        *[blocks.write(block) for block in part.blocks],
        _closing(part.closing) if part.closing else "",
        blocks.write_called_notes(),
    )
    return (
        f'<section id="part-{number}" class="sheet {kind}" aria-label="{escape(_name(part))}">\n'
        f"{''.join(content)}</section>\n"
    )


def _name(part: Part) -> str:
    """Return what a screen reader calls the part: its title, or its first line."""
    if part.title:
        return f"{part.title.type} {part.title.subject}"
    opening = next((block for block in part.blocks if isinstance(block, Paragraph)), None)
    return paragraph_text(opening) if opening else part.kind


def _letterhead(head: Letterhead) -> str:
    lines = [
        *[_line("parent", escape(line)) for line in head.parent],
        *[_line("issuer", escape(line)) for line in head.issuer[:-1]],
        *[_line("issuer", _ruled(line)) for line in head.issuer[-1:]],
    ]
    issue = (
        _line("number", f"Số: {escape(head.number)}") + _line("place_date", escape(head.place_date))
        if head.number
        else ""
    )
    return (
        f'<header class="letterhead">\n<div>\n{"".join(lines)}</div>\n'
        f"<div>\n{_line('national_title', NATIONAL_TITLE)}{_line('motto', _ruled(MOTTO))}</div>\n"
        f"{issue}</header>\n"
    )


def _title(title: Title) -> str:
    """Return type, subject and note; the last of them stands over the rule (PL I.II.5.b)."""
    subject = escape(title.subject) if title.note else _ruled(title.subject)
    note = _line("note", _ruled(title.note)) if title.note else ""
    return (
        f'<div class="title">\n<h1><span class="document_type">{escape(title.type)}</span>\n'
        f'<span class="subject">{subject}</span></h1>\n{note}</div>\n'
    )


def _closing(closing: Closing) -> str:
    recipients = "".join([f"<li>{escape(line)}</li>\n" for line in closing.recipients])
    powers = _lines((*closing.authority, closing.title))
    signer = _lines((closing.other_title, closing.name))
    return (
        '<footer class="closing">\n<div class="recipients">\n'
        f"{_line('recipients_title', 'Nơi nhận:')}"
        f'<ul class="recipients_list" role="list">\n{recipients}</ul>\n</div>\n'
        f'<div>\n<div class="powers">\n{powers}</div>\n<div class="signer">\n{signer}</div>\n'
        "</div>\n</footer>\n"
    )


def _ruled(text: str) -> str:
    """Return ``text`` in a box of its own width, which measures the rule below it."""
    return f'<span class="ruled">{escape(text)}</span>'


def _line(name: str, content: str) -> str:
    return f'<p class="{name}">{content}</p>\n'


def _lines(lines: Iterable[str]) -> str:
    return "".join([f"<p>{escape(line)}</p>\n" for line in lines if line])

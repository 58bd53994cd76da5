"""The proof of the rest: a small document is built with the template and taken apart again."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from planforge.document import (
    Closing,
    Document,
    Letterhead,
    NoteCall,
    Paragraph,
    Part,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from planforge.errors import PlanforgeError
from planforge.findings import Finding, Message, msg
from planforge.untrusted import parse_xml
from planforge.writers.docx.checking.codes import BROKEN_TAG, TRIAL_FAILED, complain
from planforge.writers.docx.checking.tags import Tag, find_tags
from planforge.writers.docx.checking.text import read_part
from planforge.writers.docx.package import write_docx
from planforge.writers.docx.preparation import prepare_template

_WORDS = "Sở TT&TT <thử>"
_TEXT = Paragraph("body", (Run(_WORDS), NoteCall(1)))
_TABLE = Table(_WORDS, (TableColumn(_WORDS, 1),), (TableRow((TableCell((_TEXT,)),)),))
_HEAD = Letterhead((_WORDS,), (_WORDS,), _WORDS, _WORDS)
_CLOSING = Closing((_WORDS,), (_WORDS,), _WORDS, _WORDS, _WORDS)
_TITLE = Title(_WORDS, _WORDS, _WORDS)
_SAMPLE = Document(
    title=_WORDS,
    author=_WORDS,
    parts=(
        Part(kind="decision", letterhead=_HEAD, title=_TITLE, blocks=(_TEXT,), closing=_CLOSING),
        Part(kind="attachment", letterhead=_HEAD, title=_TITLE, blocks=(_TEXT,), closing=_CLOSING),
        Part(kind="appendix", blocks=(_TEXT, _TABLE), landscape=True),
        Part(kind="comparison", letterhead=_HEAD, title=_TITLE, blocks=(_TABLE,), landscape=True),
    ),
    footnotes=((Run(_WORDS),),),
)


def try_template(data: bytes, name: str) -> list[Finding]:
    """Return what still goes wrong with a template that looks faultless."""
    try:
        return list(_leftovers(write_docx(_SAMPLE, prepare_template(data, name))))
    except PlanforgeError as error:
        return [_failed(error.message)]
    except Exception as error:  # noqa: BLE001 - a template can break the libraries in any way
        return [_failed(msg("{reason}", reason=f"{type(error).__name__}: {error}"))]


def _leftovers(result: bytes) -> Iterator[Finding]:
    """Yield the tags that are printed as they stand; raises ValueError for a damaged part."""
    with zipfile.ZipFile(BytesIO(result)) as archive:
        for part in archive.namelist():
            if part.startswith("word/") and part.endswith(".xml"):
                root = parse_xml(archive.read(part))
                for paragraph in read_part(part, root):
                    yield from map(_not_filled, find_tags(paragraph))


def _not_filled(tag: Tag) -> Finding:
    return complain(
        BROKEN_TAG,
        msg("`{tag}` is not filled here and would be printed as it stands.", tag=tag.shown),
        where=tag.paragraph.where,
        hint=msg("Write it again in one go; tags belong in the text, page headers and footers."),
    )


def _failed(reason: Message) -> Finding:
    return complain(
        TRIAL_FAILED,
        msg("No document can be built with the template: {reason}", reason=reason),
        hint=msg("Compare it with a built-in template, or start again from one."),
    )

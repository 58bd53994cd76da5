"""The proof of the rest: a small document is built with the template and taken apart again."""

import zipfile
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
from planforge.writers.docx.checking.codes import TRIAL_FAILED, complain
from planforge.writers.docx.checking.package import parse
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
    ),
    footnotes=((Run(_WORDS),),),
)


def try_template(data: bytes, name: str) -> list[Finding]:
    """Return what stops a document from being built with a template that looks faultless."""
    try:
        result = write_docx(_SAMPLE, prepare_template(data, name))
        with zipfile.ZipFile(BytesIO(result)) as archive:
            for part in archive.namelist():
                if part.endswith(".xml"):
                    parse(archive.read(part))
    except PlanforgeError as error:
        return [_failed(error.message)]
    except Exception as error:  # noqa: BLE001 - a template can break the libraries in any way
        return [_failed(msg("{reason}", reason=f"{type(error).__name__}: {error}"))]
    return []


def _failed(reason: Message) -> Finding:
    return complain(
        TRIAL_FAILED,
        msg("No document can be built with the template: {reason}", reason=reason),
        hint=msg("Compare it with a built-in template, or start again from one."),
    )

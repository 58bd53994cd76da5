"""Files that cannot be read at all."""

from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach
from planforge.linter.wordfile.rule import WordRule

_HINT = msg("Save it from Word as “Word Document (*.docx)”, without a password.")


def check(_anatomy: Anatomy) -> Iterator[Breach]:
    """Yield nothing: what has been read is readable."""
    return iter(())


def refusal(reason: Message) -> Breach:
    """Return the breach of a file that cannot be read for ``reason``."""
    return Breach(message=reason, hint=_HINT, source="")


RULE = WordRule(
    code="W119",
    name="unreadable",
    severity="error",
    check=check,
    what=msg("Files that are no Word document, or a damaged one."),
    why=msg("What cannot be read cannot be checked, and Word may refuse it as well."),
    bad="ke-hoach.doc (Word 97-2003), tệp có mật khẩu",
    good="ke-hoach.docx",
    source="",
)

"""Bring the catalogue up to date with the source: ``python -m planforge.locale.update``.

The compiled catalogue is kept beside its text, so that installing needs no further step; a
test tells when one of them is behind the source.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_PACKAGE = Path(__file__).parent.parent
FOLDER = Path(__file__).parent / "vi" / "LC_MESSAGES"
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""The clock must not change the compiled catalogue."""

_KEYWORDS = {"_": None, "msg": None, "Key": None}

COMMAND_LINE: tuple[str | tuple[str, str], ...] = (
    "%(prog)s, version %(version)s",
    "(Possible options: {possibilities})",
    "(dynamic)",
    "Aborted!",
    "Choose from:\n\t{choices}",
    "Commands",
    "Could not open file {filename!r}: {message}",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "Missing argument",
    "Missing command.",
    "Missing option",
    "Missing parameter",
    "Missing parameter: {param_name}",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "No such option: {name}",
    "Option {name!r} does not take a value.",
    "Options",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "default: {default}",
    "directory",
    "file",
    "path",
    "required",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not readable.",
    "{name} {filename!r} is not writable.",
    "{value!r} is not a valid {number_type}.",
    "{value!r} is not one of {choices}.",
    "{value} is not in the range {range}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
    ("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What the command-line library itself says; it asks the same catalogue."""


def extract() -> Catalog:
    """Return a catalogue of everything the source says, untranslated."""
    catalogue = Catalog(locale="vi", project="planforge", charset="utf-8", fuzzy=False)
    for phrase in COMMAND_LINE:
        catalogue.add(phrase, locations=[("click", 0)])
    found = extract_from_dir(str(_PACKAGE), keywords=_KEYWORDS, method_map=[("**.py", "python")])
    for file, _line, text, _comments, _context in found:
        if isinstance(text, str) and text:
            catalogue.add(text, locations=[(file, 0)])
    return catalogue


def merged(text: bytes) -> Catalog:
    """Return the catalogue written in ``text`` with the source's messages; new ones are empty."""
    catalogue = read_po(io.BytesIO(text), locale="vi")
    catalogue.update(extract(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue, in the order of its messages."""
    buffer = io.BytesIO()
    catalogue.header_comment = "# Vietnamese messages of planforge."
    write_po(buffer, catalogue, sort_output=True, no_location=True, omit_header=False, width=0)
    lines = buffer.getvalue().splitlines(keepends=True)
    dates = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Last-Translator', b'"Generated-By')
    return b"".join(line for line in lines if not line.startswith(dates))


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the compiled form of a catalogue."""
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    """Write the catalogue and its compiled form."""
    path = FOLDER / "planforge.po"
    catalogue = merged(path.read_bytes() if path.exists() else b"")
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = po_bytes(catalogue)
    path.write_bytes(text)
    path.with_suffix(".mo").write_bytes(mo_bytes(read_po(io.BytesIO(text), locale="vi")))


if __name__ == "__main__":
    main()

"""Archives and XML from anywhere, read without trusting them: no bombs, no endless nesting.

A Word file that an officer hands in may come from an e-mail; both the checks of templates and the
linter of finished documents open it through this.
"""

import lzma
import struct
import zipfile
import zlib

# The builder below refuses document types, and with them every entity.
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from planforge.findings import Message, msg

LARGEST = 50 * 1024 * 1024
"""Bytes of all parts unpacked: a document with pictures has a few millions, a bomb has more."""

DEEPEST = 256
"""Elements inside each other; Word writes a few dozen."""

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # a password, or a way of packing that nobody uses
    ValueError,
)
"""What opening and unpacking a damaged archive may raise."""

_OLD_WORD = b"\xd0\xcf\x11\xe0"


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return a member, no more of it than it admits to; zipfile unpacks all before it counts."""
    with archive.open(entry) as member:
        return member.read(entry.file_size + 1)


def what_it_is(data: bytes, name: str) -> Message:
    """Return what a file is that is no Word file."""
    if not data:
        return msg("{name} is empty.", name=name)
    if data.startswith(_OLD_WORD):
        return msg("{name} is an old Word file (*.doc) or has a password.", name=name)
    return msg("{name} is not a Word file, or only part of one.", name=name)


def parse_xml(content: bytes) -> Element:
    """Return the root of an XML part; raises ValueError with the reason where it is damaged."""
    parser = XMLParser(target=_Builder())  # noqa: S314 - see the import
    try:
        parser.feed(content)
        root = parser.close()
    except (ParseError, LookupError) as error:
        raise ValueError(str(error)) from None
    if not isinstance(root, Element):
        raise TypeError
    return root


class _Builder(TreeBuilder):
    """Builds a tree as Word writes it: no document type, no bottomless nesting."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > DEEPEST:
            reason = f"more than {DEEPEST} elements inside each other"
            raise ValueError(reason)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, *_identifiers: str | None) -> None:
        """Refuse what only an attack declares."""
        reason = f"it declares the document type {name}"
        raise ValueError(reason)

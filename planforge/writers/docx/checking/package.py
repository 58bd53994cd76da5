"""The file of a template taken apart, every damage in it named."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

# The builder below refuses document types, and with them every entity.
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from msgspec import Struct

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.codes import DAMAGED, NOT_WORD, complain

LARGEST_TEMPLATE = 50 * 1024 * 1024
"""Bytes of all parts unpacked: a template with pictures has a few millions, a bomb has more."""

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
FOOTNOTES = "word/footnotes.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_DEEPEST = 256
"""Elements inside each other; the library that fills templates reads no deeper."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # a password, or a way of packing that nobody uses
    ValueError,
)


class Package(Struct, frozen=True):
    """A Word file: its parts as bytes, and the roots of those that are whole XML, by name."""

    members: dict[str, bytes]
    roots: dict[str, Element]


def open_package(data: bytes, name: str) -> tuple[Package | None, list[Finding]]:
    """Return the file taken apart and what is damaged in it; None where it is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_TEMPLATE:
                return None, [_too_large(name)]
            members = {entry.filename: _unpack(archive, entry) for entry in archive.infolist()}
    except _UNREADABLE:
        return None, [complain(NOT_WORD, _what_it_is(data, name), hint=_save_again())]
    roots, damage = _parse_all(members)
    refusal = _refusal(members, roots, name)
    if refusal:
        return None, [complain(NOT_WORD, refusal, hint=_save_again())]
    return Package(members, roots), damage


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack no more than the entry admits to; zipfile unpacks all before it counts."""
    with archive.open(entry) as member:
        return member.read(entry.file_size + 1)


def _too_large(name: str) -> Finding:
    return complain(
        NOT_WORD,
        msg("{name} unpacks to more than {size} MB.", name=name, size=LARGEST_TEMPLATE >> 20),
        hint=msg("Take large pictures out, or start again from a built-in template."),
    )


def _what_it_is(data: bytes, name: str) -> Message:
    if not data:
        return msg("{name} is empty.", name=name)
    if data.startswith(_OLD_WORD):
        return msg("{name} is an old Word file (*.doc) or has a password.", name=name)
    return msg("{name} is not a Word file, or only part of one.", name=name)


def _save_again() -> Message:
    return msg("Save it from Word as “Word Document (*.docx)”, without a password.")


def _refusal(members: dict[str, bytes], roots: dict[str, Element], name: str) -> Message | None:
    """Return why an archive is no Word document at all, or None."""
    if DOCUMENT not in members:
        return msg("{name} has no text part {part}.", name=name, part=DOCUMENT)
    root = roots.get(DOCUMENT)
    if root is not None and root.find(f"{W}body") is None:
        return msg("{name} is of another kind, such as “Strict Open XML”.", name=name)
    types = members.get(_CONTENT_TYPES)
    if types is not None and _MAIN_TYPE not in types:
        return msg("{name} is a Word template (*.dotx) or holds macros (*.docm).", name=name)
    return None


def _parse_all(members: dict[str, bytes]) -> tuple[dict[str, Element], list[Finding]]:
    roots: dict[str, Element] = {}
    damage = [_missing(part) for part in (_CONTENT_TYPES, STYLES) if part not in members]
    for part, content in members.items():
        if part.endswith((".xml", ".rels")):
            try:
                roots[part] = parse(content)
            except ValueError as error:
                damage.append(_damaged(part, str(error)))
    return roots, damage


def _missing(part: str) -> Finding:
    return complain(DAMAGED, msg("The part {part} is missing.", part=part), hint=_save_again())


def _damaged(part: str, reason: str) -> Finding:
    return complain(
        DAMAGED,
        msg("The part {part} is damaged: {reason}.", part=part, reason=reason),
        hint=msg("Open the file in Word, let Word repair it, and save it."),
    )


def parse(content: bytes) -> Element:
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
        if self._depth > _DEEPEST:
            reason = f"more than {_DEEPEST} elements inside each other"
            raise ValueError(reason)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, *_identifiers: str | None) -> None:
        """Refuse what only an attack declares."""
        reason = f"it declares the document type {name}"
        raise ValueError(reason)


def headers(package: Package) -> Iterator[tuple[str, Element]]:
    """Yield page headers and footers: name of the part and root."""
    for part, root in sorted(package.roots.items()):
        if part.startswith(("word/header", "word/footer")):
            yield part, root

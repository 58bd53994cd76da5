"""A Word file taken apart without trusting it."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

# The builder below refuses document types, and with them every entity.
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from msgspec import Struct

from planforge.findings import Message, msg
from planforge.linter.wordfile.wordml import child

_DOCUMENT = "word/document.xml"
_LARGEST = 50 * 1024 * 1024
"""Bytes of the parts that are read, unpacked: a long plan has a few millions."""

_MOST_PARTS = 10_000
_DEEPEST = 256
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_READ = ("word/styles.xml", "word/_rels/document.xml.rels", "word/theme/theme1.xml")
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
    """The parts of a Word file that say how it looks; ``headers`` by relationship id."""

    body: Element
    styles: Element | None
    theme: Element | None
    headers: dict[str, Element]
    footers: dict[str, Element]


def open_word_file(data: bytes, name: str) -> Package | Message:
    """Return the file taken apart, or why it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _open(archive, name)
    except _UNREADABLE:
        return _what_it_is(data, name)


def _what_it_is(data: bytes, name: str) -> Message:
    if not data:
        return msg("{name} is empty.", name=name)
    if data.startswith(_OLD_WORD):
        return msg("{name} is an old Word file (*.doc) or has a password.", name=name)
    return msg("{name} is not a Word file, or is damaged.", name=name)


def _open(archive: zipfile.ZipFile, name: str) -> Package | Message:
    wanted = [entry for entry in archive.infolist() if _is_wanted(entry.filename)]
    if len(wanted) > _MOST_PARTS or sum(entry.file_size for entry in wanted) > _LARGEST:
        return msg("{name} unpacks to more than {size} MB.", name=name, size=_LARGEST >> 20)
    roots = {entry.filename: _parse(_unpack(archive, entry)) for entry in wanted}
    if _DOCUMENT not in roots:
        return msg("{name} has no text part {part}.", name=name, part=_DOCUMENT)
    body = child(roots[_DOCUMENT], "body")
    if body is None:
        return msg("{name} is of another kind, such as “Strict Open XML”.", name=name)
    styles, relations, theme = (roots.get(part) for part in _READ)
    return Package(
        body,
        styles,
        theme,
        _related(relations, roots, "header"),
        _related(relations, roots, "footer"),
    )


def _is_wanted(part: str) -> bool:
    return part in {_DOCUMENT, *_READ} or (
        part.startswith(("word/header", "word/footer")) and part.endswith(".xml")
    )


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack no more than the entry admits to; zipfile unpacks all before it counts."""
    with archive.open(entry) as member:
        return member.read(entry.file_size + 1)


def _related(relations: Element | None, roots: dict[str, Element], kind: str) -> dict[str, Element]:
    """Return the page headers or footers by the id that sections call them by."""
    found = {}
    for relation in relations if relations is not None else ():
        part = posixpath.normpath(posixpath.join("word", relation.get("Target", "")))
        root = roots.get(part.removeprefix("/"))
        if root is not None and relation.get("Type", "").endswith(f"/{kind}"):
            found[relation.get("Id", "")] = root
    return found


def _parse(content: bytes) -> Element:
    """Return the root of a part; raises ValueError where it is damaged."""
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
            raise ValueError(tag)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, *_identifiers: str | None) -> None:
        """Refuse what only an attack declares."""
        raise ValueError(name)

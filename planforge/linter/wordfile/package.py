"""A Word file taken apart without trusting it."""

import io
import posixpath
import zipfile
from xml.etree.ElementTree import Element

from msgspec import Struct

from planforge.findings import Message, msg
from planforge.linter.wordfile.wordml import child
from planforge.untrusted import LARGEST, UNREADABLE, parse_xml, unpack, what_it_is

_DOCUMENT = "word/document.xml"
_MOST_PARTS = 10_000
_READ = ("word/styles.xml", "word/_rels/document.xml.rels", "word/theme/theme1.xml")


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
    except UNREADABLE:
        return what_it_is(data, name)


def _open(archive: zipfile.ZipFile, name: str) -> Package | Message:
    wanted = [entry for entry in archive.infolist() if _is_wanted(entry.filename)]
    if len(wanted) > _MOST_PARTS or sum(entry.file_size for entry in wanted) > LARGEST:
        return msg("{name} unpacks to more than {size} MB.", name=name, size=LARGEST >> 20)
    roots = {entry.filename: parse_xml(unpack(archive, entry)) for entry in wanted}
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


def _related(relations: Element | None, roots: dict[str, Element], kind: str) -> dict[str, Element]:
    """Return the page headers or footers by the id that sections call them by."""
    found = {}
    for relation in relations if relations is not None else ():
        part = posixpath.normpath(posixpath.join("word", relation.get("Target", "")))
        root = roots.get(part.removeprefix("/"))
        if root is not None and relation.get("Type", "").endswith(f"/{kind}"):
            found[relation.get("Id", "")] = root
    return found

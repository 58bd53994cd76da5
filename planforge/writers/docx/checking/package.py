"""The file of a template taken apart, every damage in it named."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from planforge.findings import Finding, Message, msg
from planforge.untrusted import LARGEST, UNREADABLE, parse_xml, unpack, what_it_is
from planforge.writers.docx.checking.codes import DAMAGED, NOT_WORD, complain

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
FOOTNOTES = "word/footnotes.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"


class Package(Struct, frozen=True):
    """A Word file: its parts as bytes, and the roots of those that are whole XML, by name."""

    members: dict[str, bytes]
    roots: dict[str, Element]


def open_package(data: bytes, name: str) -> tuple[Package | None, list[Finding]]:
    """Return the file taken apart and what is damaged in it; None where it is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                return None, [_too_large(name)]
            members = {entry.filename: unpack(archive, entry) for entry in archive.infolist()}
    except UNREADABLE:
        return None, [complain(NOT_WORD, what_it_is(data, name), hint=_save_again())]
    roots, damage = _parse_all(members)
    refusal = _refusal(members, roots, name)
    if refusal:
        return None, [complain(NOT_WORD, refusal, hint=_save_again())]
    return Package(members, roots), damage


def _too_large(name: str) -> Finding:
    return complain(
        NOT_WORD,
        msg("{name} unpacks to more than {size} MB.", name=name, size=LARGEST >> 20),
        hint=msg("Take large pictures out, or start again from a built-in template."),
    )


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
                roots[part] = parse_xml(content)
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


def headers(package: Package) -> Iterator[tuple[str, Element]]:
    """Yield page headers and footers: name of the part and root."""
    for part, root in sorted(package.roots.items()):
        if part.startswith(("word/header", "word/footer")):
            yield part, root

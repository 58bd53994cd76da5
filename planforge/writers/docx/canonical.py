"""Templates as programs save them, made alike: styles found by name, a part for footnotes.

Word and LibreOffice make style ids anew from the names whenever they save, and leave out a part
for footnotes that holds none. Officers know styles by name, so the name is what counts.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from planforge.writers.docx.styles import STYLE_NAMES

STYLES = "word/styles.xml"
FOOTNOTES = "word/footnotes.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_ID, _VAL = f"{_W}styleId", f"{_W}val"
_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:footnotes xmlns:w="{_NAMESPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)


def canonical_members(members: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with our style ids and with a part for footnotes.

    Raises lxml's XMLSyntaxError for a part that is damaged.
    """
    return _with_footnotes(_with_style_ids(members))


def _with_style_ids(members: dict[str, bytes]) -> dict[str, bytes]:
    styles = etree.fromstring(members[STYLES])
    renamed = dict(_renamed(styles))
    if not renamed:
        return members
    result = dict(members)
    for name, content in members.items():
        if name.startswith("word/") and name.endswith(".xml") and b"Style" in content:
            root = etree.fromstring(content)
            _rename(root, renamed)
            result[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return result


def _renamed(styles: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an lxml element
    """Yield the id in the file and ours, of every style known by name under another id."""
    ours = {name.casefold(): ident for ident, name in STYLE_NAMES.items()}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        wanted = ours.get(name.get(_VAL, "").casefold()) if name is not None else None
        if wanted and style.get(_ID) != wanted:
            yield style.get(_ID), wanted


def _rename(root: Any, renamed: dict[str, str]) -> None:  # noqa: ANN401 - an lxml element
    for style in root.iter(f"{_W}style"):
        style.set(_ID, renamed.get(style.get(_ID), style.get(_ID)))
    for reference in root.iter(*(f"{_W}{tag}" for tag in _REFERENCES)):
        reference.set(_VAL, renamed.get(reference.get(_VAL), reference.get(_VAL)))


def _with_footnotes(members: dict[str, bytes]) -> dict[str, bytes]:
    if FOOTNOTES in members:
        return members
    types = etree.fromstring(members[_CONTENT_TYPES])
    override = {"PartName": f"/{FOOTNOTES}", "ContentType": _FOOTNOTES_TYPE}
    etree.SubElement(types, _like(types, "Override"), override)
    relations = etree.fromstring(members[_RELATIONS])
    relation = {"Id": "rIdChuThich", "Type": f"{_OFFICE}/footnotes", "Target": "footnotes.xml"}
    etree.SubElement(relations, _like(relations, "Relationship"), relation)
    return {
        **members,
        FOOTNOTES: _SEPARATORS.encode(),
        _CONTENT_TYPES: etree.tostring(types, xml_declaration=True, encoding="UTF-8"),
        _RELATIONS: etree.tostring(relations, xml_declaration=True, encoding="UTF-8"),
    }


def _like(root: Any, name: str) -> str:  # noqa: ANN401 - an lxml element
    """Return ``name`` in the namespace of ``root``."""
    return f"{{{etree.QName(root).namespace}}}{name}"

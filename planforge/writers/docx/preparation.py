"""From a Word file with tags to a prepared template: the only place that loads docxtpl."""

import copy
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from planforge.errors import TemplateError
from planforge.findings import msg
from planforge.writers.docx.canonical import STYLES, canonical_members
from planforge.writers.docx.cutting import cut_into_pieces
from planforge.writers.docx.prepared import MARKERS, PreparedTemplate, Section

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RULES = {
    "Kẻ tiêu ngữ": "ke_tieu_ngu",
    "Kẻ cơ quan": "ke_co_quan",
    "Kẻ trích yếu": "ke_trich_yeu",
}
"""Names of the drawn rules whose length follows the text above them."""

_SUBJECT_RULE = "Kẻ trích yếu"
_PROPERTIES = f"{_WP}docPr"

_HEADER = re.compile(r"word/(?:header|footer)\d*\.xml")
_TAG = re.compile(r"\{[{%]")


def prepare_template(data: bytes, name: str) -> PreparedTemplate:
    """Return the template in ``data`` made ready; raises TemplateError for what cannot be."""
    try:
        return _prepare(data, name)
    except Exception as error:
        # A file may be broken in any way, each with an exception of its own in some library.
        raise TemplateError(
            msg("{name} is not a Word file that can be read.", name=name),
            msg("Run `planforge template check` on it: it names every mistake and its place."),
        ) from error


def _prepare(data: bytes, name: str) -> PreparedTemplate:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in sorted(archive.namelist())}
    members = canonical_members(parts)
    word = DocxTemplate(io.BytesIO(data))
    root = etree.fromstring(members.pop(_DOCUMENT))
    sources = dict(_tagged(word, members))
    rule = _rule(root)
    sections = _sections(root)
    opening, ending = _envelope(root)
    return PreparedTemplate(
        name=name,
        opening=opening,
        ending=ending,
        sections=tuple(_section(word, root, *section) for section in sections),
        sources=sources,
        rule=rule,
        members={entry: content for entry, content in members.items() if entry not in sources},
        sizes=_sizes(members[STYLES]),
    )


def _tagged(word: DocxTemplate, members: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the page headers and footers that hold tags, as Jinja sources."""
    for name, content in members.items():
        if _HEADER.fullmatch(name):
            root = etree.fromstring(content)
            source = word.patch_xml(etree.tostring(root, encoding="unicode"))
            if _TAG.search(source):
                yield name, source


def _sections(root: Any) -> list[tuple[list[Any], Any]]:  # noqa: ANN401 - lxml elements
    """Split the body at its section breaks: paragraphs and page setup of each section."""
    sections: list[tuple[list[Any], Any]] = []
    blocks: list[Any] = []
    for block in root.find(f"{_W}body"):
        if block.tag == f"{_W}sectPr":
            sections.append((blocks, block))
            blocks = []
            continue
        properties = block.find(f"{_W}pPr/{_W}sectPr") if block.tag == f"{_W}p" else None
        if properties is None:
            blocks.append(block)
            continue
        properties.getparent().remove(properties)
        if block.find(f"{_W}r") is not None:
            blocks.append(block)
        sections.append((blocks, properties))
        blocks = []
    return sections


def _envelope(root: Any) -> tuple[str, str]:  # noqa: ANN401 - an lxml element
    """Return what stands before and after the body's content in the document part."""
    empty = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=root.nsmap)
    etree.SubElement(empty, f"{_W}body").text = "\N{OBJECT REPLACEMENT CHARACTER}"
    text = etree.tostring(empty, encoding="unicode")
    opening, ending = text.split("\N{OBJECT REPLACEMENT CHARACTER}")
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + opening, ending


def _section(
    word: DocxTemplate,
    root: Any,  # noqa: ANN401 - lxml elements
    blocks: list[Any],
    properties: Any,  # noqa: ANN401
) -> Section:
    for block in blocks:
        _release_rules(block)
    source = word.patch_xml(_content(root, blocks))
    markers = [name for name in MARKERS if re.search(rf"\{{\{{\s*{name}\b", source)]
    return Section(
        source=source,
        pieces=cut_into_pieces(source),
        properties=_content(root, [properties]),
        marker=markers[0] if markers else "",
        width=_width(properties),
    )


def _content(root: Any, elements: list[Any]) -> str:  # noqa: ANN401 - lxml elements
    """Return the XML of ``elements`` without namespace declarations, which the root holds."""
    parent = etree.Element(root.tag, nsmap=root.nsmap)
    parent.extend(elements)
    text = etree.tostring(parent, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("</")] if elements else ""


def _release_rules(block: Any) -> None:  # noqa: ANN401 - an lxml element
    """Let the length of the drawn rules come from the document instead of the template."""
    for drawing in block.iter(f"{_WP}inline", f"{_WP}anchor"):
        properties = drawing.find(_PROPERTIES)
        tag = _RULES.get(properties.get("name", "")) if properties is not None else None
        if tag:
            for extent in _extents(drawing):
                extent.set("cx", f"{{{{ {tag} }}}}")


def _rule(root: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the paragraph with the rule under the subject, to draw another one like it."""
    for paragraph in root.iter(f"{_W}p"):
        if any(part.get("name") == _SUBJECT_RULE for part in paragraph.iter(_PROPERTIES)):
            drawn = copy.deepcopy(paragraph)
            for extent in _extents(drawn):
                extent.set("cx", "{length}")
            for properties in drawn.iter(_PROPERTIES):
                properties.set("id", "{id}")
            return _content(root, [drawn])
    return ""


def _extents(drawing: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml elements
    yield from drawing.iter(f"{_WP}extent", f"{_A}ext")


def _width(properties: Any) -> int:  # noqa: ANN401 - an lxml element
    size, margins = properties.find(f"{_W}pgSz"), properties.find(f"{_W}pgMar")
    return int(size.get(f"{_W}w")) - int(margins.get(f"{_W}left")) - int(margins.get(f"{_W}right"))


def _sizes(styles: bytes) -> dict[str, float]:
    sizes: dict[str, float] = {}
    for style in etree.fromstring(styles).iter(f"{_W}style"):
        size = style.find(f"{_W}rPr/{_W}sz")
        if size is not None:
            sizes[style.get(f"{_W}styleId")] = int(size.get(f"{_W}val")) / 2
    return sizes

"""A Word file read back: its paragraphs, and how they look whatever style says so."""

from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from lxml import etree
from msgspec import Struct

NAMESPACES = nsmap | {
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_OFF = ("0", "false", "off")


class FontLook(Struct, frozen=True):
    """Typefaces of the four scripts, and colour."""

    families: tuple[str, ...]
    color: str


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMESPACES)


def find(element: Any, path: str) -> list[Any]:
    """Return what ``path`` finds under an lxml element."""
    found = _compiled(path)(element)
    assert isinstance(found, list)
    return found


def text_of(element: Any) -> str:
    """Return the text under an element; calls of footnotes have none."""
    return "".join(find(element, ".//w:t/text()"))


class WordFile:
    """A Word file whose styles are resolved as Word does: direct, character, paragraph, table.

    ``body`` is the body, ``sections`` its page setups in order.
    """

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(BytesIO(data))
        self.body: Any = self.document.element.body
        self.sections = find(self.body, ".//w:sectPr")
        styles = self.document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in find(styles, "w:style")}
        self._defaults = find(styles, "w:docDefaults")[0]

    def part(self, name: str) -> Any:
        """Return the root of the part ``name``, such as ``word/footnotes.xml``."""
        parts = {str(part.partname): part for part in self.document.part.package.iter_parts()}
        return parse_xml(parts[f"/{name}"].blob)

    def header(self, section: Any, kind: str = "default") -> Any:
        """Return the root of a section's own header of one kind, None where it has none."""
        wanted = f"w:headerReference[@w:type='{kind}']/@r:id"
        ids = find(section, wanted)
        return parse_xml(self.document.part.related_parts[ids[0]].blob) if ids else None

    def paragraphs(self) -> list[Any]:
        """Return the paragraphs of the body that print something, in order."""
        return [found for found in find(self.body, ".//w:p") if text_of(found).strip()]

    def says(self, paragraph: Any, path: str) -> str:
        """Return the property at ``path`` of a paragraph, "" where nothing says it."""
        return _first_text(self._sources(paragraph, None, "w:pPr"), path)

    def has(self, paragraph: Any, name: str) -> bool:
        """Return whether a property such as ``w:keepNext`` holds for a paragraph."""
        found = _first(self._sources(paragraph, None, "w:pPr"), name)
        return found is not None and _is_on(found)

    def size(self, run: Any) -> float:
        """Return the size of a run's type in points."""
        return int(self._of_run(run, "w:sz/@w:val")) / 2

    def is_on(self, run: Any, name: str) -> bool:
        """Return whether ``w:b``, ``w:i`` or ``w:caps`` holds; styles of two kinds cancel out."""
        direct = find(run, f"w:rPr/{name}")
        if direct:
            return _is_on(direct[0])
        paragraph = _paragraph(run)
        chains = [_ids(run, "w:rPr/w:rStyle"), *_style_ids(paragraph)]
        told = (_first(self._chain(ids, "w:rPr"), name) for ids in chains)
        return sum(1 for found in told if found is not None and _is_on(found)) % 2 == 1

    def font(self, run: Any) -> FontLook:
        """Return typefaces and colour of a run; a theme's font counts as none."""
        scripts = ("ascii", "hAnsi", "eastAsia", "cs")
        told = [self._of_run(run, f"w:rFonts/@w:{script}") for script in scripts]
        themed = [self._of_run(run, f"w:rFonts/@w:{script}Theme") for script in scripts]
        families = ["" if theme else family for family, theme in zip(told, themed, strict=True)]
        return FontLook(tuple(families), self._of_run(run, "w:color/@w:val"))

    def _of_run(self, run: Any, path: str) -> str:
        return _first_text(self._sources(_paragraph(run), run, "w:rPr"), path)

    def _sources(self, paragraph: Any, run: Any, kind: str) -> list[Any]:
        """Return everything that may speak about a paragraph or run, the strongest first."""
        own = find(paragraph if run is None else run, kind)
        character = _ids(run, "w:rPr/w:rStyle") if run is not None else []
        chains = [character, *_style_ids(paragraph)]
        styles = [element for ids in chains for element in self._chain(ids, kind)]
        return [*own, *styles, *find(self._defaults, f"{kind}Default/{kind}")]

    def _chain(self, ids: list[str], kind: str) -> list[Any]:
        """Return the properties of a style and of those it is based on, its own first."""
        found = []
        while ids:
            style = self._styles[ids[0]]
            found += find(style, kind)
            ids = _ids(style, "w:basedOn")
        return found


def _paragraph(run: Any) -> Any:
    return find(run, "ancestor::w:p[1]")[0]


def _style_ids(paragraph: Any) -> list[list[str]]:
    own = _ids(paragraph, "w:pPr/w:pStyle") or ["Normal"]
    return [own, find(paragraph, "ancestor::w:tbl[1]/w:tblPr/w:tblStyle/@w:val")]


def _ids(element: Any, path: str) -> list[str]:
    return find(element, f"{path}/@w:val")


def _is_on(element: Any) -> bool:
    return element.get(qn("w:val")) not in _OFF


def _first(sources: list[Any], path: str) -> Any:
    """Return what the first source with anything at ``path`` says, None where none does."""
    return next((hits[0] for hits in (find(source, path) for source in sources) if hits), None)


def _first_text(sources: list[Any], path: str) -> str:
    found = _first(sources, path)
    return "" if found is None else str(found)

"""How text looks, whatever says so: direct formatting, styles, their bases, the defaults."""

from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from msgspec import Struct

from planforge.linter.wordfile.wordml import (
    TWIPS_PER_MM,
    TWIPS_PER_POINT,
    W,
    attribute,
    child,
    first,
    first_value,
    is_on,
    number,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORDS_OWN_SIZE = 10.0
_WORDS_OWN_FONT = "Times New Roman"
_AUTOMATIC_GAP = 14.0
"""Points that Word puts above and below a paragraph “as in HTML”."""

_ALIGNMENTS = {"": "left", "start": "left", "end": "right", "distribute": "both"}


class Look(Struct, frozen=True):
    """How a run looks; ``size`` in points, ``color`` as RRGGBB or "", a font "" unknown."""

    size: float
    bold: bool
    italic: bool
    caps: bool
    raised: bool
    hidden: bool
    underlined: bool
    fonts: tuple[str, ...]
    color: str


class Layout(Struct, frozen=True):
    """How a paragraph stands; indents in millimetres, gaps in points, ``line`` in lines.

    ``line`` is None where a distance in points is set; ``indent`` is negative where it hangs.
    ``contextual``: no gap towards a paragraph of the same ``style``.
    """

    align: str
    indent: float
    left: float
    before: float
    after: float
    line: float | None
    contextual: bool
    numbered: bool
    style: str


class Styles:
    """The styles of a file, resolved as Word does."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        found = [] if styles is None else styles.findall(f"{W}style")
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._default = {
            attribute(style, "type"): attribute(style, "styleId")
            for style in found
            if attribute(style, "default") in ("1", "true", "on")
        }
        self._defaults = child(styles, "docDefaults")
        self._theme = theme
        self._chains: dict[tuple[str, str], list[Element]] = {}

    def layout(self, paragraph: Element, table: Element | None) -> Layout:
        """Return how ``paragraph`` stands; ``table`` is the table it is in."""
        own = child(paragraph, "pPr")
        style = self._paragraph_style(own)
        chains = [self._chain(style, "pPr"), self._chain(_table_style(table), "pPr")]
        sources = list(chain([own] if own is not None else [], *chains, self._default_of("pPr")))
        align = first_value(sources, "jc", "val")
        contextual = first(sources, "contextualSpacing")
        return Layout(
            align=_ALIGNMENTS.get(align, align),
            indent=_indent(sources),
            left=_length(sources, "ind", "left") or _length(sources, "ind", "start"),
            before=_gap(sources, "before"),
            after=_gap(sources, "after"),
            line=_lines(sources),
            contextual=contextual is not None and is_on(contextual),
            numbered=_is_numbered(sources),
            style=style,
        )

    def look(self, run: Element, paragraph: Element, table: Element | None) -> Look:
        """Return how ``run`` looks in its paragraph and table."""
        own = child(run, "rPr")
        levels = [
            self._chain(attribute(child(own, "rStyle")), "rPr"),
            self._chain(self._paragraph_style(child(paragraph, "pPr")), "rPr"),
            self._chain(_table_style(table), "rPr"),
        ]
        direct = [own] if own is not None else []
        sources = list(chain(direct, *levels, self._default_of("rPr")))
        size = number(first_value(sources, "sz", "val"))
        return Look(
            size=_WORDS_OWN_SIZE if size is None else size / 2,
            bold=self._is_on(direct, levels, "b"),
            italic=self._is_on(direct, levels, "i"),
            caps=self._is_on(direct, levels, "caps"),
            raised=first_value(sources, "vertAlign", "val") in ("superscript", "subscript"),
            hidden=self._is_on(direct, levels, "vanish"),
            underlined=first_value(sources, "u", "val") not in ("", "none"),
            fonts=tuple(self._font(sources, script) for script in ("ascii", "hAnsi")),
            color=_color(sources),
        )

    def _paragraph_style(self, properties: Element | None) -> str:
        named = attribute(child(properties, "pStyle"))
        return named if named in self._styles else self._default.get("paragraph", "Normal")

    def _default_of(self, kind: str) -> list[Element]:
        found = child(child(self._defaults, f"{kind}Default"), kind)
        return [] if found is None else [found]

    def _chain(self, style: str, kind: str) -> list[Element]:
        """Return the properties of a style and of those it is based on, its own first."""
        if (style, kind) not in self._chains:
            steps = self._bases(style)
            found = [own for step in steps if (own := child(step, kind)) is not None]
            self._chains[style, kind] = found
        return self._chains[style, kind]

    def _bases(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = attribute(child(self._styles[style], "basedOn"))

    def _is_on(
        self, direct: Sequence[Element], levels: Sequence[Sequence[Element]], name: str
    ) -> bool:
        """Return whether a switch is on; two kinds of styles that set it cancel each other."""
        own = first(direct, name)
        if own is not None:
            return is_on(own)
        told = [found for level in levels if (found := first(level, name)) is not None]
        default = first(self._default_of("rPr"), name)
        if default is not None and is_on(default):
            return True
        return sum(is_on(found) for found in told) % 2 == 1

    def _font(self, sources: Sequence[Element], script: str) -> str:
        """Return the typeface for a script; a font of the theme goes before a named one."""
        for source in sources:
            fonts = child(source, "rFonts")
            themed = attribute(fonts, f"{script}Theme")
            if themed or attribute(fonts, script):
                return self._of_theme(themed) if themed else attribute(fonts, script)
        return _WORDS_OWN_FONT

    def _of_theme(self, name: str) -> str:
        kind = "majorFont" if name.startswith("major") else "minorFont"
        latin = None if self._theme is None else self._theme.find(f".//{_A}{kind}/{_A}latin")
        return "" if latin is None else latin.get("typeface", "")


def _table_style(table: Element | None) -> str:
    return attribute(child(child(table, "tblPr"), "tblStyle"))


def _length(sources: Sequence[Element], name: str, key: str) -> float:
    return (number(first_value(sources, name, key)) or 0.0) / TWIPS_PER_MM


def _indent(sources: Sequence[Element]) -> float:
    """Return the indent of the first line against the others."""
    for source in sources:
        told = child(source, "ind")
        hanging = number(attribute(told, "hanging"))
        forward = number(attribute(told, "firstLine"))
        if hanging is not None or forward is not None:
            return (-hanging if hanging else forward or 0.0) / TWIPS_PER_MM
    return 0.0


def _gap(sources: Sequence[Element], side: str) -> float:
    if first_value(sources, "spacing", f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC_GAP
    return (number(first_value(sources, "spacing", side)) or 0.0) / TWIPS_PER_POINT


def _lines(sources: Sequence[Element]) -> float | None:
    if first_value(sources, "spacing", "lineRule") in ("exact", "atLeast"):
        return None
    return (number(first_value(sources, "spacing", "line")) or 240.0) / 240


def _is_numbered(sources: Sequence[Element]) -> bool:
    listed = first(sources, "numPr")
    return listed is not None and attribute(child(listed, "numId")) not in ("", "0")


def _color(sources: Sequence[Element]) -> str:
    told = first_value(sources, "color", "val")
    return "" if told == "auto" else told.upper()

"""WordprocessingML as text: paragraphs, template tags, tables, drawn lines."""

import math
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

EMU_PER_POINT = 12700


def tag(name: str, /, *content: str, **attributes: object) -> str:
    """Return element ``w:name``; its attributes are of the same namespace."""
    opening = f"w:{name}" + "".join(
        f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items()
    )
    return f"<{opening}>{''.join(content)}</w:{name}>" if content else f"<{opening}/>"


def root(name: str, *content: str) -> str:
    """Return a whole part with the root element ``w:name``."""
    spaces = {
        "w": WORD,
        "r": f"{OFFICE}/relationships",
        "wp": f"{DRAWING}/wordprocessingDrawing",
        "a": f"{DRAWING}/main",
        "wps": SHAPE,
    }
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    return f"{DECLARATION}<w:{name}{declared}>{''.join(content)}</w:{name}>"


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point, never shorter than it was."""
    return math.ceil(round(millimetres * 1440 / 25.4, 3))


def paragraph(style: str, *content: str) -> str:
    """Return a paragraph in the style with id ``style``."""
    return tag("p", tag("pPr", tag("pStyle", val=style)), *content)


def run(words: str) -> str:
    """Return a run of text; its spaces are kept."""
    return tag("r", f'<w:t xml:space="preserve">{escape(words)}</w:t>')


def line(style: str, words: str) -> str:
    """Return a paragraph of plain text."""
    return paragraph(style, run(words))


def each(style: str, names: str) -> str:
    """Return a paragraph repeated for every line of the list called ``names``."""
    return (
        line(style, f"{{%p for dong in {names} %}}")
        + line(style, "{{ dong }}")
        + line(style, "{%p endfor %}")
    )


def optional(style: str, name: str) -> str:
    """Return a paragraph that stands only where the value called ``name`` is not empty."""
    return (
        line(style, f"{{%p if {name} %}}")
        + line(style, f"{{{{ {name} }}}}")
        + line(style, "{%p endif %}")
    )


def blocks(name: str) -> str:
    """Return the paragraph whose place the generated blocks called ``name`` take."""
    return line("NoiDung", f"{{{{p {name} }}}}")


def drawn_line(name: str, length: float, weight: float, ident: int) -> str:
    """Return a paragraph with a horizontal line, ``length`` and ``weight`` in points.

    ``name`` is the drawing's name, by which a writer finds it to set its length; ``ident`` is
    unique in the document.
    """
    width = round(length * EMU_PER_POINT)
    half = round(weight * EMU_PER_POINT / 2)
    shape = (
        "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{2 * half}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    inline = (
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="0"/><wp:effectExtent l="0" t="{half}" r="0" b="{half}"/>'
        f'<wp:docPr id="{ident}" name={quoteattr(name)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{SHAPE}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline>"
    )
    return paragraph("DuongKe", tag("r", tag("drawing", inline)))


def two_columns(widths: tuple[int, int], *rows: tuple[str, str], top: int = 0) -> str:
    """Return a table without borders; ``widths`` in twips, ``top`` the space above each row."""
    properties = tag(
        "tblPr",
        tag("tblW", w=sum(widths), type="dxa"),
        tag("jc", val="center"),
        tag("tblLayout", type="fixed"),
        tag("tblCellMar", *(tag(side, w=w, type="dxa") for side, w in _margins(top))),
        tag("tblLook", val="0000"),
    )
    grid = tag("tblGrid", *(tag("gridCol", w=width) for width in widths))
    return tag("tbl", properties, grid, *(_row(widths, cells) for cells in rows))


def _margins(top: int) -> tuple[tuple[str, int], ...]:
    return (("top", top), ("left", 0), ("bottom", 0), ("right", 0))


def _row(widths: tuple[int, int], cells: tuple[str, str]) -> str:
    columns = (
        tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa")), content)
        for width, content in zip(widths, cells, strict=True)
    )
    return tag("tr", tag("trPr", tag("cantSplit")), *columns)

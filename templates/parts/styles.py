"""The styles part: paragraph styles from their looks, and the few others."""

from parts.looks import Style, paragraph_styles
from parts.wordml import root, tag, twips
from planforge.standards import Standard

POINT = 20  # twips
LINE = 240  # units of w:spacing/@w:line

# Word's own styles stay out of the gallery until one of them is used.
LATENT = tag(
    "latentStyles",
    defLockedState=0,
    defUIPriority=99,
    defSemiHidden=1,
    defUnhideWhenUsed=1,
    defQFormat=0,
    count=376,
)


def styles_part(standard: Standard, *, marks: bool = False) -> str:
    """Return the styles of a template, with those of marked words where it is to compare."""
    return root(
        "styles",
        _defaults(standard),
        LATENT,
        *_word_defaults(),
        *(_paragraph_style(*numbered) for numbered in enumerate(paragraph_styles(standard), 1)),
        *_note_styles(standard),
        _style("character", "LienKet", "Tham chiếu", tag("basedOn", val="MacDinh"), customStyle=1),
        *(_mark_styles() if marks else ()),
        _table_style(standard),
    )


def _style(kind: str, ident: str, name: str, *content: str, **flags: int) -> str:
    return tag("style", tag("name", val=name), *content, type=kind, styleId=ident, **flags)


def _defaults(standard: Standard) -> str:
    family = standard.font.family
    text = (
        tag("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family),
        tag("color", val=standard.font.color),
        _size(standard.elements["body"].size.use),
        tag("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"),
    )
    spacing = tag("spacing", before=0, after=0, line=LINE, lineRule="auto")
    return tag(
        "docDefaults",
        tag("rPrDefault", tag("rPr", *text)),
        tag("pPrDefault", tag("pPr", tag("widowControl"), spacing)),
    )


def _word_defaults() -> tuple[str, ...]:
    """Return the four styles that Word expects in every document."""
    hidden = tag("uiPriority", val=99) + tag("semiHidden") + tag("unhideWhenUsed")
    sides = (tag(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    cells = tag("tblPr", tag("tblInd", w=0, type="dxa"), tag("tblCellMar", *sides))
    return (
        _style("paragraph", "Normal", "Normal", tag("qFormat"), default=1),
        _style("character", "MacDinh", "Default Paragraph Font", hidden, default=1),
        _style("table", "BangThuong", "Normal Table", hidden, cells, default=1),
        _style("numbering", "KhongDanhSo", "No List", hidden, default=1),
    )


def _paragraph_style(place: int, style: Style) -> str:
    following = () if style.outline is None else (tag("next", val="NoiDung"),)
    return _style(
        "paragraph",
        style.id,
        style.name,
        tag("basedOn", val=style.base),
        *following,
        tag("uiPriority", val=place),
        tag("qFormat"),
        _paragraph_properties(style),
        _run_properties(style),
        customStyle=1,
    )


def _paragraph_properties(style: Style) -> str:
    own = style.base == "Normal"
    align = style.align or (style.look.align if own else None)
    outlined = style.outline is not None
    wanted = (
        (style.keep_next or outlined, tag("keepNext")),
        (style.page_break, tag("pageBreakBefore")),
        (own, _spacing(style)),
        (style.indent, tag("ind", firstLine=twips(style.indent))),
        (align, tag("jc", val=align)),
        (outlined, tag("outlineLvl", val=style.outline)),
    )
    return _present("pPr", wanted)


def _run_properties(style: Style) -> str:
    wanted = (
        (style.look.bold, tag("b") + tag("bCs")),
        (style.look.italic, tag("i") + tag("iCs")),
        (style.capitals, tag("caps")),
        (style.base == "Normal", _size(style.look.size.use)),
    )
    return _present("rPr", wanted)


def _present(name: str, wanted: tuple[tuple[object, str], ...]) -> str:
    content = [xml for condition, xml in wanted if condition]
    return tag(name, *content) if content else ""


def _spacing(style: Style) -> str:
    line, rule = (style.exact * POINT, "exact") if style.exact else (style.line * LINE, "auto")
    return tag(
        "spacing",
        before=round(style.before * POINT),
        after=round(style.after * POINT),
        line=round(line),
        lineRule=rule,
    )


def _size(points: float) -> str:
    half_points = round(points * 2)
    return tag("sz", val=half_points) + tag("szCs", val=half_points)


def _note_styles(standard: Standard) -> tuple[str, ...]:
    """Return the styles of footnotes under Word's own names, so that Word's notes use them."""
    size = _size(standard.choices["footnote_text"].use)
    mark = tag("rPr", tag("vertAlign", val="superscript"))
    on_text = tag("basedOn", val="Normal") + tag("uiPriority", val=99)
    on_mark = tag("basedOn", val="MacDinh") + tag("uiPriority", val=99)
    look = tag("pPr", tag("jc", val="both")) + tag("rPr", size)
    return (
        _style("paragraph", "ChuThich", "footnote text", on_text, look),
        _style("character", "DauChuThich", "footnote reference", on_mark, mark),
    )


def _mark_styles() -> tuple[str, ...]:
    """Return the looks of words that were removed or added; they are told apart without colour."""
    looks = (
        ("PhanBo", "Phần bỏ", tag("strike")),
        ("PhanThem", "Phần thêm", tag("b") + tag("bCs") + tag("u", val="single")),
    )
    shared = tag("basedOn", val="MacDinh") + tag("uiPriority", val=98) + tag("qFormat")
    return tuple(
        _style("character", ident, name, shared, tag("rPr", look), customStyle=1)
        for ident, name, look in looks
    )


def _table_style(standard: Standard) -> str:
    eighths = round(standard.choices["table_border"].use * 8)
    padding = twips(standard.choices["table_padding"].use)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (tag(s, val="single", sz=eighths, space=0, color="000000") for s in sides)
    margins = (tag(side, w=padding, type="dxa") for side in ("left", "right"))
    return _style(
        "table",
        "BangPhuLuc",
        "Bảng phụ lục",
        tag("basedOn", val="BangThuong"),
        tag("uiPriority", val=59),
        tag("qFormat"),
        tag("tblPr", tag("tblBorders", *borders), tag("tblCellMar", *margins)),
        customStyle=1,
    )

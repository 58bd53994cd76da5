"""The styles, by the names an officer sees and the ids the writer uses."""

from collections.abc import Callable

from msgspec import Struct
from parts.wordml import root, tag, twips

from planforge.standards import Align, Element, Figure, Standard

POINT = 20  # twips
LINE = 240  # units of w:spacing/@w:line


class Style(Struct, frozen=True, kw_only=True):
    """A paragraph style; gaps and ``exact`` line height in points, the indent in millimetres.

    A style on another base than Normal takes its size from there. ``outline`` is the level in
    the navigation pane from 0, None for text. ``capitals`` are printed whatever is typed, in
    styles that hold no tag: a tag in capitals would be copied wrongly.
    """

    id: str
    name: str
    look: Element
    base: str = "Normal"
    align: Align | None = None
    before: float = 0
    after: float = 0
    line: float = 0
    exact: float = 0
    indent: float = 0
    outline: int | None = None
    keep_next: bool = False
    page_break: bool = False
    capitals: bool = False


def styles_part(standard: Standard) -> str:
    """Return the styles of both templates."""
    listed = (*_heading_styles(standard), *_body_styles(standard), *_appendix_styles(standard))
    listed += (*_ending_styles(standard), *_small_styles(standard))
    return root(
        "styles",
        _defaults(standard),
        _LATENT,
        _BUILT_IN,
        *(_paragraph_style(style, place) for place, style in enumerate(listed, start=1)),
        _footnote_style(standard),
        _CHARACTER_STYLES,
        _table_style(standard),
    )


def _heading_styles(standard: Standard) -> tuple[Style, ...]:
    look = standard.elements
    return (
        Style(id="QuocHieu", name="Quốc hiệu", look=look["national_title"]),
        Style(id="TieuNgu", name="Tiêu ngữ", look=look["motto"]),
        Style(id="CoQuanChuQuan", name="Cơ quan chủ quản", look=look["parent"]),
        Style(id="CoQuanBanHanh", name="Cơ quan ban hành", look=look["issuer"]),
        Style(id="SoKyHieu", name="Số, ký hiệu", look=look["number"]),
        Style(id="DiaDanh", name="Địa danh, ngày tháng", look=look["place_date"]),
        Style(
            id="TenLoai",
            name="Tên loại",
            look=look["document_type"],
            before=12,
            keep_next=True,
        ),
        Style(id="TrichYeu", name="Trích yếu", look=look["subject"], keep_next=True),
        Style(id="KemTheo", name="Kèm theo", look=look["appendix_note"], keep_next=True),
        Style(
            id="DuongKe",
            name="Đường kẻ",
            look=_plain("Đường kẻ", 1),
            align="center",
            exact=6,
            after=6,
        ),
    )


def _body_styles(standard: Standard) -> tuple[Style, ...]:
    look, text = standard.elements, standard.paragraph
    gap, child = text.gap.use, _child_of("NoiDung")
    return (
        Style(
            id="NoiDung",
            name="Nội dung",
            look=look["body"],
            before=gap,
            line=text.line.use,
            indent=text.indent.use,
        ),
        child("CanCu", "Căn cứ", look["basis"]),
        Style(
            id="ThamQuyen",
            name="Thẩm quyền ban hành",
            look=look["authority"],
            before=2 * gap,
            after=gap,
            keep_next=True,
            capitals=True,
        ),
        Style(
            id="Phan",
            name="Phần",
            look=look["part"],
            before=2 * gap,
            outline=0,
            keep_next=True,
        ),
        Style(
            id="TenPhan",
            name="Tên phần",
            look=look["part_title"],
            after=gap,
            keep_next=True,
            capitals=True,
        ),
        # No capitals: "… (Theo phụ lục đính kèm)" may follow the heading on its line.
        child("Muc", "Mục", look["outline_section"], outline=0),
        child("Khoan", "Khoản", look["clause_heading"], outline=1),
        child("Diem", "Điểm", look["point"], outline=2),
        child("GachDauDong", "Gạch đầu dòng", look["body"]),
        child("DauCong", "Dấu cộng", look["body"]),
        child("Dieu", "Điều", look["body"]),
    )


def _appendix_styles(standard: Standard) -> tuple[Style, ...]:
    look, cell = standard.elements, _child_of("OBang")
    table = _plain("Chữ trong bảng", standard.choices["table_text"].use)
    bold = _plain("Chữ đậm trong bảng", table.size.use, bold=True)
    return (
        Style(
            id="PhuLuc",
            name="Phụ lục",
            look=look["appendix_label"],
            outline=0,
            keep_next=True,
            page_break=True,
        ),
        Style(
            id="TenPhuLuc",
            name="Tên phụ lục",
            look=look["appendix_title"],
            keep_next=True,
            capitals=True,
        ),
        Style(id="OBang", name="Ô bảng", look=table, align="left", before=2, after=2),
        cell("OBangGiua", "Ô bảng giữa", table, align="center"),
        cell("TieuDeCot", "Tiêu đề cột", bold, align="center"),
        cell("TenNhom", "Tên nhóm", bold, keep_next=True),
        cell("GachTrongBang", "Gạch trong bảng", table),
    )


def _ending_styles(standard: Standard) -> tuple[Style, ...]:
    look = standard.elements
    drop = _baseline_drop(look["recipients_title"], look["authority"])
    return (
        Style(id="NoiNhan", name="Nơi nhận", look=look["recipients_title"], before=drop),
        Style(id="NoiNhanDong", name="Dòng nơi nhận", look=look["recipients_list"]),
        Style(id="QuyenHan", name="Quyền hạn, chức vụ", look=look["authority"]),
        Style(id="HoTen", name="Họ tên người ký", look=look["signer"]),
    )


def _small_styles(standard: Standard) -> tuple[Style, ...]:
    number = standard.elements["page_number"]
    return (
        Style(id="SoTrang", name="Số trang", look=number),
        Style(id="NganTrang", name="Ngắt phần", look=_plain("Ngắt phần", 1), exact=1),
    )


def _plain(name: str, size: float, *, bold: bool = False) -> Element:
    return Element(name=name, clause="", size=Figure(use=size), bold=bold)


def _child_of(base: str) -> Callable[..., Style]:
    """Return a maker of styles on ``base``; those with an outline level keep with the next."""

    def make(ident: str, name: str, look: Element, **differences: object) -> Style:
        outlined = {"keep_next": True} if "outline" in differences else {}
        fields = {"id": ident, "name": name, "look": look, "base": base}
        return Style(**fields, **outlined, **differences)

    return make


def _baseline_drop(smaller: Element, larger: Element) -> float:
    """Return the gap, in whole points, that sets two sizes of type on one baseline."""
    ascent = 0.891  # of Times New Roman, in ems
    return round((larger.size.use - smaller.size.use) * ascent)


def _paragraph_style(style: Style, place: int) -> str:
    properties = (tag("qFormat"), _paragraph_properties(style), _run_properties(style))
    return tag(
        "style",
        tag("name", val=style.name),
        tag("basedOn", val=style.base),
        *((tag("next", val="NoiDung"),) if style.outline is not None else ()),
        tag("uiPriority", val=place),
        *properties,
        type="paragraph",
        customStyle=1,
        styleId=style.id,
    )


def _paragraph_properties(style: Style) -> str:
    align = style.align or (style.look.align if style.base == "Normal" else None)
    wanted = (
        (style.keep_next, tag("keepNext")),
        (style.page_break, tag("pageBreakBefore")),
        (style.base == "Normal", _spacing(style)),
        (style.indent, tag("ind", firstLine=twips(style.indent))),
        (align, tag("jc", val=align)),
        (style.outline is not None, tag("outlineLvl", val=style.outline)),
    )
    return tag("pPr", *(xml for present, xml in wanted if present))


def _spacing(style: Style) -> str:
    line, rule = (style.exact * POINT, "exact") if style.exact else (_lines(style), "auto")
    return tag(
        "spacing",
        before=round(style.before * POINT),
        after=round(style.after * POINT),
        line=round(line),
        lineRule=rule,
    )


def _lines(style: Style) -> float:
    return (style.line or 1) * LINE


def _run_properties(style: Style) -> str:
    look = style.look
    wanted = (
        (look.bold, tag("b") + tag("bCs")),
        (look.italic, tag("i") + tag("iCs")),
        (style.capitals, tag("caps")),
        (style.base == "Normal", _size(look.size.use)),
    )
    return tag("rPr", *(xml for present, xml in wanted if present))


def _size(points: float) -> str:
    half_points = round(points * 2)
    return tag("sz", val=half_points) + tag("szCs", val=half_points)


def _defaults(standard: Standard) -> str:
    family = standard.font.family
    fonts = tag("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)
    color = tag("color", val=standard.font.color)
    language = tag("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    size = _size(standard.elements["body"].size.use)
    spacing = tag("spacing", before=0, after=0, line=LINE, lineRule="auto")
    return tag(
        "docDefaults",
        tag("rPrDefault", tag("rPr", fonts, color, size, language)),
        tag("pPrDefault", tag("pPr", tag("widowControl"), spacing)),
    )


# Word's own styles stay out of the gallery until one of them is used.
_LATENT = tag(
    "latentStyles",
    defLockedState=0,
    defUIPriority=99,
    defSemiHidden=1,
    defUnhideWhenUsed=1,
    defQFormat=0,
    count=376,
)


def _built_in(kind: str, ident: str, name: str, *content: str, default: bool = False) -> str:
    attributes = {"type": kind, "styleId": ident, **({"default": 1} if default else {})}
    return tag("style", tag("name", val=name), *content, **attributes)


_HIDDEN = tag("uiPriority", val=99) + tag("semiHidden") + tag("unhideWhenUsed")
_NO_PADDING = tag(
    "tblPr",
    tag("tblInd", w=0, type="dxa"),
    tag("tblCellMar", *(tag(s, w=0, type="dxa") for s in ("top", "left", "bottom", "right"))),
)
_BUILT_IN = (
    _built_in("paragraph", "Normal", "Normal", tag("qFormat"), default=True)
    + _built_in("character", "Mac", "Default Paragraph Font", _HIDDEN, default=True)
    + _built_in("table", "BangThuong", "Normal Table", _HIDDEN, _NO_PADDING, default=True)
    + _built_in("numbering", "KhongDanhSo", "No List", _HIDDEN, default=True)
)
_CHARACTER_STYLES = _built_in(
    "character",
    "DauChuThich",
    "footnote reference",
    tag("basedOn", val="Mac"),
    tag("uiPriority", val=99),
    tag("rPr", tag("vertAlign", val="superscript")),
) + tag(
    "style",
    tag("name", val="Tham chiếu"),
    tag("basedOn", val="Mac"),
    tag("uiPriority", val=99),
    type="character",
    customStyle=1,
    styleId="LienKet",
)


def _footnote_style(standard: Standard) -> str:
    return _built_in(
        "paragraph",
        "ChuThich",
        "footnote text",
        tag("basedOn", val="Normal"),
        tag("uiPriority", val=99),
        tag("pPr", tag("jc", val="both")),
        tag("rPr", _size(standard.choices["footnote_text"].use)),
    )


def _table_style(standard: Standard) -> str:
    eighths = round(standard.choices["table_border"].use * 8)
    padding = twips(standard.choices["table_padding"].use)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (tag(s, val="single", sz=eighths, space=0, color="000000") for s in sides)
    margins = (tag(side, w=padding, type="dxa") for side in ("left", "right"))
    return tag(
        "style",
        tag("name", val="Bảng phụ lục"),
        tag("basedOn", val="BangThuong"),
        tag("uiPriority", val=59),
        tag("qFormat"),
        tag("tblPr", tag("tblBorders", *borders), tag("tblCellMar", *margins)),
        type="table",
        customStyle=1,
        styleId="BangPhuLuc",
    )

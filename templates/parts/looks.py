"""The paragraph styles: the names an officer sees, the ids the writer uses, and their look."""

from msgspec import Struct

from planforge.standards import Align, Element, Figure, Standard


class Style(Struct, frozen=True):
    """A paragraph style; gaps and ``exact`` line height in points, the indent in millimetres.

    A style with another ``base`` than Normal takes from it what it does not say itself.
    ``outline`` is the level in the navigation pane from 0, None for text; a style with a level
    keeps with the next paragraph. ``capitals`` are printed whatever is typed, in styles that
    hold no tag: a tag in capitals would be copied wrongly.
    """

    id: str
    name: str
    look: Element
    base: str = "Normal"
    align: Align | None = None
    before: float = 0
    after: float = 0
    line: float = 1
    exact: float = 0
    indent: float = 0
    outline: int | None = None
    keep_next: bool = False
    page_break: bool = False
    capitals: bool = False


def paragraph_styles(standard: Standard) -> tuple[Style, ...]:
    """Return the styles in the order of a document, a base before those on it."""
    return (
        *_head_styles(standard.elements),
        *_text_styles(standard),
        *_level_styles(standard),
        *_appendix_styles(standard),
        *_end_styles(standard.elements),
    )


def _head_styles(look: dict[str, Element]) -> tuple[Style, ...]:
    line = _plain("Đường kẻ", 1)
    return (
        Style("QuocHieu", "Quốc hiệu", look["national_title"]),
        Style("TieuNgu", "Tiêu ngữ", look["motto"]),
        Style("CoQuanChuQuan", "Cơ quan chủ quản", look["parent"]),
        Style("CoQuanBanHanh", "Cơ quan ban hành", look["issuer"]),
        Style("SoKyHieu", "Số và ký hiệu", look["number"]),
        Style("DiaDanh", "Địa danh và ngày tháng", look["place_date"]),
        Style("TenLoai", "Tên loại", look["document_type"], before=12, keep_next=True),
        Style("TrichYeu", "Trích yếu", look["subject"], keep_next=True),
        Style("KemTheo", "Kèm theo", look["appendix_note"], keep_next=True),
        Style("DuongKe", "Đường kẻ", line, align="center", exact=6, after=6),
    )


def _text_styles(standard: Standard) -> tuple[Style, ...]:
    look, text = standard.elements, standard.paragraph
    body = Style(
        "NoiDung",
        "Nội dung",
        look["body"],
        before=text.gap.use,
        line=text.line.use,
        indent=text.indent.use,
    )
    return (
        body,
        Style("CanCu", "Căn cứ", look["basis"], base=body.id),
        Style("GachDauDong", "Gạch đầu dòng", look["body"], base=body.id),
        Style("DauCong", "Dấu cộng", look["body"], base=body.id),
        Style("Dieu", "Điều", look["body"], base=body.id),
    )


def _level_styles(standard: Standard) -> tuple[Style, ...]:
    look, gap, text = standard.elements, standard.paragraph.gap.use, "NoiDung"
    title = Style(
        "TenPhan", "Tên phần", look["part_title"], after=gap, keep_next=True, capitals=True
    )
    authority = Style(
        "ThamQuyen",
        "Thẩm quyền ban hành",
        look["authority"],
        before=2 * gap,
        after=gap,
        keep_next=True,
        capitals=True,
    )
    return (
        authority,
        Style("Phan", "Phần", look["part"], before=2 * gap, outline=0),
        title,
        # No capitals: "… (Theo phụ lục đính kèm)" may follow the heading on its line.
        Style("Muc", "Mục", look["outline_section"], base=text, outline=0),
        Style("Khoan", "Khoản", look["clause_heading"], base=text, outline=1),
        Style("Diem", "Điểm", look["point"], base=text, outline=2),
    )


def _appendix_styles(standard: Standard) -> tuple[Style, ...]:
    look = standard.elements
    table = _plain("Chữ trong bảng", standard.choices["table_text"].use)
    bold = _plain("Chữ đậm trong bảng", table.size.use, bold=True)
    cell = Style("OBang", "Ô bảng", table, align="left", before=2, after=2)
    return (
        Style("PhuLuc", "Phụ lục", look["appendix_label"], outline=0, page_break=True),
        Style("TenPhuLuc", "Tên phụ lục", look["appendix_title"], keep_next=True, capitals=True),
        cell,
        Style("OBangGiua", "Ô bảng giữa", table, base=cell.id, align="center"),
        Style("TieuDeCot", "Tiêu đề cột", bold, base=cell.id, align="center"),
        Style("TenNhom", "Tên nhóm", bold, base=cell.id, keep_next=True),
        Style("GachTrongBang", "Gạch trong bảng", table, base=cell.id),
    )


def _end_styles(look: dict[str, Element]) -> tuple[Style, ...]:
    drop = _baseline_drop(look["recipients_title"], look["authority"])
    return (
        Style("NoiNhan", "Nơi nhận", look["recipients_title"], before=drop),
        Style("NoiNhanDong", "Dòng nơi nhận", look["recipients_list"]),
        Style("QuyenHan", "Quyền hạn và chức vụ", look["authority"]),
        Style("HoTen", "Họ tên người ký", look["signer"]),
        Style("SoTrang", "Số trang", look["page_number"]),
        Style("NganTrang", "Ngắt phần", _plain("Ngắt phần", 1), exact=1),
    )


def _plain(name: str, size: float, *, bold: bool = False) -> Element:
    """Return the look of something the standard is silent about."""
    return Element(name=name, clause="", size=Figure(use=size), bold=bold)


def _baseline_drop(smaller: Element, larger: Element) -> float:
    """Return the gap, in whole points, that sets two sizes of type on one baseline."""
    ascent = 0.891  # of Times New Roman, in ems
    return round((larger.size.use - smaller.size.use) * ascent)

"""Which Word style shows which role."""

from planforge.document import Mark, Role

PARAGRAPH_STYLES: dict[Role, str] = {
    "authority": "ThamQuyen",
    "basis": "CanCu",
    "article": "Dieu",
    "body": "NoiDung",
    "dash": "GachDauDong",
    "plus": "DauCong",
    "part": "Phan",
    "part_title": "TenPhan",
    "heading": "Muc",
    "subheading": "Khoan",
    "point": "Diem",
    "appendix_label": "PhuLuc",
    "appendix_title": "TenPhuLuc",
    "appendix_note": "KemTheo",
    "column_heading": "TieuDeCot",
    "group": "TenNhom",
    "group_number": "TieuDeCot",
    "cell": "OBang",
    "cell_centered": "OBangGiua",
    "cell_dash": "GachTrongBang",
}
OUTLINE_LEVELS: dict[Role, int] = {
    "part": 0,
    "heading": 0,
    "subheading": 1,
    "point": 2,
    "appendix_label": 0,
}
"""Outline levels the styles bring along; only another level is written into a paragraph."""

MARK_STYLES: dict[Mark, str] = {"removed": "PhanBo", "added": "PhanThem"}
"""Styles of marked words; only a template for comparisons must have them."""

FOOTNOTE_TEXT = "ChuThich"
FOOTNOTE_REFERENCE = "DauChuThich"
REFERENCE = "LienKet"
TABLE = "BangPhuLuc"
SECTION_BREAK = "NganTrang"

STYLE_NAMES = {
    "ThamQuyen": "Thẩm quyền ban hành",
    "CanCu": "Căn cứ",
    "Dieu": "Điều",
    "NoiDung": "Nội dung",
    "GachDauDong": "Gạch đầu dòng",
    "DauCong": "Dấu cộng",
    "Phan": "Phần",
    "TenPhan": "Tên phần",
    "Muc": "Mục",
    "Khoan": "Khoản",
    "Diem": "Điểm",
    "PhuLuc": "Phụ lục",
    "TenPhuLuc": "Tên phụ lục",
    "KemTheo": "Kèm theo",
    "TieuDeCot": "Tiêu đề cột",
    "TenNhom": "Tên nhóm",
    "OBang": "Ô bảng",
    "OBangGiua": "Ô bảng giữa",
    "GachTrongBang": "Gạch trong bảng",
    "NganTrang": "Ngắt phần",
    "TieuNgu": "Tiêu ngữ",
    "CoQuanBanHanh": "Cơ quan ban hành",
    "TrichYeu": "Trích yếu",
    FOOTNOTE_TEXT: "footnote text",
    FOOTNOTE_REFERENCE: "footnote reference",
    REFERENCE: "Tham chiếu",
    MARK_STYLES["removed"]: "Phần bỏ",
    MARK_STYLES["added"]: "Phần thêm",
    TABLE: "Bảng phụ lục",
}
"""The name an officer sees of every style the program uses; Word makes ids anew when it saves."""

REQUIRED_STYLES = tuple(
    dict.fromkeys(
        (
            *PARAGRAPH_STYLES.values(),
            FOOTNOTE_TEXT,
            FOOTNOTE_REFERENCE,
            REFERENCE,
            TABLE,
            SECTION_BREAK,
        )
    )
)
"""Ids of the styles without which a document cannot be written."""

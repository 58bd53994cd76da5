"""Which Word style shows which role; the ids every template must have."""

from planforge.document import Role

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

FOOTNOTE_TEXT = "ChuThich"
FOOTNOTE_REFERENCE = "DauChuThich"
REFERENCE = "LienKet"
TABLE = "BangPhuLuc"
SECTION_BREAK = "NganTrang"

REQUIRED_STYLES = (
    *PARAGRAPH_STYLES.values(),
    FOOTNOTE_TEXT,
    FOOTNOTE_REFERENCE,
    REFERENCE,
    TABLE,
    SECTION_BREAK,
)

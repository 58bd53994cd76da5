"""Abbreviations that administrative documents use without saying what they stand for."""

CUSTOMARY = {
    "BHXH": "bảo hiểm xã hội",
    "CBCC": "cán bộ, công chức",
    "CBCCVC": "cán bộ, công chức, viên chức",
    "CCHC": "cải cách hành chính",
    "CNTT": "công nghệ thông tin",
    "CQĐT": "chính quyền điện tử",
    "CSDL": "cơ sở dữ liệu",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "HĐND": "hội đồng nhân dân",
    "KT-XH": "kinh tế - xã hội",
    "NSNN": "ngân sách nhà nước",
    "QLNN": "quản lý nhà nước",
    "QPPL": "quy phạm pháp luật",
    "TTHC": "thủ tục hành chính",
    "TW": "trung ương",
    "UBND": "ủy ban nhân dân",
    "VBQPPL": "văn bản quy phạm pháp luật",
    "VP": "văn phòng",
}
"""Each abbreviation as it is printed, and its words."""

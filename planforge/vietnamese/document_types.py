"""Types of documents and the abbreviations their symbols carry."""

from collections.abc import Mapping

DOCUMENT_TYPES: Mapping[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}
"""The 27 types an administrative body may issue (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I)."""

COPY_TYPES: Mapping[str, str] = {"SY": "Sao y", "TrS": "Trích sao", "SL": "Sao lục"}
"""The kinds of copies of a document (Phụ lục III, Mục I)."""

JOINT_TYPES: Mapping[str, str] = {"TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch"}
"""Types that several bodies issue together."""

CITED_TYPES: Mapping[str, str] = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "PL": "Pháp lệnh",
    "L": "Luật",
    "KL": "Kết luận",
    "VBHN": "Văn bản hợp nhất",
    **JOINT_TYPES,
}
"""Types that a plan cites and no administrative body issues under the decree."""

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
"""Types cited by name, without a number (Phụ lục I, Phần I, Mục II.6.a)."""

UNABBREVIATED_TYPES = ("Công văn", "Công thư", "Lệnh", "Văn bản")
"""Types cited with a number whose symbol does not name them."""

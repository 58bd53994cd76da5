"""Which body a symbol belongs to, and which body a text names; only where both are beyond doubt."""

from typing import NamedTuple

from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import Symbol

PARTY_CODES = frozenset(("TW", "TU", "HU", "ĐU", "VPTW", "VPTU", "BTCTW", "BTGTW", "UBKTTW"))
"""Codes of the Party's bodies, whose symbols put the hyphen first: 39-NQ/TW."""

STATE_CODES = frozenset(("CP", "TTg", "UBND", "CTUBND", "HĐND", "VPCP"))
"""Codes that only bodies of the State have, whose symbols put the slash first: 76/NQ-CP."""


class Body(NamedTuple):
    """An issuing body: how messages call it, its codes, and how its name begins, folded."""

    name: str
    codes: tuple[str, ...]
    openings: tuple[str, ...]


_MINISTRIES = {
    "BCA": "Công an",
    "BCT": "Công Thương",
    "BDTTG": "Dân tộc và Tôn giáo",
    "BGDĐT": "Giáo dục và Đào tạo",
    "BGTVT": "Giao thông vận tải",
    "BKHCN": "Khoa học và Công nghệ",
    "BKHĐT": "Kế hoạch và Đầu tư",
    "BLĐTBXH": "Lao động - Thương binh và Xã hội",
    "BNG": "Ngoại giao",
    "BNNMT": "Nông nghiệp và Môi trường",
    "BNNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "BNV": "Nội vụ",
    "BQP": "Quốc phòng",
    "BTC": "Tài chính",
    "BTNMT": "Tài nguyên và Môi trường",
    "BTP": "Tư pháp",
    "BTTTT": "Thông tin và Truyền thông",
    "BVHTTDL": "Văn hóa, Thể thao và Du lịch",
    "BXD": "Xây dựng",
    "BYT": "Y tế",
}


def _plain(name: str) -> str:
    """Return the name folded, without commas, the Prime Minister's without the Government in it."""
    return fold(name).replace(",", "").replace("thủ tướng chính phủ", "thủ tướng")


def _body(name: str, codes: tuple[str, ...], *openings: str) -> Body:
    return Body(name, codes, tuple(_plain(opening) for opening in (name, *openings)))


_BODIES = (
    _body("Chính phủ", ("CP",)),
    _body("Thủ tướng Chính phủ", ("TTg",), "Phó Thủ tướng"),
    _body("Văn phòng Chính phủ", ("VPCP",)),
    _body("Quốc hội", ("QH",)),
    _body("Ủy ban Thường vụ Quốc hội", ("UBTVQH",), "UBTVQH"),
    _body(
        "Hội đồng nhân dân",
        ("HĐND",),
        "HĐND",
        "Thường trực Hội đồng nhân dân",
        "Thường trực HĐND",
    ),
    _body(
        "Ủy ban nhân dân",
        ("UBND", "CTUBND"),
        "UBND",
        "Chủ tịch Ủy ban nhân dân",
        "Chủ tịch UBND",
    ),
    _body(
        "Ban Chấp hành Trung ương Đảng",
        ("TW",),
        "Ban Chấp hành Trung ương",
        "BCH Trung ương",
        "Bộ Chính trị",
        "Ban Bí thư",
    ),
    _body(
        "Tỉnh ủy",
        ("TU",),
        "Thành ủy",
        "Ban Thường vụ",
        "Ban Chấp hành Đảng bộ",
        "BCH Đảng bộ",
        "Đảng bộ",
    ),
    *(
        _body(f"Bộ {field}", (code,), f"Bộ trưởng Bộ {field}")
        for code, field in _MINISTRIES.items()
    ),
    _body("Sở", ("SNV", "STP", "STC", "SYT", "SXD", "SKHCN", "SGDĐT", "SNNMT"), "Giám đốc Sở"),
)

_BY_CODE = {code: body for body in _BODIES for code in body.codes}


def body_of_symbol(symbol: Symbol) -> Body | None:
    """Return the body whose code the symbol carries; None for codes unknown and joint documents."""
    if symbol.kind == "joint" or (len(symbol.organs) > 1 and symbol.kind != "letter"):
        return None
    return _BY_CODE.get(symbol.organs[0].rstrip("0123456789"))


def body_of_issuer(name: str) -> Body | None:
    """Return the body that ``name`` names first; None where it is none of those known."""
    words = f"{_plain(name)} "
    return next((body for body in _BODIES if _begins(words, body)), None)


def is_contradicted(body: Body, issuer: str) -> bool:
    """Whether ``issuer`` names another body than ``body``, and not ``body`` beside it."""
    named = body_of_issuer(issuer)
    if named is None or named is body:
        return False
    words = f" {_plain(issuer)} "
    return not any(f" {opening} " in words for opening in body.openings)


def _begins(words: str, body: Body) -> bool:
    return any(words.startswith(f"{opening} ") for opening in body.openings)

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


_BODIES = (
    Body("Chính phủ", ("CP",), ("chính phủ",)),
    Body("Thủ tướng Chính phủ", ("TTg",), ("thủ tướng", "phó thủ tướng")),
    Body("Văn phòng Chính phủ", ("VPCP",), ("văn phòng chính phủ",)),
    Body("Quốc hội", ("QH",), ("quốc hội",)),
    Body("Ủy ban Thường vụ Quốc hội", ("UBTVQH",), ("ủy ban thường vụ quốc hội", "ubtvqh")),
    Body(
        "Hội đồng nhân dân",
        ("HĐND",),
        ("hội đồng nhân dân", "hđnd", "thường trực hội đồng nhân dân", "thường trực hđnd"),
    ),
    Body(
        "Ủy ban nhân dân",
        ("UBND", "CTUBND"),
        ("ủy ban nhân dân", "ubnd", "chủ tịch ủy ban nhân dân", "chủ tịch ubnd"),
    ),
    Body(
        "Trung ương Đảng",
        ("TW",),
        ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "bch trung ương", "hội nghị"),
    ),
    Body(
        "Tỉnh ủy, Thành ủy",
        ("TU",),
        ("tỉnh ủy", "thành ủy", "ban thường vụ", "ban chấp hành đảng bộ", "bch đảng bộ", "đảng bộ"),
    ),
    *(
        Body(f"Bộ {field}", (code,), (_plain(f"Bộ {field}"), _plain(f"Bộ trưởng Bộ {field}")))
        for code, field in _MINISTRIES.items()
    ),
    Body(
        "Sở", ("SNV", "STP", "STC", "SYT", "SXD", "SKHCN", "SGDĐT", "SNNMT"), ("sở", "giám đốc sở")
    ),
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

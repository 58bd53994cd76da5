"""The agency a starting plan is for: what its name tells of letterhead, number and signature.

What a name does not tell is left as ``[…]`` for a person to fill in.
"""

import re
import unicodedata
from typing import Literal, get_args

from msgspec import Struct

Kind = Literal["tinh", "so", "xa"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GAP = "[…]"

_PROVINCIAL = ("tỉnh", "thành phố")
CITIES = frozenset(("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"))
"""Cities run by the centre since 01/7/2025 (Nghị quyết số 202/2025/QH15)."""

_LEVELS = "tỉnh|thành phố|tp|xã(?! hội)|phường|đặc khu|thị trấn|huyện|quận|thị xã"
_PEOPLE = "(?:(?:Ủy|Uỷ) ban nhân dân|UBND)"
_COMMITTEE = re.compile(rf"(?:{_PEOPLE} )?({_LEVELS})\.?(?: (.+))?|{_PEOPLE} (.+)", re.IGNORECASE)
_LOCATED = re.compile(rf"(.+?) ({_LEVELS})\.?(?: (.+))?", re.IGNORECASE)

_HEADS = {
    "Ban": ("TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    "Bộ": ("BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    "Chi cục": ("CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG"),
    "Cục": ("CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"),
    "Phòng": ("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    "Sở": ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "Thanh tra": ("CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA"),
    "Trung tâm": ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "Văn phòng": ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    "Ủy ban": (GAP, f"PHÓ {GAP}"),
}
"""How the name of an agency begins, and the titles of its head and of the deputy."""

_BODY = re.compile(rf"(?:{'|'.join(_HEADS)})\b", re.IGNORECASE)
_SLUGS: dict[str, Kind] = {"so-": "so", "xa-": "xa", "phuong-": "xa", "dac-khu-": "xa"}


class Agency(Struct, frozen=True, kw_only=True):
    """An agency as a plan names it.

    ``kind`` is the starting plan it takes; ``locality`` the unit it governs or belongs to, with
    its ``level`` (``tỉnh``, ``xã``); ``superior`` the body it reports to; ``head`` and
    ``deputy`` are titles as they are printed. ``parent`` is empty where none is printed. ``core``
    is the name of a body without its place, empty for a People's Committee.
    """

    kind: Kind
    name: str
    core: str = ""
    short: str
    header: tuple[str, ...]
    parent: str = ""
    place: str
    symbol: str
    level: str
    locality: str
    superior: str
    head: str
    deputy: str


def read_agency(name: str) -> Agency | None:
    """Return the agency that ``name`` is the name of; None for a place name or slug."""
    found = _COMMITTEE.fullmatch(name)
    if found and found[1]:
        return _committee(_level(found[1]), found[2] or GAP)
    if found:
        return make_agency(found[3], "tinh")
    located = _LOCATED.fullmatch(name)
    return make_body(name) if _BODY.match(name) or (located and located[3]) else None


def make_agency(place: str, kind: Kind) -> Agency:
    """Return the agency of a kind at ``place``: committee of province or commune, or department."""
    if kind == "xa":
        return _committee("xã", place)
    level = "thành phố" if place in CITIES else "tỉnh"
    return make_body(f"Sở {GAP} {level} {place}") if kind == "so" else _committee(level, place)


def kind_of_slug(slug: str) -> Kind:
    """Return the kind of agency that a folder called ``slug`` is probably for."""
    return next((kind for start, kind in _SLUGS.items() if slug.startswith(start)), "tinh")


def _level(word: str) -> str:
    lower = word.lower()
    return "thành phố" if lower == "tp" else lower


def _committee(level: str, place: str) -> Agency:
    """Return a People's Committee; no parent is printed above it (PL I.II.2)."""
    locality = f"{level} {place}"
    provincial = level in _PROVINCIAL
    return Agency(
        kind="tinh" if provincial else "xa",
        name=f"Ủy ban nhân dân {locality}",
        short=f"UBND {level}",
        header=("ỦY BAN NHÂN DÂN", locality.upper()),
        place=_place_name(level, place),
        symbol="/KH-UBND",
        level=level,
        locality=locality,
        superior="Chính phủ" if provincial else "Ủy ban nhân dân tỉnh",
        head="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
    )


def make_body(name: str) -> Agency:
    """Return an agency under one head: a department, ministry, board or office."""
    name = name[0].upper() + name[1:]
    found = _LOCATED.fullmatch(name)
    core, level, place = found.groups(GAP) if found else (name, "tỉnh", GAP)
    level = _level(level)
    begin = next((word for word in _HEADS if core.lower().startswith(f"{word} ".lower())), "")
    if core == "Thanh tra":
        begin = core = f"Thanh tra {level}"
    head, deputy = _HEADS.get(begin.removesuffix(f" {level}"), (GAP, f"PHÓ {GAP}"))
    ministry = begin == "Bộ"
    return Agency(
        kind="so",
        name=name,
        core=core,
        short=begin or core,
        header=(core.upper(),),
        parent="" if ministry else f"UBND {level} {place}".upper(),
        place="Hà Nội" if ministry else _place_name(level, place),
        symbol=f"/KH-{_initials(core)}",
        level=level,
        locality=f"{level} {place}",
        superior="Chính phủ" if ministry else f"Ủy ban nhân dân {level}",
        head=head,
        deputy=deputy,
    )


def _place_name(level: str, place: str) -> str:
    """Return the place before a date; named by number or person, with its level (PL I.II.4)."""
    if place == "Hồ Chí Minh" or place[0].isdigit():
        return f"{level.capitalize()} {place}"
    return place


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word.lower() != "và"]
    letters = (unicodedata.normalize("NFD", word[0].upper())[0] for word in words)
    return "".join(letters) + (GAP if GAP in name else "")

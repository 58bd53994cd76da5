"""What the name of an issuing body tells: how it is led, at which level, and where."""

import re
from typing import Literal

from msgspec import Struct

from planforge.linter.wording import CAPITAL
from planforge.model.plan import Plan
from planforge.vietnamese.normalization import fold

Lead = Literal["collective", "head", ""]
Kind = Literal["province", "commune", "department", "ministry", ""]

GAP = "["
"""Begins what a draft leaves for a person to fill in: ``[…]``."""

_CENTRAL_CITIES = ("hà nội", "hải phòng", "đà nẵng", "cần thơ", "huế", "hồ chí minh")
_COMMITTEE = fold("(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)") + " "
_COLLECTIVE = re.compile(f"{_COMMITTEE}|{fold('(?:ban chỉ đạo|ủy ban bầu cử|hội đồng)')} ")
_HEADED = re.compile(
    "(?:bộ|sở|cục|chi cục|tổng cục|vụ|phòng|văn phòng|thanh tra|trung tâm|chủ tịch|ban dân tộc"
    "|ban quản lý|ban tiếp công dân) "
)
_PARTY = re.compile(
    fold("(?:tỉnh|thành|quận|huyện|thị|đảng) ủy|đảng bộ|trung ương đảng|ban bí thư")
)
_UNIT = re.compile(
    r"(?<!\w)(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tp\.?) "
    rf"((?:{CAPITAL}|[0-9])[^,;(]*)"
)


_PEOPLES = (("Hội đồng nhân dân", "hđnd"), ("Ủy ban nhân dân", "ubnd"))


class Issuer(Struct, frozen=True):
    """A body as its ``name`` tells it; "" where it does not.

    ``lead``: a collective decides together and is signed for with TM., a head signs in his own
    name. ``level`` and ``place`` are the unit it governs or belongs to.
    """

    name: str
    lead: Lead
    kind: Kind
    level: str
    place: str
    is_party: bool


def read_issuer(name: str) -> Issuer:
    """Return what ``name`` tells of the body it names."""
    words = fold(name) + " "
    found = _UNIT.search(name)
    level, place = (found[1], found[2].strip()) if found else ("", "")
    return Issuer(
        name=name,
        lead="collective" if _COLLECTIVE.match(words) else "head" if _HEADED.match(words) else "",
        kind=_kind(words, level, place),
        level=level,
        place=place,
        is_party=_PARTY.search(words) is not None,
    )


def signing_issuer(plan: Plan) -> Issuer:
    """Return the body whose document is signed: that of the decision, where there is one."""
    decision = plan.decision
    if decision is None:
        return read_issuer(plan.issuer.name)
    if any(fold(line).startswith("chủ tịch") for line in decision.authority):
        return read_issuer(f"Chủ tịch {plan.issuer.name}")
    return read_issuer(decision.issuer or plan.issuer.name)


def committee_of(name: str) -> str:
    """Return ``Ủy ban nhân dân`` or ``Hội đồng nhân dân`` where ``name`` begins so, else ""."""
    words = fold(name)
    return next((full for full, short in _PEOPLES if words.startswith((fold(full), short))), "")


def _kind(words: str, level: str, place: str) -> Kind:
    if words.startswith("sở "):
        return "department"
    if words.startswith("bộ ") and not level:
        return "ministry"
    if not re.match(_COMMITTEE, words):
        return ""
    city = level in ("thành phố", "tp", "tp.") and fold(place) in _CENTRAL_CITIES
    if level == "tỉnh" or city:
        return "province"
    return "commune" if level in ("xã", "phường", "thị trấn", "đặc khu") else ""

"""The office that takes a plan as its model, and the one whose plan that is."""

from msgspec.structs import replace

from planforge.errors import InputError
from planforge.findings import msg
from planforge.model.plan import Plan
from planforge.registries.agencies import find_agencies, merged_provinces
from planforge.rollover.office import Office
from planforge.starters.agencies import CITIES, GAP, Agency, make_body, read_agency
from planforge.vietnamese.symbols import parse_symbol

_NEVER_MERGED = frozenset(
    (
        "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh",
        "Sơn La", "Thanh Hóa", "Thừa Thiên Huế",
    )
)  # fmt: skip
"""Provinces that took no other in and went into none (Nghị quyết số 202/2025/QH15)."""


def is_province(name: str) -> bool:
    """Whether ``name`` is that of a province or a city run by the centre, now or before."""
    merged = merged_provinces()
    now = {place.partition("tỉnh ")[2] or place.partition("phố ")[2] for place in merged.values()}
    return name in _NEVER_MERGED | CITIES | merged.keys() | now


def read_office(agency: Agency) -> Office:
    """Return a new office; raises InputError where its name leaves open what or where it is."""
    if any(known.level == "central" for known in find_agencies(agency.name)):
        agency = replace(agency, parent="", place="Hà Nội", locality=GAP)
    if GAP in agency.name + agency.place:
        raise InputError(
            msg("“{name}” is not the whole name of an office.", name=agency.name),
            msg(
                "Write the name with its province or commune, as in “Sở Xây dựng tỉnh Ninh Bình”, "
                "or give it with `--issuer`."
            ),
        )
    return _office(agency)


def model_office(plan: Plan) -> Office:
    """Return the office that issues ``plan``, as the plan prints it."""
    issuer = plan.issuer
    agency = read_agency(issuer.name) or make_body(issuer.name)
    if GAP in agency.locality and (issuer.parent or not agency.core):
        level = _level_of(issuer.parent) or agency.level
        agency = replace(agency, level=level, locality=f"{level} {issuer.place}")
    symbol = parse_symbol("".join(plan.number.split()))
    office = _office(agency)
    return replace(
        office,
        name=issuer.name,
        header=issuer.header,
        parent=issuer.parent,
        short=issuer.short or office.short,
        place=issuer.place,
        code="-".join(symbol.organs) if symbol else office.code,
    )


def _level_of(parent: tuple[str, ...]) -> str:
    """Return the level of the committee that is printed over a body, "" where none is."""
    above = " ".join(parent).upper()
    return "thành phố" if "THÀNH PHỐ" in above else "tỉnh" if "TỈNH" in above else ""


def _office(agency: Agency) -> Office:
    is_central = GAP in agency.locality
    return Office(
        name=agency.name,
        core=agency.core,
        header=agency.header,
        parent=(agency.parent,) if agency.parent else (),
        short=agency.short,
        place=agency.place,
        level="" if is_central else agency.level,
        unit="" if is_central else agency.locality.removeprefix(f"{agency.level} "),
        superior=agency.superior,
        code=agency.symbol.rpartition("KH-")[2],
        head=agency.head,
        deputy=agency.deputy,
    )


def refuse_unclear_name(name: str) -> None:
    """Raise InputError for a name that does not tell what kind of office it is."""
    if read_agency(name) is None and not is_province(name):
        raise InputError(
            msg("It is not clear what kind of office “{name}” is.", name=name),
            msg(
                "Write its full name, such as “UBND xã Tân Hưng” or “Sở Xây dựng tỉnh Ninh Bình”, "
                "or say which with `--kind` or `--issuer`."
            ),
        )

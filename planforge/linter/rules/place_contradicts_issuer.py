"""F109: the place before the date is the issuer's."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.issuers import GAP, Issuer, read_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_UNIT_WORDS = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) ")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield a violation where the place is neither the unit in the issuer's name nor part of it."""
    issuer = subject.plan.issuer
    body = read_issuer(issuer.name)
    if not body.place:
        body = read_issuer(f"{issuer.name} {_parent_unit(issuer.parent)}")
    place = issuer.place
    if body.place and GAP not in body.place + place and not _is_same(place, body):
        yield Violation(
            ("issuer", "place"),
            msg(
                "The place is “{place}”; the issuer's name says “{unit}”.",
                place=place,
                unit=body.place,
            ),
            msg("Write “{unit}”, unless the issuer has its seat elsewhere.", unit=body.place),
        )


def _parent_unit(parent: tuple[str, ...]) -> str:
    """Return the unit a printed parent governs: ``tỉnh Ninh Bình`` of ``UBND TỈNH NINH BÌNH``."""
    found = re.search("(?:TỈNH|THÀNH PHỐ) .+", " ".join(parent).upper())
    if found is None:
        return ""
    level = "tỉnh" if found[0].startswith("TỈNH") else "thành phố"
    return f"{level} {found[0][len(level) :].strip().title()}"


def _is_same(place: str, body: Issuer) -> bool:
    """Whether ``place`` is the unit, or the name of a part of it: Bà Rịa - Vũng Tàu, Vũng Tàu."""
    written = _UNIT_WORDS.sub("", fold(place))
    unit = _UNIT_WORDS.sub("", fold(body.place))
    return bool(written) and (written in unit or unit in written)


RULE = Rule(
    code="F109",
    name="place-contradicts-issuer",
    severity="info",
    check=check,
    what=msg(
        "A place before the date that is not the province or commune in the issuer's name. Bodies "
        "of a province write its name; an agency with its seat elsewhere writes that of its seat."
    ),
    why=msg("It is often left over from another agency's plan, or from before a merger."),
    bad="""
issuer:
  name: Ủy ban nhân dân tỉnh Ninh Bình
  place: Nam Định
""",
    good="""
issuer:
  name: Ủy ban nhân dân tỉnh Ninh Bình
  place: Ninh Bình
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4",
)

"""Number and symbol (PL I.II.3)."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found, standard
from planforge.linter.wordfile.rule import WordRule

_FORM = re.compile(r"Số: (?P<number>\d+|[ .…_]*)/\S+")
_PARTY = re.compile(r"Số:?\s*\d*\s*-\s*[A-ZĐ]+/[A-ZĐ]")
"""The Party writes hyphen and slash the other way round; the decree is not about it."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the line of the number, or that there is none."""
    line = anatomy.letterhead.number
    if line is None:
        if anatomy.is_document:
            yield not_found("number")
        return
    if _PARTY.match(line.text):
        return
    if not _is_worded(line.text):
        yield Breach(
            message=msg(
                "“{text}” is not worded as the decree asks: “Số: 05/KH-UBND”.", text=line.text
            ),
            hint=msg("Mind the colon, the zero before a number below 10, and no spaces inside."),
            source=element("number").clause,
            where=line.where,
        )
    yield from look_breaches("number", [line])


def _is_worded(text: str) -> bool:
    match = _FORM.fullmatch(text)
    if match is None:
        return bool(re.fullmatch(r"Số:[ .…_]*/?", text))
    number = match["number"].strip(" .…_")
    return (
        not number or int(number[:9]) >= standard().wording["number"].pad_below or number[0] == "0"
    )


RULE = WordRule(
    code="W107",
    name="number-line",
    severity="error",
    check=check,
    what=msg(
        "The line “Số: 05/KH-UBND”: colon, leading zero below 10, no spaces inside, 13 pt, "
        "upright, centred."
    ),
    why=msg("Number and symbol are how the document is found and cited."),
    bad="Số 5/KH - UBND",
    good="Số: 05/KH-UBND",
    source="PL I.II.3",
)

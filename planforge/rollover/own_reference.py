"""Where the texts of a plan name the plan itself: by a number and a date it no longer has."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path
from planforge.model.plan import Plan
from planforge.vietnamese.citations import Citation, find_citations
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import parse_symbol

BLANK = "…"
"""What is left for the clerical office to fill in."""

_DIGITS = re.compile(r"[0-9]+")


class OwnReference(NamedTuple):
    """A citation of the plan by itself, or of the decision it comes with.

    ``blanks`` are the digits, by their offsets in the text, that are given anew at issue.
    """

    start: int
    end: int
    blanks: tuple[tuple[int, int], ...]


def find_own_references(plan: Plan, path: Path, text: str) -> Iterator[OwnReference]:
    """Yield where ``text``, found at ``path``, names the plan or its decision with a number."""
    is_note = path[0] == "appendices" and path[2:] == ("note",)
    for citation in find_citations(text) if "/" in text else ():
        if citation.symbol and any(_names(plan, citation, is_note=is_note)):
            yield _reference(text, citation)


def _names(plan: Plan, citation: Citation, *, is_note: bool) -> Iterator[bool]:
    """Yield whether it names the plan, and whether its decision.

    The line under an appendix's title does by its type; else the number is the same, and the
    day, where both are written.
    """
    issued = [(plan.type, plan.number, plan.date)]
    if plan.decision:
        issued.append(("Quyết định", plan.decision.number, plan.decision.date))
    for type_, number, date in issued:
        same_day = None in (date, citation.day) or date == citation.day
        yield (is_note and fold(citation.type) == fold(type_)) or (
            has_number(number) and same_day and _bare(str(citation.symbol)) == _bare(number)
        )


def has_number(number: str) -> bool:
    """Whether the archivist has numbered a document; False for a draft's ``/KH-UBND``."""
    symbol = parse_symbol(number)
    return symbol is not None and symbol.has_number


def _bare(number: str) -> str:
    return number.replace(" ", "").lstrip("0")


def _reference(text: str, citation: Citation) -> OwnReference:
    number = citation.symbol.number if citation.symbol else ""
    start = text.index(number, citation.start)
    end = citation.end - len(citation.subject)
    blanks = [(start, start + len(number))]
    if citation.date:
        dated = text.index(citation.date, start)
        digits = _DIGITS.finditer(text, dated, dated + len(citation.date))
        blanks += [found.span() for found in digits]
    return OwnReference(citation.start, end, tuple(blanks))

"""The document a plan is, as its own texts may name it."""

import datetime as dt

from msgspec import Struct

from planforge.model.plan import Plan
from planforge.vietnamese.citations import Citation
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import parse_symbol


class OwnDocument(Struct, frozen=True):
    """Type, number and date of the header; number "" and date None where not given yet."""

    type: str
    number: str
    date: dt.date | None

    def is_meant(self, citation: Citation, *, is_note: bool) -> bool:
        """Whether ``citation`` names this document.

        The note of an appendix always does, by type. Elsewhere the number must be the same and
        the date of the same year: numbers begin anew every year.
        """
        if is_note:
            return fold(citation.type) == fold(self.type)
        day = citation.day
        same_year = day is not None and self.date is not None and day.year == self.date.year
        if not (same_year and citation.symbol and self.number):
            return False
        return str(citation.symbol).lstrip("0") == self.number.lstrip("0")


def find_own_documents(plan: Plan) -> tuple[OwnDocument, ...]:
    """Return the plan and the decision it comes with, as far as they are numbered or dated."""
    documents = [OwnDocument(plan.type, _issued(plan.number), plan.date)]
    if plan.decision is not None:
        decision = plan.decision
        documents.append(OwnDocument("Quyết định", _issued(decision.number), decision.date))
    return tuple(own for own in documents if own.number or own.date)


def _issued(number: str) -> str:
    """Return ``number``, "" where it is a draft's symbol without its number."""
    symbol = parse_symbol(number)
    return number if symbol is not None and symbol.has_number else ""

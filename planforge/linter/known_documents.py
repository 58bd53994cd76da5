"""What the registry of legal documents knows about the documents a plan cites."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.citations import Cited, bare_issuer, cited_documents, in_full
from planforge.linter.subject import Subject
from planforge.model.plan import Plan
from planforge.registries.legal_documents import LegalDocument, load_documents
from planforge.vietnamese.citations import Citation
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import Symbol, parse_symbol

_CENTRAL = ("CP", "TTg", "QH", "UBTVQH", "TW", "VPCP", "BNV")
"""Codes borne by one body in the country; a number of theirs needs no issuer to be known."""

_GONE_BEFORE = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|thay cho|bãi bỏ|hủy bỏ)[^,;]{0,40}$"
    r"|tổng kết|sơ kết|trước đây|kế thừa|giai đoạn trước",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(r"^[^;.]{0,60}(?:hết hiệu lực|(?:được|bị) (?:thay thế|bãi bỏ))")


class KnownCitation(NamedTuple):
    """A citation and the known document it names, or must have meant."""

    item: Cited
    document: LegalDocument


def issue_day(plan: Plan) -> datetime.date | None:
    """Return the day the plan is issued, by itself or by its decision; None while drafting."""
    return plan.date or (plan.decision.date if plan.decision else None)


def wrongly_dated(subject: Subject) -> Iterator[KnownCitation]:
    """Yield the citations of a known document under a date that is not its own.

    A number that restarts every year is another document's in another year, unless the text says
    what it is about.
    """
    for item in _known_symbols(subject):
        day = item.citation.day
        documents = _same_symbol(item.citation, subject.plan)
        if day is None or any(document.date in (None, day) for document in documents):
            continue
        for document in documents:
            if _restarts(item, document) and not _speaks_of(item, document, subject.plan):
                continue
            yield KnownCitation(item, document)
            break


def misnumbered(subject: Subject) -> Iterator[KnownCitation]:
    """Yield the citations under an unknown number of what can only be a known document.

    The number is one slip away from the known one, or only its year differs, the date does not
    speak against it, and the text says what the known document is about.
    """
    for item in cited_documents(subject):
        symbol = item.citation.symbol
        if symbol is None or _documents().get(str(symbol)):
            continue
        for document in _neighbours(symbol):
            if _may_be(item, document) and _speaks_of(item, document, subject.plan):
                yield KnownCitation(item, document)
                break


def ended(subject: Subject) -> Iterator[KnownCitation]:
    """Yield the citations of known documents that hold no longer on the plan's day.

    The day is that of issue, or while drafting the first of the period. What the text itself
    speaks of as past is left out: a review, a title of another document, “thay thế …”.
    """
    day = issue_day(subject.plan) or subject.plan.period.start
    reviews = tuple(item.path for item in subject.sections if item.section.role == "review")
    for item in _known_symbols(subject):
        if _is_past(item, reviews):
            continue
        for document in _same_symbol(item.citation, subject.plan):
            if document.has_ended(day) and _is_named(item, document, subject.plan):
                yield KnownCitation(item, document)
                break


def find_known(symbol: str) -> LegalDocument | None:
    """Return the first known document with this symbol, or None."""
    return next(iter(_documents().get(symbol, ())), None)


@cache
def _documents() -> Mapping[str, tuple[LegalDocument, ...]]:
    found: dict[str, tuple[LegalDocument, ...]] = {}
    for document in load_documents():
        found[document.symbol] = (*found.get(document.symbol, ()), document)
    return found


@cache
def _by_form() -> Mapping[tuple[str, tuple[str, ...]], tuple[tuple[Symbol, LegalDocument], ...]]:
    found = defaultdict(list)
    for document in load_documents():
        symbol = parse_symbol(document.symbol)
        if symbol is not None:
            found[symbol.type, symbol.organs].append((symbol, document))
    return {form: tuple(documents) for form, documents in found.items()}


def _known_symbols(subject: Subject) -> Iterator[Cited]:
    return (item for item in cited_documents(subject) if str(item.citation.symbol) in _documents())


def _same_symbol(citation: Citation, plan: Plan) -> tuple[LegalDocument, ...]:
    documents = _documents().get(str(citation.symbol), ())
    return tuple(
        document
        for document in documents
        if _is_central(citation) or _issued(citation, document, plan)
    )


def _is_central(citation: Citation) -> bool:
    symbol = citation.symbol
    return symbol is not None and symbol.organs[0].rstrip("0123456789") in _CENTRAL


def _issued(citation: Citation, document: LegalDocument, plan: Plan) -> bool:
    """Whether the citation names the document's issuer, in the plan of that issuer also shortly."""
    named, issuer = bare_issuer(citation.issuer), bare_issuer(document.issuer)
    own = bare_issuer(plan.issuer.name) == issuer
    return named == issuer or (own and bool(named) and issuer.startswith(named))


def _restarts(item: Cited, document: LegalDocument) -> bool:
    """Whether the number may be another document's, being of another year."""
    symbol, day = item.citation.symbol, item.citation.day
    if symbol is None or day is None or document.date is None:
        return True
    return symbol.year is None and day.year != document.date.year


def _speaks_of(item: Cited, document: LegalDocument, plan: Plan) -> bool:
    """Whether the subject of the citation, or else its clause, is about the document's matter."""
    words = fold(in_full(item.citation.subject or item.clause, plan))
    return any(fold(phrase) in words for phrase in document.about)


def _neighbours(symbol: Symbol) -> Iterator[LegalDocument]:
    """Yield the known documents whose symbol is one slip away."""
    for known, document in _by_form().get((symbol.type, symbol.organs), ()):
        number, other = symbol.number.lstrip("0"), known.number.lstrip("0")
        same_year = symbol.year == known.year
        if _is_one_slip(number, other) if same_year else number == other:
            yield document


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one character was mistyped, left out, added, or swapped with the next."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    if len(long) != len(short):
        return False
    places = [place for place in range(len(one)) if one[place] != other[place]]
    if len(places) == 2:  # noqa: PLR2004 - a pair
        return one[places[0] : places[1] + 1] == other[places[0] : places[1] + 1][::-1]
    return len(places) == 1


def _may_be(item: Cited, document: LegalDocument) -> bool:
    """Whether nothing else the text says speaks against the document."""
    beside = item.previous is not None and str(item.previous.symbol) == document.symbol
    return not beside and (item.citation.day is None or item.citation.day == document.date)


def _is_past(item: Cited, reviews: tuple[Path, ...]) -> bool:
    reviewed = any(item.path[: len(path)] == path for path in reviews)
    spoken = _GONE_BEFORE.search(item.clause) or _GONE_AFTER.search(item.after)
    return reviewed or item.in_title or bool(spoken)


def _is_named(item: Cited, document: LegalDocument, plan: Plan) -> bool:
    """Whether the citation is of this document, and not of another one with its number."""
    day, symbol = item.citation.day, item.citation.symbol
    if day is not None and document.date is not None:
        return day == document.date
    by_number = symbol is not None and symbol.year is not None
    return by_number or _speaks_of(item, document, plan)

"""What to say of a known document that is cited wrongly or after its end.

What is surely known and what is only believed are two rules each, so that belief never raises
more than a hint: the functions here serve both.
"""

from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.known_documents import (
    KnownCitation,
    ended,
    find_known,
    issue_day,
    misnumbered,
    wrongly_dated,
)
from planforge.linter.rule import Violation
from planforge.linter.subject import Subject
from planforge.registries.legal_documents import LegalDocument
from planforge.vietnamese.dates import format_short_date


def slips(subject: Subject, *, sure: bool) -> Iterator[Violation]:
    """Yield the citations of known documents under another's date or number."""
    for known in wrongly_dated(subject):
        if known.document.sure is sure:
            yield _wrong_date(known)
    for known in misnumbered(subject):
        if known.document.sure is sure:
            yield _wrong_number(known)


def citations_after_the_end(subject: Subject, *, sure: bool) -> Iterator[Violation]:
    """Yield the citations of known documents that hold no longer on the plan's day."""
    day = format_short_date(issue_day(subject.plan) or subject.plan.period.start)
    for item, document in ended(subject):
        if document.sure is not sure:
            continue
        values = {"document": item.name, "day": day}
        problem = (
            msg("“{document}” is no longer in force on {day}.", **values)
            if sure
            else msg("“{document}” is perhaps no longer in force on {day}.", **values)
        )
        yield Violation(item.path, problem, _replacement(document))


def _wrong_date(known: KnownCitation) -> Violation:
    item, document = known
    values = {"document": item.name, "date": item.citation.date}
    problem = (
        msg("“{document}” is not dated {date}.", **values)
        if document.sure
        else msg("“{document}” is perhaps not dated {date}.", **values)
    )
    return Violation(
        item.path, problem, msg("Did you mean {document}?", document=_in_full(document))
    )


def _wrong_number(known: KnownCitation) -> Violation:
    item, document = known
    values = {"document": item.name, "known": document.name}
    problem = (
        msg("“{document}” is cited for the matter of {known}.", **values)
        if document.sure
        else msg("“{document}” is perhaps cited for the matter of {known}.", **values)
    )
    return Violation(
        item.path, problem, msg("Did you mean {document}?", document=_in_full(document))
    )


def _replacement(document: LegalDocument) -> Message:
    if not document.successor:
        return msg("Look up what took its place.")
    successor = find_known(document.successor)
    return msg(
        "Look up {successor}, which took its place.",
        successor=successor.name if successor else document.successor,
    )


def _in_full(document: LegalDocument) -> str:
    dated = f" ngày {format_short_date(document.date)}" if document.date else ""
    return f"{document.name}{dated} ({document.subject})"

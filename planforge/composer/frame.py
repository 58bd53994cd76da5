"""What stands around the body: letterhead, title, note of attachment, recipients, signature."""

import datetime
import re

from planforge.document import Closing, Letterhead, Title
from planforge.model.frame import Decision, Issuer, Recipient
from planforge.model.plan import Plan
from planforge.vietnamese.dates import format_header_date

_NBSP = "\N{NO-BREAK SPACE}"
_BLANK_NUMBER = _NBSP * 8
_BLANK_DATE = f"ngày{_NBSP * 6}tháng{_NBSP * 6}năm{_NBSP * 10}"
_UNIT = re.compile(r" (?=(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) )")


def compose_letterhead(issuer: Issuer, number: str, date: datetime.date | None) -> Letterhead:
    """Return the top of a first page with number, place and date (PL I.II.2 to II.4)."""
    place_date = f"{issuer.place}, {date_words(date)}".replace(" ", _NBSP)
    return Letterhead(
        _capitals(issuer.parent), issuer_lines(issuer), number_words(number), place_date
    )


def compose_bare_letterhead(issuer: Issuer) -> Letterhead:
    """Return the letterhead of a text attached to a decision: no number, no date (Mẫu 1.3)."""
    return Letterhead(_capitals(issuer.parent), issuer_lines(issuer))


def issuer_lines(issuer: Issuer) -> tuple[str, ...]:
    """Return the printed name of the issuer; without a header, broken before its place."""
    return _capitals(issuer.header or tuple(_UNIT.split(issuer.name, maxsplit=1)))


def _capitals(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.upper() for line in lines)


def number_words(number: str) -> str:
    """Return ``number`` with a leading zero below 10, or with room to write it by hand."""
    digits, slash, symbol = number.partition("/")
    if not digits.strip():
        return _BLANK_NUMBER + slash + symbol.strip()
    return (
        (digits.strip().zfill(2) if digits.strip().isdigit() else digits.strip()) + slash + symbol
    )


def date_words(date: datetime.date | None) -> str:
    """Return the date in words, or room to write it by hand."""
    return format_header_date(date) if date else _BLANK_DATE


def compose_title(plan: Plan, note: str = "") -> Title:
    """Return type and subject of the plan."""
    return Title(plan.type.upper(), plan.title, note)


def plan_note(plan: Plan) -> str:
    """Return the line under an appendix: what it comes with (PL I.III.1.c)."""
    if plan.decision is None:
        return _note(plan.type, plan.number, plan.date, plan.issuer.name)
    return _note(f"{plan.type} ban hành kèm theo Quyết định", *_issue(plan, plan.decision))


def decision_note(plan: Plan, decision: Decision) -> str:
    """Return the line under the title of a plan attached to ``decision``."""
    return _note("Quyết định", *_issue(plan, decision))


def _issue(plan: Plan, decision: Decision) -> tuple[str, datetime.date | None, str]:
    return decision.number, decision.date, decision.issuer or plan.issuer.name


def _note(document: str, number: str, date: datetime.date | None, issuer: str) -> str:
    return f"(Kèm theo {document} số {number_words(number)} {date_words(date)} của {issuer})"


def compose_closing(plan: Plan) -> Closing:
    """Return Nơi nhận and the signature (PL I.II.7 and II.9)."""
    signature = plan.signature
    return Closing(
        recipients=(
            *(f"- {_recipient(recipient)};" for recipient in plan.recipients),
            f"- Lưu: {plan.archive.removeprefix('Lưu:').strip().rstrip('.')}.",
        ),
        authority=_capitals(signature.authority),
        title=signature.title.upper(),
        other_title=signature.other_title,
        name=signature.name.replace(" ", _NBSP),
    )


def _recipient(recipient: Recipient) -> str:
    name = recipient.to.rstrip(" ;.")
    return f"{name} ({recipient.purpose})" if recipient.purpose else name

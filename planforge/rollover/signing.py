"""Who signs, decides and drafts: taken from the new office's titles, never a person's name."""

import re

from planforge.findings import msg
from planforge.rollover.draft import Move
from planforge.rollover.ledger import Ledger
from planforge.rollover.model_questions import new_signer, unit_of_archive
from planforge.rollover.office import Adoption
from planforge.rollover.office_head import Rewriting, rewrite
from planforge.vietnamese.normalization import fold

NOBODY = "[Họ và tên]"
"""What a plan says while nobody is named who signs it."""

_SIGNER = msg("a person of the model's office")
_TITLE = msg("the title of who signs for the new office")
_UNIT = msg("the unit that drafted the model")
_DEPUTY = re.compile(r"KT\.|PHÓ |THỨ TRƯỞNG", re.IGNORECASE)
_PLAIN_ARCHIVE = re.compile(r"VT[.;,]?")


def decide_signature(adoption: Adoption, ledger: Ledger) -> None:
    """Write title and authority of the new office, take the signer's name out, ask for both."""
    signature = ledger.order.plan.signature
    title = signature.title
    if not is_signed_alike(adoption):
        title = _titles(adoption, ledger)
    path, name = ("signature", "name"), (signature.name,)
    rewrite(Rewriting(path, name, (NOBODY,), "signer", _SIGNER, is_gap=True), ledger)
    if signature.other_title:
        other = (signature.other_title,)
        rewrite(Rewriting(("signature", "other_title"), other, (), "signer", _SIGNER), ledger)
    ledger.ask(new_signer(title), ("signature", "name"))
    _decide_decision(adoption, ledger)
    _decide_archive(adoption, ledger)


def is_signed_alike(adoption: Adoption) -> bool:
    """Whether both offices sign by the same right, under the same title."""
    model, office = adoption.model, adoption.office
    return (model.is_committee, model.head) == (office.is_committee, office.head)


def _titles(adoption: Adoption, ledger: Ledger) -> str:
    """Write authority and title for the other kind of office; return the title."""
    signature, office = ledger.order.plan.signature, adoption.office
    is_deputy = _DEPUTY.search(" ".join((*signature.authority, signature.title))) is not None
    authority = [f"KT. {office.head}"] * is_deputy
    if office.is_committee:
        authority.insert(0, "TM. ỦY BAN NHÂN DÂN")
    title = office.deputy if is_deputy else office.head
    path = ("signature", "authority")
    if signature.authority:
        old = signature.authority
        rewrite(Rewriting(path, old, tuple(authority), "signer", _TITLE), ledger)
    rewrite(
        Rewriting(("signature", "title"), (signature.title,), (title,), "signer", _TITLE), ledger
    )
    return title


def _decide_decision(adoption: Adoption, ledger: Ledger) -> None:
    """Write who decides: the committee or its chairman, or the head of another body."""
    decision = ledger.order.plan.decision
    if decision is None:
        return
    new = _deciding(adoption, " ".join(decision.authority), capitals=True)
    path = ("decision", "authority")
    rewrite(Rewriting(path, decision.authority, (new,), "issuer_name", _TITLE), ledger)
    if decision.issuer:
        new = _deciding(adoption, decision.issuer, capitals=False)
        path = ("decision", "issuer")
        rewrite(Rewriting(path, (decision.issuer,), (new,), "issuer_name", _TITLE), ledger)


def _deciding(adoption: Adoption, old: str, *, capitals: bool) -> str:
    office = adoption.office
    by_head = not office.is_committee or fold(old).startswith("chủ tịch")
    head = office.head if capitals else office.head.capitalize()
    name = office.name.upper() if capitals else office.name
    return f"{head} {name}" if by_head else name


def _decide_archive(adoption: Adoption, ledger: Ledger) -> None:
    """Put the new code where the line names the model's own; else ask for the unit."""
    archive = ledger.order.plan.archive
    parts = re.split(r"(\W+)", archive)
    model, office = adoption.model.code, adoption.office.code
    new = "".join(office if part == model and model != "UBND" else part for part in parts)
    rewrite(Rewriting(("archive",), (archive,), (new,), "issuer_name", _UNIT), ledger)
    if new == archive and not _PLAIN_ARCHIVE.fullmatch(archive.strip()):
        ledger.ask(unit_of_archive(archive), ("archive",))
        line, column = ledger.order.source.locate(("archive",))
        ledger.moves.append(
            Move(
                path=("archive",),
                line=line,
                column=column,
                old=archive,
                new=archive,
                verdict="flagged",
                kind="signer",
                reason=_UNIT,
                words=f"Lưu: {archive}",
            )
        )

"""Authority, title and name of the signer (PL I.II.7)."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import (
    Breach,
    Wanted,
    element,
    grouped,
    look_breaches,
    not_found,
    standard,
)
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule

_SLASHED = re.compile(r"(T/M|K/T|T/L|TM/|KT/|TL/|(TM|KT|TL|TUQ)\s)")
_RANKED = re.compile(r"(GS|PGS|TS|ThS|Ths|CN|KS|BS|LS)\.")


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the signature, or that there is none."""
    closing = anatomy.closing
    if not closing.authority:
        if anatomy.is_document:
            yield not_found("authority")
        return
    yield from grouped(closing.authority, _prefix, standard().signing_prefixes.clause)
    yield from look_breaches("authority", closing.authority)
    if closing.signer is not None:
        yield from look_breaches("signer", [closing.signer], lower=True)
        yield from grouped([closing.signer], _rank, element("signer").clause)


def _prefix(line: Line) -> Wanted | None:
    if not _SLASHED.match(line.text):
        return None
    return (
        msg("“{text}” begins with a prefix that the decree does not know.", text=line.text),
        msg("Write {prefixes}", prefixes=" ".join(standard().signing_prefixes.prefixes)),
    )


def _rank(line: Line) -> Wanted | None:
    if not _RANKED.match(line.text):
        return None
    return (
        msg("An academic title stands before the name “{text}”.", text=line.text),
        msg("Leave it out, unless your ministry's rules ask for it."),
    )


RULE = WordRule(
    code="W113",
    name="signature-block",
    severity="error",
    check=check,
    what=msg(
        "Authority and title in bold capitals, the name bold in small letters, all 13-14 pt "
        "and centred; “TM.”, “KT.” with a full stop."
    ),
    why=msg("The signature makes the document valid; its form says in whose name it is signed."),
    bad="T/M ỦY BAN NHÂN DÂN",
    good="TM. ỦY BAN NHÂN DÂN",
    source="PL I.II.7, Đ.13",
)

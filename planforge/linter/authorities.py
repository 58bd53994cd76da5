"""The lines over a signature: how the person who signs stands to the issuer."""

import re
from collections.abc import Iterator

from msgspec import Struct

from planforge.findings import Path
from planforge.linter.issuers import GAP
from planforge.model.plan import Plan

_READ = re.compile(r"(TM|KT|TL|TUQ|Q)\.\s*(.*)", re.IGNORECASE | re.DOTALL)
_SLASHED = "T/M|K/T|T/L|T/UQ|TU/Q"
_DOTTED = r"T\. ?M|K\. ?T|T\. ?L|T\. ?U\. ?Q"
_MISWRITTEN = re.compile(
    rf"(?P<prefix>{_SLASHED}|{_DOTTED}|(?:TM|KT|TL|TUQ)(?=[ /:,;]))[./:,;]*\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


class Authority(Struct, frozen=True):
    """One line: its prefix without the dot ("" for none) and the body or title it stands for."""

    path: Path
    line: str
    prefix: str
    name: str


def read_authority(plan: Plan) -> tuple[Authority, ...] | None:
    """Return the lines over the signature's title, None where a draft leaves gaps."""
    lines = plan.signature.authority
    if any(GAP in line for line in lines) or GAP in plan.signature.title:
        return None
    return tuple(_read(("signature", "authority", index), line) for index, line in enumerate(lines))


def find_miswritten(plan: Plan) -> Iterator[tuple[Path, str, str]]:
    """Yield path, line and right form of each line with a prefix that is written otherwise."""
    for index, line in enumerate(plan.signature.authority):
        right = _mend(line)
        if right != line.strip():
            yield ("signature", "authority", index), line, right


def _mend(line: str) -> str:
    """Return the line with its prefix as the decree writes it: ``T/M ỦY BAN`` as ``TM. ỦY BAN``."""
    found = _MISWRITTEN.fullmatch(line.strip())
    if found is None:
        return line.strip()
    return f"{re.sub('[^A-Z]', '', found['prefix'].upper())}. {found['rest']}"


def _read(path: Path, line: str) -> Authority:
    found = _READ.fullmatch(_mend(line))
    if found is None:
        return Authority(path, line, "", line.strip())
    return Authority(path, line, found[1].upper(), found[2])

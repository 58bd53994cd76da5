"""D109: dates take a zero as the decree writes them, or at least all in one way."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.dates import format_month

_DATE = re.compile(
    r"(?<![\w/.])(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/[0-9]{4}(?![\w/])"
    r"|[Nn]gày (?P<d2>[0-9]{1,2}) tháng (?P<m2>[0-9]{1,2}) năm [0-9]{4}"
    r"|[Tt]háng (?P<m3>[0-9]{1,2})(?:/| năm )[0-9]{4}(?!\w)"
)
_LAST_PADDED = 9
_LAST_EARLY = 2


class _Spelling(NamedTuple):
    """A date as written, and with its day or month as the decree writes it.

    ``kind`` says what was looked at: ``day``, ``early`` for the months 1 and 2, ``late``.
    """

    path: Path
    written: str
    right: str
    kind: str


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the dates padded otherwise than the decree does, where the plan does both."""
    usual: dict[str, str] = {}
    wrong = []
    for item in _spellings(subject):
        if item.written == item.right:
            usual.setdefault(item.kind, item.written)
        else:
            wrong.append(item)
    for item in wrong:
        if item.kind in usual:
            yield Violation(
                item.path,
                msg(
                    "“{written}” here, “{usual}” elsewhere.",
                    written=item.written,
                    usual=usual[item.kind],
                ),
                msg("Write “{right}”, as the decree does.", right=item.right),
            )


def _spellings(subject: Subject) -> Iterator[_Spelling]:
    """Yield each date that has a day or month below ten."""
    for item in subject.texts:
        for found in _DATE.finditer(item.plain):
            for group, written in found.groupdict().items():
                if written and 0 < int(written) <= _LAST_PADDED:
                    yield _spelling(item.path, found, group)


def _spelling(path: Path, found: re.Match[str], group: str) -> _Spelling:
    """Return the date ``found`` with the day or month in ``group`` as the decree writes it."""
    month, value = group.startswith("m"), int(found[group])
    right = format_month(value) if month else f"{value:02d}"
    start, end = (place - found.start() for place in found.span(group))
    kind = ("early" if value <= _LAST_EARLY else "late") if month else "day"
    return _Spelling(path, found[0], found[0][:start] + right + found[0][end:], kind)


RULE = Rule(
    code="D109",
    name="date-padding",
    severity="info",
    check=check,
    what=msg(
        "Dates with and without leading zeros in one plan. The decree pads days below 10 and the "
        "months 1 and 2: 01/6/2020, 05/02/2020. Its clause is on a document's own date; a plan "
        "that pads everything else in one way of its own is left alone."
    ),
    why=msg("Two ways in one document look careless."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.b",
    bad="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/09/2020 của Chính phủ.
""",
    good="""
opening: Nghị định ngày 01/6/2020 và Nghị định ngày 10/9/2020 của Chính phủ.
""",
)

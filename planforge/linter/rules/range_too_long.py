"""D105: a quarter's figures are not those of fifteen months."""

import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.day_spans import find_spans
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.roman import parse_roman

_LABEL = re.compile(
    r"[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])(?![\w])|(?P<months>0?[369]|[369]) tháng(?! [0-9])"
    r"|(?<![0-9] )[Tt]háng (?P<month>[0-9]{1,2})(?![0-9])|(?:cả|[Bb]áo cáo (?:\w+ ){0,3})năm"
)
_LONGEST_MONTH = 31
_SLACK = 31
"""Days a window may begin before its quarter or year: reports close in the middle of a month."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each span that is longer than its label allows, even counted from New Year."""
    titles = {item.path: item.section.title for item in subject.sections}
    for item in subject.texts:
        for span in find_spans(item.plain) if "/20" in item.plain else ():
            label = _label(item.plain[: span.start]) or _label(_title(titles, item.path))
            if label and span.is_of_dates and span.days > _longest(label):
                yield Violation(
                    item.path,
                    msg(
                        "“{label}” is given {days} days: “{span}”.",
                        label=label[0],
                        days=span.days,
                        span=span.words,
                    ),
                    msg("Check the year of both ends."),
                )


def _title(titles: dict[Path, str], path: Path) -> str:
    return titles.get(path[:-2], "") if path[-2:-1] == ("text",) else ""


def _label(text: str) -> re.Match[str] | None:
    """Return the label nearest to the end of ``text``, of its last sentence."""
    sentence = re.split(r"[.;]\s", text)[-1]
    found = list(_LABEL.finditer(sentence))
    return found[-1] if found else None


def _longest(label: re.Match[str]) -> int:
    """Return how many days the window of a label may have; windows may count from New Year."""
    quarter = label["quarter"]
    if quarter:
        months = 3 * (parse_roman(quarter) or int(quarter))
    else:
        months = int(label["months"] or label["month"] or 12)
    return months * _LONGEST_MONTH + _SLACK


RULE = Rule(
    code="D105",
    name="range-too-long",
    severity="warning",
    check=check,
    what=msg(
        "A window of data longer than what it is named after: fifteen months for a quarter. "
        "Windows that count from the start of the year, as reports on reform do, are allowed."
    ),
    why=msg("A wrong year in one end; whoever follows it reports other figures than the rest."),
    bad="""
opening: "Báo cáo Quý III/2026: số liệu từ ngày 15/6/2025 đến ngày 14/9/2026."
""",
    good="""
opening: "Báo cáo Quý III/2026: số liệu từ ngày 15/12/2025 đến ngày 14/9/2026."
""",
)

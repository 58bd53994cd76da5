"""What a window of data is named after: a quarter, some months, a year."""

import re

from planforge.vietnamese.roman import parse_roman

_LABEL = re.compile(
    r"[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])(?![\w])|(?P<months>0?[369]|[369]) tháng(?! [0-9])"
    r"|(?<![0-9] )[Tt]háng (?P<month>[0-9]{1,2})(?![0-9])|(?:cả|[Bb]áo cáo (?:\w+ ){0,3})năm"
)
_LONGEST_MONTH = 31
_SLACK = 31
"""Days a window may begin before its quarter or year: reports close in the middle of a month."""


def find_label(text: str) -> re.Match[str] | None:
    """Return the label nearest to the end of ``text``, of its last sentence."""
    sentence = re.split(r"[.;]\s", text)[-1]
    found = list(_LABEL.finditer(sentence))
    return found[-1] if found else None


def longest_window(label: re.Match[str]) -> int:
    """Return how many days the window of a label may have; windows may count from New Year."""
    quarter = label["quarter"]
    if quarter:
        months = 3 * (parse_roman(quarter) or int(quarter))
    else:
        months = int(label["months"] or label["month"] or 12)
    return months * _LONGEST_MONTH + _SLACK

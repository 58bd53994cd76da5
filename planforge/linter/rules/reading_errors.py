"""L111: a text taken from a scan is free of the scanner's errors."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.misspellings import READING_ERRORS, find_slips
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import MARKS, read_wording

_HORNLESS = re.compile(
    r"[ưừứửữựƯỪỨỬỮỰ][oòóỏõọOÒÓỎÕỌ]|(?<![qQ])[uU][ơờớởỡợƠỜỚỞỠỢ](?=ng|NG|[cimntpuCIMNTPU])"
)
"""A syllable with one horn of ươ: no Vietnamese word is spelt so."""

_WITH_HORNS = str.maketrans("oòóỏõọOÒÓỎÕỌuU", "ơờớởỡợƠỜỚỞỠỢưƯ")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each reading error of the list, and each syllable with one horn of ươ."""
    wording = read_wording(subject)
    for found, right in find_slips(wording, READING_ERRORS):
        yield Violation(
            found.path,
            msg("“{wrong}” looks like a reading error of a scan.", wrong=found.words),
            msg("Write “{right}”.", right=right),
        )
    for found in wording.find(_HORNLESS, outside=frozenset(("issuer", "signature"))):
        right = found.match[0].translate(_WITH_HORNS)
        yield Violation(
            found.path,
            msg("“{wrong}” is no Vietnamese syllable.", wrong=found.word.strip(MARKS)),
            msg("It is written with “{right}”.", right=right),
        )


RULE = Rule(
    code="L111",
    name="reading-errors",
    severity="warning",
    check=check,
    what=msg(
        "Letters that a scanner reads for others (Công thông tin điện tử, Noi nhận, bổ trí) and "
        "syllables with one horn of ươ (trưòng, thuờng)."
    ),
    why=msg("Plans taken over from a scan or a PDF carry such errors into every later year."),
    bad="""
recipients:
  - Bộ Nội vụ
  - Công thông tin điện tử tỉnh
""",
    good="""
recipients:
  - Bộ Nội vụ
  - Cổng thông tin điện tử tỉnh
""",
)

"""The names of everything the reader may complain about: code and rule name."""

from typing import NamedTuple


class Code(NamedTuple):
    """A stable code and its readable name."""

    code: str
    rule: str


TOO_LARGE = Code("R101", "file-too-large")
EMPTY = Code("R102", "empty-file")
ENCODING = Code("R103", "wrong-encoding")
NOT_NFC = Code("R104", "decomposed-letters")
SYNTAX = Code("R105", "yaml-syntax")
TAB = Code("R106", "tab-indentation")
DUPLICATE_KEY = Code("R107", "duplicate-key")
ALIAS = Code("R108", "alias")
TOO_DEEP = Code("R109", "too-deep")
CONTROL = Code("R110", "control-character")

UNKNOWN_KEY = Code("R201", "unknown-key")
MISSING_KEY = Code("R202", "missing-key")
WRONG_TYPE = Code("R203", "wrong-type")
WRONG_CHOICE = Code("R204", "wrong-choice")
WRONG_DATE = Code("R205", "wrong-date")
WRONG_PERIOD = Code("R206", "wrong-period")

DUPLICATE_ID = Code("R301", "duplicate-id")
UNKNOWN_REFERENCE = Code("R302", "unknown-reference")
UNKNOWN_FOOTNOTE = Code("R303", "unknown-footnote")
UNUSED_FOOTNOTE = Code("R304", "unused-footnote")
UNKNOWN_AREA = Code("R305", "unknown-area")
UNKNOWN_COLUMN = Code("R306", "unknown-column")
WRONG_NUMBER = Code("R307", "wrong-number")

NOT_FINAL = Code("R401", "not-final")

"""The names of everything the reader may complain about: code, rule name and severity."""

from typing import NamedTuple

from planforge.findings import Finding, Message, Path, Severity


class Place(NamedTuple):
    """Line and column, from 1; 0 where there is none."""

    line: int = 0
    column: int = 0


FILE = Place()
"""The file as a whole, or a place that the finding's path leads to."""


class Code(NamedTuple):
    """A stable code and its readable name."""

    code: str
    rule: str
    severity: Severity = "error"

    def finding(
        self, message: Message, hint: Message, place: Place = FILE, path: Path = (), quote: str = ""
    ) -> Finding:
        """Return the finding of this code with its problem, its remedy and where it stands."""
        return Finding(
            code=self.code,
            rule=self.rule,
            severity=self.severity,
            message=message,
            hint=hint,
            path=path,
            quote=quote,
            line=place.line,
            column=place.column,
        )


TOO_LARGE = Code("R101", "file-too-large")
EMPTY = Code("R102", "empty-file")
ENCODING = Code("R103", "wrong-encoding")
NOT_NFC = Code("R104", "decomposed-letters", "warning")
SYNTAX = Code("R105", "yaml-syntax")
TAB = Code("R106", "tab-indentation")
DUPLICATE_KEY = Code("R107", "duplicate-key")
ALIAS = Code("R108", "alias")
TOO_DEEP = Code("R109", "too-deep")
CONTROL = Code("R110", "control-character")
ODD_SPACE = Code("R111", "odd-space", "warning")
MERGE_CONFLICT = Code("R112", "merge-conflict")
NOT_TEXT = Code("R113", "not-a-text-file")
TOO_MANY = Code("R114", "too-many-findings")

UNKNOWN_KEY = Code("R201", "unknown-key")
MISSING_KEY = Code("R202", "missing-key")
WRONG_TYPE = Code("R203", "wrong-type")
WRONG_CHOICE = Code("R204", "wrong-choice")
WRONG_DATE = Code("R205", "wrong-date")
WRONG_PERIOD = Code("R206", "wrong-period")

DUPLICATE_ID = Code("R301", "duplicate-id")
UNKNOWN_REFERENCE = Code("R302", "unknown-reference")
UNKNOWN_FOOTNOTE = Code("R303", "unknown-footnote")
UNUSED_FOOTNOTE = Code("R304", "unused-footnote", "warning")
UNKNOWN_AREA = Code("R305", "unknown-area")
UNKNOWN_COLUMN = Code("R306", "unknown-column")
WRONG_NUMBER = Code("R307", "wrong-number")

NOT_FINAL = Code("R401", "not-final")
NO_REVIEW = Code("R402", "no-review", "warning")

DECIDED_TWICE = Code("R501", "decided-twice")
MISSING_INTO = Code("R502", "decision-without-into")
IDLE_INTO = Code("R503", "into-without-merge")
MISSING_REASON = Code("R504", "decision-without-reason", "warning")
NO_DRAFT = Code("R505", "review-without-draft", "warning")
NO_OLD_PLAN = Code("R506", "old-plan-not-there", "warning")

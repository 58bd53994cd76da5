"""The names of everything a template may be told: code, rule name and weight."""

from typing import NamedTuple

from planforge.findings import Finding, Message, Severity


class Code(NamedTuple):
    """A stable code, its readable name, and how bad it is unless a check says otherwise."""

    code: str
    rule: str
    severity: Severity = "error"


NOT_WORD = Code("T101", "not-a-word-file")
DAMAGED = Code("T102", "damaged-part")

MISSING_STYLE = Code("T201", "missing-style")
MISSING_TAG = Code("T202", "missing-tag")
UNKNOWN_TAG = Code("T203", "unknown-tag")
UNBALANCED = Code("T204", "unbalanced-block")
SYNTAX = Code("T205", "tag-syntax")
NOT_ALONE = Code("T206", "tag-not-alone")
FOOTNOTES = Code("T207", "footnotes-part")
NOT_OWN_SECTION = Code("T208", "not-in-own-section")
UNSAFE = Code("T209", "unsafe-tag")
REPEATED = Code("T210", "repeated-content")
LOST_SECTION = Code("T211", "lost-section")
WRONG_SHAPE = Code("T212", "list-or-text")
TRIAL_FAILED = Code("T213", "trial-failed")

BROKEN_TAG = Code("T301", "broken-tag", "warning")
PAGE_SETUP = Code("T302", "page-setup", "warning")


def complain(
    code: Code,
    message: Message,
    *,
    where: Message | None = None,
    hint: Message | None = None,
    severity: Severity | None = None,
) -> Finding:
    """Return the finding of ``code``; ``severity`` None leaves it the weight of its code."""
    return Finding(
        code=code.code,
        rule=code.rule,
        severity=severity or code.severity,
        message=message,
        where=where,
        hint=hint,
    )

"""Bytes to text: encodings, sizes and letters, before any grammar."""

import re
import unicodedata

from planforge.findings import Finding, Message, msg
from planforge.readers import codes

MAX_BYTES = 8 * 1024 * 1024
"""No plan comes near this; a file beyond it is not a plan."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes) -> tuple[str, list[Finding]]:
    """Return the text of a file in NFC with Unix line ends; "" where it cannot be read."""
    problem = _unreadable(data)
    if problem is not None:
        return "", [problem]
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    text, findings = _compose(text)
    return _without_controls(text, findings)


def _unreadable(data: bytes) -> Finding | None:
    if len(data) > MAX_BYTES:
        return _finding(
            codes.TOO_LARGE,
            msg("The file is larger than {limit} MB.", limit=MAX_BYTES // 1024 // 1024),
            msg("A plan is text; pictures and other data do not belong in it."),
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _finding(codes.ENCODING, msg("The file is saved as UTF-16."), _SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _finding(
            codes.ENCODING,
            msg(
                "The file is not UTF-8: byte {byte} cannot be read.",
                byte=f"0x{data[error.start]:02X}",
            ),
            _SAVE_AS_UTF8,
            data.count(b"\n", 0, error.start) + 1,
        )
    if not text.strip():
        return _finding(
            codes.EMPTY,
            msg("The file is empty."),
            msg("Start from `planforge new`, or restore the file from git."),
        )
    return None


_SAVE_AS_UTF8 = msg(
    "In the editor choose Save As, encoding UTF-8, and check the Vietnamese letters."
)


def _compose(text: str) -> tuple[str, list[Finding]]:
    if unicodedata.is_normalized("NFC", text):
        return text, []
    lines = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
    finding = _finding(
        codes.NOT_NFC,
        msg(
            "Letters and their marks are stored apart (decomposed Unicode) on {count} line(s).",
            count=len(lines),
        ),
        msg("The plan is read with composed letters; save it from an editor set to Unicode NFC."),
        lines[0] if lines else 1,
        severity="warning",
    )
    return unicodedata.normalize("NFC", text), [finding]


def _without_controls(text: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """Blank out characters that neither YAML nor Word can hold, and say where they were."""
    for match in _CONTROL.finditer(text):
        before = text.rfind("\n", 0, match.start())
        findings.append(
            Finding(
                code=codes.CONTROL.code,
                rule=codes.CONTROL.rule,
                message=msg(
                    "A control character (U+{code}) stands in the text.",
                    code=f"{ord(match[0]):04X}",
                ),
                hint=msg("Delete it; it often comes with text pasted from a PDF."),
                line=text.count("\n", 0, match.start()) + 1,
                column=match.start() - before,
            )
        )
    return (_CONTROL.sub(" ", text) if findings else text), findings


def _finding(
    code: codes.Code, message: Message, hint: Message, line: int = 0, severity: str = "error"
) -> Finding:
    return Finding(
        code=code.code,
        rule=code.rule,
        severity="warning" if severity == "warning" else "error",
        message=message,
        hint=hint,
        line=line,
    )

"""Bytes to text: encodings, sizes and letters, before any grammar."""

import re
import unicodedata

from planforge.findings import Message, msg
from planforge.readers import codes
from planforge.readers.codes import Code, Place
from planforge.readers.report import Report

MAX_BYTES = 8 * 1024 * 1024
"""No plan comes near this; a file beyond it is not a plan."""

MAX_MARKS = 30
"""Marks on one letter (UAX #15, Stream-Safe Text); ordering many more takes hours."""

_KINDS = (
    (b"PK\x03\x04", msg("a Word or Excel file, or another archive")),
    (b"\xd0\xcf\x11\xe0", msg("a Word or Excel file of the old kind")),
    (b"%PDF", msg("a PDF file")),
    (b"{\\rtf", msg("an RTF file")),
)
"""How files begin that are passed by mistake."""

_SAVE_AS_UTF8 = msg(
    "In the editor choose Save As, encoding UTF-8, and check the Vietnamese letters; "
    "text in TCVN3 (.VnTime) or VNI must first be converted to Unicode, for example with UniKey."
)
# Only the first look at a text is compiled at once: few texts need the others.
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
_CONFLICT = r"(?m)^<{7}(?: .*)?$"
_DIVIDER = r"(?m)^={7}$"
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_ODD_SPACE = (
    rf"(?m)^(?:[ \t]*(?=[{_WIDE}{_INVISIBLE}])| *(?:- +)*(?:[a-z_]+:|-)(?=[{_WIDE}]))"
    rf"[ \t{_WIDE}{_INVISIBLE}]*"
)
_UNUSUAL = re.compile(r"[^\n\t -~À-ɏẠ-ỹ“”‘’–—…•→≥≤×°²³½«»·§±]")
"""Anything but the composed letters and the signs of office texts: only then is more to check."""

_CROWD = rf"[^\w\s\x00-\x7f]{{{MAX_MARKS + 1},}}"


def decode(data: bytes, report: Report) -> str:
    """Return the text of a file in NFC with Unix line ends; "" where it cannot be read.

    What YAML or Word cannot hold, and spaces that YAML does not know as spaces, are replaced
    and reported.
    """
    text = _text(data, report)
    if not text.strip() or _has_conflicts(text, report):
        return ""
    if not _UNUSUAL.search(text):
        return text
    if _is_crowded(text, report):
        return ""
    return _without_odd_spaces(_without_controls(_composed(text, report), report), report)


def control_character(text: str) -> str:
    """Return the first character of ``text`` that YAML or Word cannot hold, or ""."""
    found = re.search(_CONTROL, text)
    return found[0] if found else ""


def without_controls(text: str) -> str:
    """Return ``text`` with a space for each character that YAML or Word cannot hold."""
    return re.sub(_CONTROL, " ", text)


def _text(data: bytes, report: Report) -> str:
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            _add(report, codes.NOT_TEXT, msg("The file is {kind}, not a plan.", kind=kind),
                 msg("A plan is a text file; start one with `planforge new`."))  # fmt: skip
            return ""
    if len(data) > MAX_BYTES:
        _add(report, codes.TOO_LARGE,
             msg("The file is larger than {limit} MB.", limit=MAX_BYTES // 1024 // 1024),
             msg("A plan is text; pictures and other data do not belong in it."))  # fmt: skip
        return ""
    if _is_utf16(data):
        _add(report, codes.ENCODING, msg("The file is saved as UTF-16."), _SAVE_AS_UTF8)
        return ""
    try:
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        _report_encoding(error, data, report)
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf16(data: bytes) -> bool:
    """Whether a mark says so, or a zero byte stands beside the first letter."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:2].count(0) == 1


def _report_encoding(error: UnicodeDecodeError, data: bytes, report: Report) -> None:
    before = data[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    if error.reason == "unexpected end of data":
        report.add(codes.ENCODING.finding(
            msg("The file ends in the middle of a letter."),
            msg("Its end is missing: restore the file from git or from a copy."),
            place,
        ))  # fmt: skip
        return
    byte = f"0x{data[error.start]:02X}"
    report.add(codes.ENCODING.finding(
        msg("The file is not UTF-8: byte {byte} cannot be read.", byte=byte), _SAVE_AS_UTF8, place
    ))  # fmt: skip


def _has_conflicts(text: str, report: Report) -> bool:
    """Whether two versions of the plan stand in the file, so that no finding would be true."""
    if "<<<<<<<" not in text or not re.search(_CONFLICT, text) or not re.search(_DIVIDER, text):
        return False
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(_CONFLICT, line):
            _add(report, codes.MERGE_CONFLICT,
                 msg("Two versions of the plan stand here, left by a git merge."),
                 msg("Keep one side, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`."),
                 number)  # fmt: skip
    return True


def _is_crowded(text: str, report: Report) -> bool:
    """Whether a letter has so many marks that putting them in order would never end."""
    for crowd in re.finditer(_CROWD, text):
        if sum(map(bool, map(unicodedata.combining, crowd[0]))) > MAX_MARKS:
            _add(report, codes.ENCODING,
                 msg("More than {limit} marks stand on one letter.", limit=MAX_MARKS),
                 msg("Delete the letter and its marks, and type it again."),
                 text.count("\n", 0, crowd.start()) + 1)  # fmt: skip
            return True
    return False


def _composed(text: str, report: Report) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    lines = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
    _add(
        report,
        codes.NOT_NFC,
        msg(
            "Letters and their marks are stored apart (decomposed Unicode) on {count} line(s).",
            count=len(lines),
        ),
        msg("The plan is read with composed letters; save it from an editor set to Unicode NFC."),
        lines[0] if lines else 1,
    )
    return unicodedata.normalize("NFC", text)


def _without_controls(text: str, report: Report) -> str:
    if not control_character(text):
        return text
    for number, line in enumerate(text.split("\n"), 1):
        found = re.search(_CONTROL, line)
        if found:
            report.add(codes.CONTROL.finding(
                msg("A control character (U+{code}) stands in the text.",
                    code=f"{ord(found[0]):04X}"),
                msg("Delete it; it often comes with text pasted from a PDF."),
                Place(number, found.start() + 1),
            ))  # fmt: skip
    return without_controls(text)


def _without_odd_spaces(text: str, report: Report) -> str:
    """Read as plain spaces those that stand where YAML looks for the shape of the plan."""
    first = re.search(_ODD_SPACE, text)
    if first is None:
        return text
    _add(
        report,
        codes.ODD_SPACE,
        msg("The spaces at the start of a line or after a colon are not plain spaces."),
        msg("They are read as plain ones; replace them: they come with text pasted from Word."),
        text.count("\n", 0, first.start()) + 1,
    )
    return re.sub(_ODD_SPACE, _plain_spaces, text)


def _plain_spaces(found: re.Match[str]) -> str:
    return re.sub(f"[{_WIDE}]", " ", re.sub(f"[{_INVISIBLE}]", "", found[0]))


def _add(report: Report, code: Code, message: Message, hint: Message, line: int = 0) -> None:
    report.add(code.finding(message, hint, Place(line)))

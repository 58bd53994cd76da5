"""How wide a line of Times New Roman is printed.

The rules under the agency and the subject are measured in fractions of the line above them, so
the writer must know its length without a layout engine.
"""

from unicodedata import decomposition

_UNITS_PER_EM = 2048
_UNKNOWN = 1024  # half an em, the width of a digit

# Advance widths and the characters that have them.
_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    614: "²³",
    682: "!()-I[]`fr·‘’",
    717: "•",
    797: "Js",
    819: "°",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ«»§–€",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1124: "±÷≤≥",
    1139: "FPS",
    1155: "+<=>×",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1536: "½",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "—…→",
}
_BOLD = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\il",
    614: "²³",
    682: "!()-:;[]`fjt·‘’",
    717: "•",
    797: "Is",
    807: "{}",
    819: "°",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy«»§–“”€",
    1065: "~",
    1124: "±÷≤≥",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>×",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1536: "½",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…→",
}


def _by_character(widths: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in widths.items() for character in characters}


_ADVANCES = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points of ``text``, one line of upright type of ``size`` points.

    An accented letter is as wide as the letter under it; a character that is not in the tables
    counts as wide as a digit. ``text`` is NFC.
    """
    advances = _ADVANCES[bold]
    return sum(_advance(character, advances) for character in text) * size / _UNITS_PER_EM


def _advance(character: str, advances: dict[str, int]) -> int:
    if character in advances:
        return advances[character]
    base = decomposition(character).partition(" ")[0]
    return _advance(chr(int(base, 16)), advances) if base.isalnum() else _UNKNOWN

"""Typeface and colour (PL I.I.4)."""

from collections.abc import Callable, Iterator, Sequence

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, standard
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.styles import Look

_DARKEST = 0x20
"""How far each part of a colour may be from black and still print as black."""


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield other typefaces and other colours, each with its names and its first place."""
    document = anatomy.document
    headers = [
        line
        for section in document.sections
        for lines in section.headers.values()
        for line in lines
        if line.text
    ]
    lines = [line for line in document.lines if line.text]
    yield from _found(
        [*lines, *headers],
        lambda look: next((font for font in look.fonts if _is_other(font)), ""),
        (
            msg("Text is in the typeface {names}; the decree asks for Times New Roman."),
            msg("Select all with Ctrl+A and choose Times New Roman; mind the symbols."),
        ),
        "error",
    )
    yield from _found(
        lines,
        lambda look: "" if _is_black(look.color) else f"#{look.color}",
        (
            msg("Text is in the colour {names}; the decree asks for black."),
            msg("Select it in Word and set the font colour to Automatic."),
        ),
        "warning",
    )


def _found(
    lines: Sequence[Line],
    name_of: Callable[[Look], str],
    words: tuple[Message, Message],
    severity: Severity,
) -> Iterator[Breach]:
    names: dict[str, None] = {}
    places: list[Line] = []
    for line in lines:
        found = [name for run in line.runs if run.text.strip() and (name := name_of(run.look))]
        names.update(dict.fromkeys(found))
        places += [line] if found else []
    if places:
        message, hint = words
        yield Breach(
            message=msg(message.template, names=", ".join(names)),
            hint=hint,
            source=standard().font.clause,
            where=places[0].where,
            count=len(places),
            severity=severity,
        )


def _is_other(font: str) -> bool:
    """Say whether a typeface is another one; an unknown font of a theme is not held against it."""
    return font.casefold() not in ("", standard().font.family.casefold())


def _is_black(color: str) -> bool:
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return True
    return all(part <= _DARKEST for part in parts)


RULE = WordRule(
    code="W103",
    name="font",
    severity="error",
    check=check,
    what=msg("Text in another typeface than Times New Roman, or in another colour than black."),
    why=msg(
        "Another typeface changes line and page breaks on every machine; text in .VnTime is "
        "unreadable without its font."
    ),
    bad="Phông chữ: Calibri",
    good="Phông chữ: Times New Roman, màu đen",
    source="PL I.I.4",
)

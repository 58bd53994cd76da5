"""The lines drawn below elements, as far as they can be found in a Word file."""

from collections.abc import Iterator, Sequence

from planforge.findings import msg
from planforge.linter.wordfile.breach import Breach, element
from planforge.linter.wordfile.lines import Line
from planforge.standards.text_width import text_width

_NEAR = 3
"""Lines above and below in which the anchor of a floating line may stand."""

_TOLERANCE = 0.1
"""Widths are reckoned from tables of letters; a line that wraps is shorter still."""


def rule_breaches(name: str, lines: Sequence[Line], over: Sequence[Line]) -> Iterator[Breach]:
    """Yield that no line is drawn below ``over``, or that it is too long or too short.

    Only a line drawn right below has a length that means anything; others may be anything.
    """
    wanted, last = element(name), over[-1]
    if not any(map(_is_rule, _near(lines, over))):
        yield Breach(
            message=msg("No line is drawn below {element}.", element=wanted.name),
            hint=msg("Draw a solid one in Word: Insert, Shapes, Line."),
            source=wanted.clause,
            where=last.where,
            severity="warning",
        )
        return
    below = lines[_index(lines, last) + 1 :][:1]
    length = below[0].rule if below and not below[0].text else None
    if length is None or wanted.rule is None:
        return
    share = length / (_width(last) or length)
    if not wanted.rule.allows(share, tolerance=_TOLERANCE):
        yield Breach(
            message=msg(
                "The line below {element} is {share} % as long as the text above it.",
                element=wanted.name,
                share=round(share * 100),
            ),
            hint=msg("Click the line in Word and drag its end: {wanted}.", wanted=_wording(name)),
            source=wanted.clause,
            where=last.where,
            severity="warning",
        )


def _wording(name: str) -> str:
    return "100 %" if name == "motto" else "33-50 %"


def _near(lines: Sequence[Line], over: Sequence[Line]) -> list[Line]:
    """Return the lines in which a line below ``over`` may be anchored: its cell, or close by."""
    first, last = _index(lines, over[0]), _index(lines, over[-1])
    if not over[-1].place.table:
        return list(lines[max(first - _NEAR, 0) : last + 1 + _NEAR])
    place = over[-1].place
    return [line for line in lines if line.place.table == place.table] + _after(lines, last)


def _after(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the lines right below the table that the line ``index`` stands in."""
    table = lines[index].place.table
    return [line for line in lines[index:] if line.place.table != table][:_NEAR]


def _index(lines: Sequence[Line], line: Line) -> int:
    """Return where ``line`` is; a piece of a line between tabs is where its paragraph is."""
    for index, other in enumerate(lines):
        if other is line or (other.place == line.place and line.text in other.text):
            return index
    return 0


def _is_rule(line: Line) -> bool:
    dashes = bool(line.text) and not any(character.isalnum() for character in line.text)
    return line.ruled or dashes


def _width(line: Line) -> float:
    sizes = line.sizes
    return text_width(line.text, sizes[0], bold=line.is_bold) if sizes else 0.0

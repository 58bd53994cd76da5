"""A breach of the decree in a Word file, and how lines are held against an element of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from msgspec import Struct

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.lines import Line
from planforge.standards import Element, Figure, Standard, load_standard

Wanted = tuple[Message, Message]
"""What is wrong with a line, and what to do about it."""

_TOLERANCE = 0.01
_MOSTLY = 0.5
_ALIGNED = {
    "center": msg("centred"),
    "both": msg("justified"),
    "left": msg("flush left"),
    "right": msg("flush right"),
}


class Breach(Struct, frozen=True, kw_only=True):
    """One kind of deviation: what is wrong, what to do, where first and at how many places.

    ``severity`` is None where it is that of the rule.
    """

    message: Message
    hint: Message
    source: str
    where: Message | None = None
    count: int = 1
    severity: Severity | None = None


@cache
def standard() -> Standard:
    """Return the decree in figures, read once."""
    return load_standard()


def element(name: str) -> Element:
    """Return an element of the decree."""
    return standard().elements[name]


def not_found(name: str, severity: Severity = "warning") -> Breach:
    """Return the breach that the element ``name`` is missing."""
    missing = element(name)
    return Breach(
        message=msg("{element} was not found.", element=missing.name),
        hint=msg("Check that it stands in its place, in the text and not in a picture."),
        source=missing.clause,
        severity=severity,
    )


def allowed(figure: Figure) -> str:
    """Return what a figure allows, in numbers: “13-14”, “10, 12.7”, “6-”."""
    if figure.one_of:
        return " / ".join(f"{value:g}" for value in figure.one_of)
    ends = [f"{end:g}" for end in (figure.at_least, figure.at_most) if end is not None]
    return "-".join(ends)


def grouped(
    lines: Iterable[Line], problem_of: Callable[[Line], Wanted | None], source: str
) -> Iterator[Breach]:
    """Yield the first line that ``problem_of`` names and how many there are, if any."""
    found = [(line, problem) for line in lines if (problem := problem_of(line)) is not None]
    if found:
        line, (message, hint) = found[0]
        yield Breach(message=message, hint=hint, source=source, where=line.where, count=len(found))


def look_breaches(name: str, lines: Sequence[Line], *, lower: bool = False) -> Iterator[Breach]:
    """Yield how ``lines`` differ from the look of the element ``name``.

    ``lower``: it must not stand in capitals.
    """
    wanted = element(name)
    kinds = [_size, _weight, _slant, _capitals, _alignment, *([_lower] if lower else [])]
    for kind in kinds:
        yield from grouped(lines, partial(kind, wanted=wanted), wanted.clause)


def size_problem(line: Line, wanted: Element) -> Wanted | None:
    """Return what is wrong with the size of a line, None where nothing is."""
    wrong = [size for size in line.sizes if not wanted.size.allows(size, tolerance=_TOLERANCE)]
    if not wrong:
        return None
    return (
        msg(
            "{element}: the type is {size} pt; the decree asks for {allowed} pt.",
            element=wanted.name, size=f"{wrong[0]:g}", allowed=allowed(wanted.size),
        ),
        msg("Select it in Word and set the size {size}.", size=f"{wanted.size.use:g}"),
    )  # fmt: skip


_size = size_problem


def _weight(line: Line, wanted: Element) -> Wanted | None:
    if wanted.bold and not line.is_bold:
        return (
            msg("{element} is not bold.", element=wanted.name),
            msg("Select it in Word and press Ctrl+B."),
        )
    if not wanted.bold and line.share("bold") > _MOSTLY:
        return (
            msg("{element} is bold; the decree asks for plain type.", element=wanted.name),
            msg("Select it in Word and press Ctrl+B."),
        )
    return None


def _slant(line: Line, wanted: Element) -> Wanted | None:
    if wanted.italic and not line.is_italic:
        return (
            msg("{element} is not italic.", element=wanted.name),
            msg("Select it in Word and press Ctrl+I."),
        )
    if not wanted.italic and line.share("italic") > _MOSTLY:
        return (
            msg("{element} is italic; the decree asks for upright type.", element=wanted.name),
            msg("Select it in Word and press Ctrl+I."),
        )
    return None


def _capitals(line: Line, wanted: Element) -> Wanted | None:
    if not wanted.upper or line.is_upper:
        return None
    return (
        msg("{element} is not in capitals.", element=wanted.name),
        msg("Select it in Word and press Shift+F3 until all is in capitals."),
    )


def _lower(line: Line, wanted: Element) -> Wanted | None:
    if not line.is_upper:
        return None
    return (
        msg("{element} is in capitals; the decree asks for small letters.", element=wanted.name),
        msg("Type it with capitals only where spelling asks for them."),
    )


def _alignment(line: Line, wanted: Element) -> Wanted | None:
    align = line.layout.align
    if wanted.align is None or not line.aligned or align in (wanted.align, _also(wanted.align)):
        return None
    return (
        msg(
            "{element} is {found}; the decree asks for {wanted}.",
            element=wanted.name,
            found=_ALIGNED.get(align, align),
            wanted=_ALIGNED[wanted.align],
        ),
        msg("Put the cursor in it and choose the alignment in Word: {wanted}.",
            wanted=_ALIGNED[wanted.align]),
    )  # fmt: skip


def _also(align: str) -> str:
    """Return what looks the same: one line flush left, justified or not."""
    return "both" if align == "left" else align

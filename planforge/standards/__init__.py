"""The format rules as data: what a standard allows, what the templates use, and by which clause.

A rule is a value with a ``clause``; the figures in it carry the range that the clause allows
and the value our templates print. Where a standard is silent there is a `Choice` with its reason.
"""

from datetime import date
from typing import Literal

from msgspec import Struct, convert

Align = Literal["left", "center", "both"]
Numerals = Literal["arabic", "roman", "letters"]


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """A measure: what is allowed, and in ``use`` what the templates print.

    ``one_of`` lists the only values allowed; otherwise ``at_least`` and ``at_most`` bound it,
    None meaning no bound.
    """

    use: float
    at_least: float | None = None
    at_most: float | None = None
    one_of: tuple[float, ...] = ()

    def allows(self, value: float, *, tolerance: float = 0.0) -> bool:
        """Return whether ``value`` is within ``tolerance`` of what is allowed."""
        if self.one_of:
            return any(abs(value - allowed) <= tolerance for allowed in self.one_of)
        above = self.at_least is None or value >= self.at_least - tolerance
        return above and (self.at_most is None or value <= self.at_most + tolerance)


class Rule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something the standard says, and where: ``PL I.II.6.e``, ``Đ.13``."""

    clause: str


class Paper(Rule, frozen=True):
    """Size of the sheet held upright, in millimetres."""

    width: Figure
    height: Figure


class Orientation(Rule, frozen=True):
    """How the sheet lies: as a rule, and where there are tables."""

    use: Literal["portrait", "landscape"]
    with_tables: Literal["portrait", "landscape"]


class Margins(Rule, frozen=True):
    """Distance of the text from each edge, in millimetres."""

    top: Figure
    bottom: Figure
    left: Figure
    right: Figure


class Font(Rule, frozen=True):
    """The typeface of the whole document; ``color`` as RRGGBB."""

    family: str
    color: str
    encoding: str


class PageNumbering(Rule, frozen=True):
    """How pages are counted and where the number stands; its look is an element."""

    numerals: Numerals
    start: int
    place: Literal["top_margin"]
    on_first_page: bool
    restart_clause: str
    restart_in_appendix: bool


class Paragraphs(Rule, frozen=True):
    """Running text: first-line indent in millimetres, gap in points, spacing in lines."""

    align: Align
    indent: Figure
    gap: Figure
    line: Figure


class Numbering(Struct, frozen=True, forbid_unknown_fields=True):
    """The number of a level: ``{n}`` in ``form``, printed from ``from_count`` of them on."""

    form: str
    numerals: Numerals
    from_count: int = 1


class Element(Rule, frozen=True):
    """The look of one element of a document.

    ``name`` is its Vietnamese term, ``box`` its number in the layout diagram, ``text`` its fixed
    wording. Sizes are in points; ``align`` is None where the standard does not say; ``rule`` is
    the line below it, as a fraction of its printed length; ``gap`` the space above, in points.
    """

    name: str
    size: Figure
    box: str = ""
    text: str = ""
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: Align | None = None
    rule: Figure | None = None
    gap: Figure | None = None
    numbering: Numbering | None = None


class Wording(Rule, frozen=True):
    """How a line is worded; names in braces are filled.

    ``last`` is the form of the last line of a list; numbers below ``pad_below`` and the months
    ``pad_months`` take a leading zero.
    """

    form: str
    last: str = ""
    pad_below: int = 0
    pad_months: tuple[int, ...] = ()


class SigningPrefixes(Rule, frozen=True):
    """What stands before the name or title for which somebody signs."""

    prefixes: dict[str, str]


class UrgencyStamps(Rule, frozen=True):
    """Width and height of each stamp, in millimetres."""

    stamps: dict[str, tuple[int, int]]


class ElectronicCopy(Rule, frozen=True):
    """The file of a scanned copy: PDF version, dots per inch."""

    pdf_version: Figure
    resolution: Figure


class Choice(Struct, frozen=True, forbid_unknown_fields=True):
    """A measure of our own where the standard is silent, and ``why``."""

    use: float
    why: str


class Standard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A format standard; ``valid_to`` is None while it is in force."""

    id: str
    name: str
    valid_from: date
    valid_to: date | None
    paper: Paper
    orientation: Orientation
    margins: Margins
    font: Font
    page_numbering: PageNumbering
    paragraph: Paragraphs
    elements: dict[str, Element]
    wording: dict[str, Wording]
    signing_prefixes: SigningPrefixes
    urgency_stamps: UrgencyStamps
    electronic_copy: ElectronicCopy
    choices: dict[str, Choice]


def load_standard(name: str = "nd30") -> Standard:
    """Return the standard called ``name``; FileNotFoundError when there is none."""
    # Not at the top: who only asks for the width of a line does not pay for reading YAML.
    from importlib.resources import files  # noqa: PLC0415

    import yaml  # noqa: PLC0415

    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return convert(yaml.safe_load(text), Standard)

"""Page numbers (PL I.I.7, III.1.đ)."""

from collections.abc import Iterator

from msgspec.structs import replace

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, standard
from planforge.linter.wordfile.lines import Line
from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.sections import Section

_ONE_PAGE = 3000
"""Characters that may stand on one page, where no number is needed."""

_SHOWN = ("default", "even")


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the page numbers; what fits one page needs none."""
    document = anatomy.document
    first = next((s for s in document.sections if _is_numbered(s)), document.sections[0])
    above, below = _numbers(first.headers), _numbers(first.footers)
    if above:
        yield from _top(first, above)
    elif below:
        yield _breach(msg("The page number stands at the foot of the page."), first, "error")
    elif sum(len(line.text) for line in document.lines) > _ONE_PAGE:
        yield _breach(msg("The pages have no numbers."), first, "warning")
    if above or below:
        yield from _restart(anatomy)


def _is_numbered(section: Section) -> bool:
    """Say whether a section has page numbers; one of a single page may be without."""
    return bool(_numbers(section.headers) or _numbers(section.footers))


def _numbers(frames: dict[str, list[Line]]) -> list[Line]:
    return [line for kind in _SHOWN for line in frames.get(kind, []) if line.paged]


def _top(section: Section, numbers: list[Line]) -> Iterator[Breach]:
    tabbed = [any("\t" in run.text for run in line.runs) for line in numbers]
    lines = [replace(line, aligned=not tab) for line, tab in zip(numbers, tabbed, strict=True)]
    for breach in look_breaches("page_number", lines):
        yield replace(breach, where=_place(section))
    shown = any(line.paged for line in section.headers.get("first", []))
    if section.number == 1 and (shown or not section.first_differs):
        yield _breach(msg("The first page shows its number."), section, "error")
    if section.numerals != "decimal":
        yield _breach(msg("The page numbers are not Arabic."), section, "error")


def _restart(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield the first appendix whose pages go on counting those of the text."""
    sections = {section.number: section for section in anatomy.document.sections}
    homes = [sections[appendix.label.place.section] for appendix in anatomy.appendices]
    going_on = [s for s in homes if s.number > 1 and s.start != standard().page_numbering.start]
    if going_on:
        yield replace(
            _breach(
                msg("The pages of the appendix are not counted for themselves."),
                going_on[0],
                "warning",
            ),
            source=standard().page_numbering.restart_clause,
            count=len(going_on),
        )


def _place(section: Section) -> Message:
    return msg("Section {number}, page header", number=section.number)


def _breach(message: Message, section: Section, severity: Severity) -> Breach:
    return Breach(
        message=message,
        hint=msg("In Word: Insert, Page Number, Top of Page, centred; tick Different First Page."),
        source=element("page_number").clause,
        where=_place(section),
        severity=severity,
    )


RULE = WordRule(
    code="W116",
    name="page-numbers",
    severity="error",
    check=check,
    what=msg(
        "Page numbers: Arabic, 13-14 pt upright, in the middle of the top margin, none on the"
        " first page, each appendix counted for itself."
    ),
    why=msg("A page that falls out of its document is put back by its number."),
    bad="Số trang: ở chân trang, có trên trang đầu",
    good="Số trang: giữa lề trên, không có trên trang thứ nhất",
    source="PL I.I.7",
)

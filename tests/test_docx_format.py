"""Built Word files against the figures of the standard: type, paragraphs, pages."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from document_lines import STANDARD, Line, Shown, document_lines
from example_plans import Built
from word_files import FontLook, WordFile, find, text_of

from planforge.document import Run, Table
from planforge.model import Section
from planforge.model.walking import walk_records
from planforge.standards import Element, Figure

TWIPS_PER_MM = 1440 / 25.4
RUNNING = {"basis", "body", "article", "clause_heading", "point", "outline_section"}
"""Elements of the running text, for which indent, gaps and line spacing apply (PL I.II.6.e)."""

HEADINGS = ("outline_section", "clause_heading", "point")

NOT_IN_PLANS = {
    "letter_subject": "công văn",
    "addressees": "công văn, tờ trình, báo cáo",
    "chapter": "quy phạm", "chapter_title": "quy phạm",
    "section": "quy phạm", "section_title": "quy phạm",
    "subsection": "quy phạm", "subsection_title": "quy phạm",
    "clause": "printed in the style of the body",
    "signing_info": "put on by the archive when the file is signed",
    "drafter_mark": "part of the line Lưu",
    "contact": "công văn",
    "urgency": "a stamp",
    "circulation": "a stamp",
    "page_number": "stands in the header, not in the text",
}  # fmt: skip

Measure = Callable[[Any], object]


def runs(paragraph: Any) -> list[Any]:
    return find(paragraph, ".//w:r[w:t]")


def complaint(line: Line, element: Element, found: object, wanted: object) -> str:
    """Say what is wrong with a line, for the one who reads a failure."""
    return f"{element.name} “{line.text[:50]}”: {found}, not {wanted} ({element.clause})"


def allowed(figure: Figure) -> str:
    return " or ".join(map(str, figure.one_of)) or f"{figure.at_least} to {figure.at_most}"


def test_the_word_file_has_the_lines_of_the_document_in_their_order(shown: Shown) -> None:
    lines = [line.text for line in document_lines(shown.built.document)]
    assert [text_of(paragraph) for paragraph in shown.word.paragraphs()] == lines


def test_every_element_of_the_standard_is_shown_or_has_no_place_in_a_plan(
    examples: dict[str, Built], small: Built
) -> None:
    plans = [*examples.values(), small]
    held = {line.element for plan in plans for line in document_lines(plan.document)} - {""}
    assert set(STANDARD.elements) - held == set(NOT_IN_PLANS)


def test_sizes_of_type(shown: Shown) -> None:
    assert [
        complaint(line, element, f"{size:g} pt", allowed(element.size))
        for line, element, paragraph in shown.elements()
        for size in {shown.word.size(run) for run in runs(paragraph)}
        if not element.size.allows(size)
    ] == []


@pytest.mark.parametrize(("name", "property_name"), [("bold", "w:b"), ("italic", "w:i")])
def test_weight_and_slant(shown: Shown, name: str, property_name: str) -> None:
    """An element has its own look; words the author emphasised have theirs besides."""
    assert [
        complaint(line, element, f"“{text_of(run)}” {name}: {found}", wanted)
        for line, element, paragraph in shown.elements()
        for piece, run in zip(line.runs, runs(paragraph), strict=True)
        for found, wanted in [
            (shown.word.is_on(run, property_name), is_wanted(line, element, piece, name))
        ]
        if found != wanted
    ] == []


def is_wanted(line: Line, element: Element, piece: Run, name: str) -> bool:
    """Say whether a run is bold or italic; an article is so only in “Điều n.” and its heading."""
    own = getattr(element, name) and line.element != "article" and not piece.plain
    return bool(own or getattr(piece, name))


def test_articles_have_their_number_in_bold(shown: Shown) -> None:
    for number, line in enumerate((line for line, *_ in shown.elements("article")), 1):
        assert line.runs[0].text == f"Điều {number}."
        assert line.runs[0].bold


def test_words_beside_a_heading_are_in_plain_type(shown: Shown) -> None:
    """The note of a section is printed in plain type on the heading's line."""
    sections = [part for _, part in walk_records(shown.built.plan) if isinstance(part, Section)]
    beside = [
        (line, run)
        for line, _, paragraph in shown.elements(*HEADINGS)
        for piece, run in zip(line.runs, runs(paragraph), strict=True)
        if piece.plain
    ]
    assert len({line.text for line, _ in beside}) == sum(bool(part.note) for part in sections)
    assert not any(shown.word.is_on(run, "w:b") for _, run in beside)


def test_capitals(shown: Shown) -> None:
    assert [
        complaint(line, element, text, "capitals")
        for line, element, paragraph in shown.elements()
        for text in [printed(shown, line, paragraph)]
        if element.upper and text != text.upper()
    ] == []


def printed(shown: Shown, line: Line, paragraph: Any) -> str:
    """Return a line as it is printed, without what stands in plain type beside a heading."""
    text = "".join(piece.text for piece in line.runs if not piece.plain)
    return text.upper() if shown.word.is_on(runs(paragraph)[0], "w:caps") else text


def test_alignment(shown: Shown) -> None:
    assert [
        complaint(line, element, found, element.align)
        for line, element, paragraph in shown.elements()
        for found in [shown.word.says(paragraph, "w:jc/@w:val") or "left"]
        if element.align and found != element.align
    ] == []


def test_typeface_and_colour_of_everything_that_is_printed(shown: Shown) -> None:
    font, word = STANDARD.font, shown.word
    parts = [word.body, word.part("word/footnotes.xml"), *headers(word)]
    found = {word.font(run): text_of(run) for part in parts for run in find(part, ".//w:r")}
    assert found.keys() == {FontLook((font.family,) * 4, font.color)}, found


def headers(word: WordFile) -> list[Any]:
    return [word.header(section) for section in word.sections]


def layout(shown: Shown, measure: Measure, figure: Figure, unit: str) -> list[str]:
    """Return a complaint for every line of running text of which ``figure`` does not hold."""
    return [
        complaint(line, element, f"{found} {unit}", allowed(figure))
        for line, element, paragraph in shown.elements(*RUNNING)
        for found in [measure(paragraph)]
        if not isinstance(found, float) or not figure.allows(found, tolerance=0.02)
    ]


def test_first_lines_are_indented(shown: Shown) -> None:
    def indent(paragraph: Any) -> float:
        return int(shown.word.says(paragraph, "w:ind/@w:firstLine") or 0) / TWIPS_PER_MM

    assert layout(shown, indent, STANDARD.paragraph.indent, "mm") == []
    assert all(not shown.word.says(p, "w:ind/@w:left") for _, _, p in shown.elements(*RUNNING))


def test_running_text_is_justified(shown: Shown) -> None:
    wanted = STANDARD.paragraph.align
    found = {
        shown.word.says(p, "w:jc/@w:val") for _, _, p in shown.elements("body", "basis", "point")
    }
    assert found == {wanted}


def test_lines_are_spaced_from_single_to_one_and_a_half(shown: Shown) -> None:
    def spacing(paragraph: Any) -> float | str:
        rule = shown.word.says(paragraph, "w:spacing/@w:lineRule")
        line = int(shown.word.says(paragraph, "w:spacing/@w:line")) / 240
        return line if rule == "auto" else rule

    assert layout(shown, spacing, STANDARD.paragraph.line, "lines") == []


def test_gaps_between_paragraphs(shown: Shown) -> None:
    """Word prints the larger of the two gaps between paragraphs at least."""
    says = shown.word.says
    assert [
        complaint(line, element, f"{gap:g} pt above it", allowed(STANDARD.paragraph.gap))
        for (_, _, above), (line, element, paragraph) in pairwise(shown.elements(*RUNNING))
        for gap in [max(points(says, above, "after"), points(says, paragraph, "before"))]
        if not STANDARD.paragraph.gap.allows(gap) or says(paragraph, "w:contextualSpacing")
    ] == []


def points(says: Callable[[Any, str], str], paragraph: Any, side: str) -> float:
    return int(says(paragraph, f"w:spacing/@w:{side}") or 0) / 20


def test_paper_and_margins(shown: Shown) -> None:
    for number, section in enumerate(shown.word.sections, 1):
        millimetres = partial(in_millimetres, section)
        short, long = sorted((millimetres("w:pgSz/@w:w"), millimetres("w:pgSz/@w:h")))
        assert STANDARD.paper.width.allows(short, tolerance=0.1), f"section {number}: {short} mm"
        assert STANDARD.paper.height.allows(long, tolerance=0.1), f"section {number}: {long} mm"
        for side in ("top", "bottom", "left", "right"):
            figure, found = getattr(STANDARD.margins, side), millimetres(f"w:pgMar/@w:{side}")
            assert figure.allows(found, tolerance=0.005), f"section {number}, {side}: {found} mm"
        assert millimetres("w:pgMar/@w:gutter") == 0


def in_millimetres(section: Any, path: str) -> float:
    return int(find(section, path)[0]) / TWIPS_PER_MM


def test_pages_lie_as_the_plan_says_and_across_only_for_tables(shown: Shown) -> None:
    parts = shown.built.document.parts
    across = [find(section, "w:pgSz/@w:orient") == ["landscape"] for section in shown.word.sections]
    assert across == [part.landscape for part in parts]
    for section, part, lies_across in zip(shown.word.sections, parts, across, strict=True):
        width, height = (in_millimetres(section, f"w:pgSz/@w:{side}") for side in "wh")
        assert (width > height) == lies_across
        assert not lies_across or any(isinstance(block, Table) for block in part.blocks)


def test_each_part_counts_its_pages_and_hides_the_number_on_the_first(shown: Shown) -> None:
    numbering = STANDARD.page_numbering
    for section in shown.word.sections:
        assert find(section, "w:pgNumType/@w:start") == [str(numbering.start)]
        assert find(section, "w:pgNumType/@w:fmt") in ([], ["decimal"])
        assert find(section, "w:type/@w:val") == ["nextPage"]
        assert len(find(section, "w:titlePg[not(@w:val)]")) == 1
        first = shown.word.header(section, "first")
        assert first is None or not find(first, ".//w:r")
        assert find(section, "w:footerReference") == []


def test_page_numbers_stand_in_the_middle_of_the_top_margin(shown: Shown) -> None:
    element = STANDARD.elements["page_number"]
    for section, header in zip(shown.word.sections, headers(shown.word), strict=True):
        (paragraph,) = find(header, ".//w:p")
        assert [code.strip() for code in find(header, ".//w:instrText/text()")] == ["PAGE"]
        assert shown.word.says(paragraph, "w:jc/@w:val") == element.align
        sizes = {shown.word.size(run) for run in find(header, ".//w:r")}
        assert all(element.size.allows(size) for size in sizes), sizes
        assert not any(
            shown.word.is_on(run, name) for run in runs(header) for name in ("w:b", "w:i")
        )
        room = in_millimetres(section, "w:pgMar/@w:top") - in_millimetres(
            section, "w:pgMar/@w:header"
        )
        assert max(sizes) * 1.15 * 25.4 / 72 < room

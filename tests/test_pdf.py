"""Printed pages: the words of the document, page numbers, rules and headings, as PDF files."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from document_lines import STANDARD
from example_plans import Built
from msgspec import Struct
from printed_pages import POINTS_PER_MM, Box, Page, Word, read_pages

from planforge.document import Document, Part, Table, Title
from planforge.writers.outline import write_outline

pytestmark = pytest.mark.office

MARGINS = STANDARD.margins
FONTS = ("LiberationSerif", "TimesNewRoman", "Tinos")
"""Typefaces with the widths of Times New Roman, as LibreOffice puts them into its files."""

BLACK = (0, 0, 0)


class Printed(Struct, frozen=True):
    """A plan and its pages, part by part."""

    built: Built
    pages: tuple[Page, ...]
    parts: list[tuple[Part, list[Page]]]

    def __repr__(self) -> str:
        return f"<{self.built.name}>"


@pytest.fixture
def printed(built: Built, pdf_files: dict[str, Path]) -> Printed:
    """Return a plan as it is printed; a page without a number begins a part (PL I.I.7)."""
    pages = read_pages(pdf_files[built.name], MARGINS.top.use)
    runs: list[list[Page]] = []
    for page in pages:
        if not page.number:
            runs.append([])
        runs[-1].append(page)
    return Printed(built, pages, list(zip(built.document.parts, runs, strict=False)))


def test_pages_are_numbered_part_by_part_from_the_second_page_on(printed: Printed) -> None:
    numbers = [page.number for page in printed.pages]
    counted = [["", *map(str, range(2, len(pages) + 1))] for _, pages in printed.parts]
    assert numbers == [number for part in counted for number in part]
    assert len(printed.parts) == len(printed.built.document.parts)


def test_page_numbers_stand_in_the_middle_of_the_top_margin(printed: Printed) -> None:
    for page in printed.pages:
        left, right = MARGINS.left.use * POINTS_PER_MM, MARGINS.right.use * POINTS_PER_MM
        if page.number_box:
            middle = (left + page.width - right) / 2
            assert page.number_box.middle == pytest.approx(middle, abs=1)
            assert 0 < page.number_box.top < page.number_box.bottom < page.words[0].box.top


def test_pages_have_the_size_and_lie_as_their_part_says(printed: Printed) -> None:
    paper = (STANDARD.paper.width.use, STANDARD.paper.height.use)
    for part, pages in printed.parts:
        wanted = tuple(reversed(paper)) if part.landscape else paper
        for page in pages:
            size = (page.width / POINTS_PER_MM, page.height / POINTS_PER_MM)
            assert size == pytest.approx(wanted, abs=0.2), part.kind


def test_no_page_is_blank_and_none_prints_into_its_margins(printed: Printed) -> None:
    left, top, right, bottom = (
        getattr(MARGINS, side).use * POINTS_PER_MM for side in ("left", "top", "right", "bottom")
    )
    for page in printed.pages:
        assert page.words
        boxes = [word.box for word in (*page.words, *page.notes)]
        assert min(box.left for box in boxes) >= left - 1
        assert max(box.right for box in boxes) <= page.width - right + 1
        assert max(box.bottom for box in boxes) <= page.height - bottom + 1
        assert boxes[0].top == pytest.approx(top, abs=3), "room left at the top"


def test_type_is_black_and_as_wide_as_times_new_roman(printed: Printed) -> None:
    looks = {look for page in printed.pages for look in page.looks}
    families = {name.partition("+")[2].partition("-")[0] for name, _ in looks}
    assert families <= set(FONTS)
    assert {colour for _, colour in looks} == {BLACK}


def tokens(text: str) -> list[str]:
    """Return words and signs one by one: print may part them at a hyphen or a footnote's call."""
    return re.findall(r"\w+|[^\w\s]", text)


def words_of(words: tuple[Word, ...]) -> list[str]:
    return tokens(" ".join(word.text for word in words))


def outline_parts(document: Document) -> tuple[list[list[str]], list[str]]:
    """Return the words of each part in the outline, and those of the footnotes."""
    text, _, notes = write_outline(document).partition(f"\n{'-' * 20}\n")
    plain = re.sub(r"\[(\d+)\]", r"\1", text.replace("↑", " ").replace("|", " "))
    return [tokens(part) for part in plain.split("=" * 72)], tokens(
        re.sub(r"\[(\d+)\]", r"\1", notes)
    )


def headings(part: Part) -> list[str]:
    """Return the words of the column headings of a part's table."""
    tables = (block for block in part.blocks if isinstance(block, Table))
    return [word for table in tables for column in table.columns for word in tokens(column.heading)]


def test_column_headings_are_repeated_on_every_page_of_a_table(printed: Printed) -> None:
    for part, (_, *pages) in printed.parts:
        repeated = headings(part)
        for page in pages:
            if page.has_table:
                assert words_of(page.words)[: len(repeated)] == repeated, page.number


def page_words(part: Part, pages: list[Page]) -> Iterator[list[str]]:
    """Yield the words of each page without the headings repeated on it."""
    repeated = headings(part)
    for number, page in enumerate(pages, 1):
        words = words_of(page.words)
        yield words[len(repeated) :] if number > 1 and page.has_table else words


def test_every_word_of_the_outline_is_printed_in_its_order(printed: Printed) -> None:
    outline, _ = outline_parts(printed.built.document)
    for wanted, (part, pages) in zip(outline, printed.parts, strict=True):
        found = list(misplaced(wanted, list(page_words(part, pages))))
        assert found == [], part.kind


def misplaced(wanted: list[str], pages: list[list[str]]) -> Iterator[str]:
    """Yield what is printed otherwise than in ``wanted``.

    The text of a merged cell that runs over the foot of a page goes on at the top of the next
    one, after what stands beside it: such words may move there, and are counted.
    """
    found = [word for page in pages for word in page]
    tops = {sum(map(len, pages[:number])) for number in range(1, len(pages))}
    moved: Counter[str] = Counter()
    for kind, a, b, c, d in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        moved.update(wanted[a:b])
        moved.subtract(found[c:d])
        if d > c and not any(c <= top < d for top in tops):
            yield f"{' '.join(wanted[a:b])} → {' '.join(found[c:d])}"
    yield from (f"{word}: {count} missing" for word, count in moved.items() if count)


def test_footnotes_are_printed_in_full_on_the_pages_that_call_them(printed: Printed) -> None:
    _, wanted = outline_parts(printed.built.document)
    assert [word for page in printed.pages for word in words_of(page.notes)] == wanted
    called = sum(bool(page.notes) for page in printed.pages)
    assert called <= len(printed.built.document.footnotes)


def rule_below(page: Page, line: Box) -> Box:
    """Return the nearest horizontal line under a printed line, with its middle below it."""
    near = [rule for rule in page.level_lines if 0 <= rule.top - line.bottom < 12]
    below = [rule for rule in near if abs(rule.middle - line.middle) < 2]
    assert below, f"no line below {line}"
    return min(below, key=lambda rule: rule.top)


def share(page: Page, text: str, above: str = "") -> float:
    """Return the length of the rule below ``text`` as a share of the widest line of ``above``."""
    lines = page.find(text)
    assert lines, text
    widest = max(box.width for box in page.find(above or text))
    return rule_below(page, lines[-1]).width / widest


def letterheads(printed: Printed) -> list[tuple[Part, Page]]:
    return [(part, pages[0]) for part, pages in printed.parts if part.letterhead]


def test_the_line_under_the_motto_is_as_long_as_the_motto(printed: Printed) -> None:
    motto = STANDARD.elements["motto"]
    assert letterheads(printed)
    for _, page in letterheads(printed):
        assert motto.rule is not None
        assert motto.rule.allows(share(page, motto.text), tolerance=0.01)


def test_the_lines_under_agency_and_subject_have_their_share(printed: Printed) -> None:
    for part, page in letterheads(printed):
        assert part.letterhead is not None
        assert part.title is not None
        for element, text, above in (
            ("issuer", part.letterhead.issuer[-1], ""),
            ("subject", part.title.note or part.title.subject, part.title.subject),
        ):
            figure = STANDARD.elements[element].rule
            assert figure is not None
            found = share(page, text, above)
            assert figure.allows(found, tolerance=0.005), f"{element}: {found:.3f}"


def test_appendix_headings_are_closed_by_a_short_line(printed: Printed) -> None:
    for part, pages in printed.parts:
        if part.kind == "appendix":
            notes = re.search(r"\(Kèm theo .*?\)", " ".join(w.text for w in pages[0].words))
            assert notes
            assert 0 < share(pages[0], notes[0]) <= 0.5


def test_number_and_date_stand_on_one_line(printed: Printed) -> None:
    for part, page in letterheads(printed):
        assert part.letterhead is not None
        if part.letterhead.number:
            lines = [
                page.find(f"Số: {part.letterhead.number}"),
                page.find(part.letterhead.place_date),
            ]
            (number,), (date,) = lines
            assert number.bottom == pytest.approx(date.bottom, abs=1)
            assert number.right < date.left


def closing_page(printed: Printed) -> tuple[Part, Page]:
    """Return the page on which Nơi nhận begins, with its part."""
    title = STANDARD.elements["recipients_title"].text
    found = [(part, page) for part, pages in printed.parts for page in pages if page.find(title)]
    assert len(found) == 1
    return found[0]


def test_the_signature_is_whole_and_not_alone_on_its_page(printed: Printed) -> None:
    part, page = closing_page(printed)
    closing = part.closing
    assert closing is not None
    for line in (*closing.recipients, *closing.authority, closing.title, closing.name):
        assert page.find(line), line
    (title,) = page.find(STANDARD.elements["recipients_title"].text)
    text = [word for word in page.words if word.box.bottom < title.top]
    assert text
    assert text[-1].text.endswith(STANDARD.wording["closing_mark"].form)


def test_recipients_begin_level_with_the_authority(printed: Printed) -> None:
    part, page = closing_page(printed)
    assert part.closing is not None
    first = (*part.closing.authority, part.closing.title)[0]
    (title,), (authority,) = page.find(STANDARD.elements["recipients_title"].text), page.find(first)
    assert title.bottom == pytest.approx(authority.bottom, abs=1.5)
    assert title.right < authority.left


def test_the_title_is_printed_in_the_middle(printed: Printed) -> None:
    for part, page in letterheads(printed):
        assert isinstance(part.title, Title)
        left, right = MARGINS.left.use * POINTS_PER_MM, MARGINS.right.use * POINTS_PER_MM
        for box in (*page.find(part.title.type), *page.find(part.title.subject)):
            assert box.middle == pytest.approx((left + page.width - right) / 2, abs=2)

"""The web page: sound markup, the outline's words, tables that fill their grid, nd30's figures."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from strategies import plans

from planforge.composer import compose_plan
from planforge.document import (
    Block,
    Closing,
    Document,
    Letterhead,
    Link,
    Merge,
    NoteCall,
    Paragraph,
    Part,
    Role,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.standards import load_standard
from planforge.writers.html import write_html
from planforge.writers.html_blocks import row_spans
from planforge.writers.html_style import STYLE, page_style
from planforge.writers.outline import write_outline

EXAMPLES = sorted((Path(__file__).parent.parent / "plans").rglob("*.yaml"))
each_example = pytest.mark.parametrize(
    "path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
STANDARD = load_standard()

VOID = {"meta", "col"}
IN_LINE = {"a", "em", "strong", "sup", "span"}
SPOKEN_ONLY = "//caption"
NOTES = "//section[@class='footnotes']"


def document_of(path: Path) -> Document:
    plan = read_plan(path.read_bytes()).plan
    assert plan is not None
    return compose_plan(plan)


def page_of(*blocks: Block, footnotes: tuple[tuple[Run | NoteCall, ...], ...] = ()) -> str:
    part = Part(kind="plan", blocks=blocks)
    return write_html(Document(title="Kế hoạch", author="", parts=(part,), footnotes=footnotes))


def tree_of(page: str) -> html.HtmlElement:
    return html.fromstring(page)


def text_of(*elements: html.HtmlElement) -> list[str]:
    return [element.text_content().strip() for element in elements]


class Nesting(HTMLParser):
    """Fails on a tag that is closed out of order, twice or never."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


# --- Whole plans ---------------------------------------------------------------------------


@each_example
def test_the_markup_is_well_formed(path: Path) -> None:
    page = write_html(document_of(path))
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n')
    assert page.endswith("</html>\n")
    Nesting(page)


@given(plans)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_gives_a_well_formed_page_with_full_tables(plan: Plan) -> None:
    page = write_html(compose_plan(plan))
    Nesting(page)
    for table in tree_of(page).xpath("//table"):
        check_grid(table)


@each_example
def test_the_words_are_those_of_the_outline(path: Path) -> None:
    document = document_of(path)
    body, notes = outline_words(document)
    tree = tree_of(write_html(document))
    lists = [words_of(section) for section in tree.xpath(NOTES)]
    for element in tree.xpath(f"{SPOKEN_ONLY} | {NOTES}"):
        element.drop_tree()
    assert words_of(tree.find("body")) == body
    assert [word for words in lists for word in words] == notes


def outline_words(document: Document) -> tuple[list[str], list[str]]:
    """Return the words of the text and of the footnotes, without the outline's own signs."""
    text = re.sub(r"\[(\d+)\]", r"\1", write_outline(document))
    text = re.sub(r"^=+$", "", text, flags=re.MULTILINE)
    body, _rule, notes = text.partition("\n" + "-" * 20 + "\n")
    return [word for word in body.split() if word not in ("|", "↑")], notes.split()


def words_of(element: html.HtmlElement) -> list[str]:
    return "".join(pieces_of(element)).split()


def pieces_of(element: html.HtmlElement) -> Iterator[str]:
    edge = "" if element.tag in IN_LINE else " "
    yield edge + (element.text or "")
    for child in element:
        yield from pieces_of(child)
        yield child.tail or ""
    yield edge


@each_example
def test_ids_are_unique_and_links_lead_somewhere(path: Path) -> None:
    tree = tree_of(write_html(document_of(path)))
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1 or " " in name] == []
    links = tree.xpath("//@href")
    assert [link for link in links if link[0] != "#" or link[1:] not in ids] == []


@each_example
def test_tables_fill_their_grid(path: Path) -> None:
    document = document_of(path)
    tables = tree_of(write_html(document)).xpath("//table")
    for table in tables:
        check_grid(table)
    rows = [block.rows for part in document.parts for block in part.blocks if is_table(block)]
    assert [len(table.xpath("tbody/tr")) for table in tables] == [len(row) for row in rows]


def is_table(block: Block) -> bool:
    return isinstance(block, Table)


def check_grid(table: html.HtmlElement) -> None:
    """Fail unless the cells of every row, with those that reach into it, cover each column once."""
    width = len(table.xpath("colgroup/col"))
    assert len(table.xpath("thead/tr/th[@scope='col']")) == width
    for body in table.xpath("tbody"):
        reach = [0] * width
        for row in body.xpath("tr"):
            for cell in row:
                column = reach.index(0)
                end = column + int(cell.get("colspan", "1"))
                assert reach[column:end] == [0] * (end - column)
                reach[column:end] = [int(cell.get("rowspan", "1"))] * (end - column)
            assert 0 not in reach
            reach = [rows - 1 for rows in reach]
        assert reach == [0] * width, "no cell reaches out of its body"


@each_example
def test_the_same_plan_gives_the_same_page(path: Path) -> None:
    assert write_html(document_of(path)) == write_html(document_of(path))


@each_example
def test_the_page_needs_nothing_else(path: Path) -> None:
    page = write_html(document_of(path))
    tree = tree_of(page)
    assert tree.xpath("//script | //link | //img | //iframe | //@src") == []
    assert not re.search(r"url\(|@import|javascript:", page)


# --- Frame ---------------------------------------------------------------------------------


FRAME = Part(
    kind="plan",
    letterhead=Letterhead(
        ("UBND TỈNH NINH BÌNH",), ("SỞ", "NỘI VỤ"), "05/KH-SNV", "Ninh Bình, ngày 05 tháng 01"
    ),
    title=Title("KẾ HOẠCH", "Cải cách hành chính"),
    closing=Closing(
        ("- Như trên;", "- Lưu: VT."), ("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "", "Lê Văn Ân"
    ),
)


def test_the_page_has_the_parts_of_an_official_document() -> None:
    tree = tree_of(write_html(Document(title="Kế hoạch A", author="Sở Nội vụ", parts=(FRAME,))))
    assert text_of(*tree.xpath("//title")) == ["Kế hoạch A"]
    assert tree.xpath("//meta[@name='author']/@content") == ["Sở Nội vụ"]
    (section,) = tree.xpath("/html/body/main/section")
    assert section.get("aria-label") == "KẾ HOẠCH Cải cách hành chính"
    assert text_of(*section.xpath("header[@class='letterhead']//p")) == [
        "UBND TỈNH NINH BÌNH",
        "SỞ",
        "NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/KH-SNV",
        "Ninh Bình, ngày 05 tháng 01",
    ]
    assert text_of(*section.xpath("footer[@class='closing']//p")) == [
        "Nơi nhận:",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Văn Ân",
    ]
    assert text_of(*section.xpath("footer//ul/li")) == ["- Như trên;", "- Lưu: VT."]


def test_rules_stand_under_motto_last_line_of_the_agency_and_subject() -> None:
    tree = tree_of(write_html(Document(title="", author="", parts=(FRAME,))))
    assert text_of(*tree.xpath("//*[@class='ruled']")) == [
        "NỘI VỤ",
        "Độc lập - Tự do - Hạnh phúc",
        "Cải cách hành chính",
    ]


def test_an_attached_plan_has_no_number_and_its_rule_under_the_note() -> None:
    part = Part(
        kind="attachment",
        letterhead=Letterhead((), ("ỦY BAN NHÂN DÂN",)),
        title=Title("KẾ HOẠCH", "Nâng cao chỉ số", "(Kèm theo Quyết định)"),
    )
    tree = tree_of(write_html(Document(title="", author="", parts=(part,))))
    assert tree.xpath("//*[@class='number' or @class='place_date']") == []
    assert text_of(*tree.xpath("//*[@class='ruled']"))[2:] == ["(Kèm theo Quyết định)"]


def test_landscape_parts_lie_on_landscape_pages_with_page_numbers_of_their_own() -> None:
    label = Paragraph("appendix_label", (Run("Phụ lục"),), outline=0)
    appendix = Part(kind="appendix", blocks=(label,), landscape=True)
    page = write_html(Document(title="", author="", parts=(FRAME, appendix)))
    assert "@page part-1 {\n  size: A4; counter-increment: part-1;" in page
    assert "@page part-2 {\n  size: A4 landscape; counter-increment: part-2;" in page
    assert tree_of(page).xpath("//section[@id='part-2']/@class") == ["sheet appendix landscape"]
    assert tree_of(page).xpath("//section[@id='part-2']/@aria-label") == ["Phụ lục"]


# --- Paragraphs ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outline", "opening"),
    [
        (None, '<p class="point">'),
        (0, '<h2 class="point">'),
        (4, '<h6 class="point">'),
        (8, '<h6 class="point" aria-level="10">'),
    ],
)
def test_outline_levels_become_headings(outline: int | None, opening: str) -> None:
    page = page_of(Paragraph("point", (Run("Mục tiêu"),), "a)", outline))
    assert f"{opening}a) Mục tiêu</{opening[1:3].strip()}>\n" in page


def test_a_number_alone_takes_no_space() -> None:
    assert '<p class="cell_centered">1</p>' in page_of(Paragraph("cell_centered", (), "1"))


def test_emphasis_is_marked() -> None:
    runs = (Run("a"), Run("b", bold=True), Run("c", italic=True), Run("d", bold=True, italic=True))
    assert ">a<strong>b</strong><em>c</em><strong><em>d</em></strong></p>" in page_of(
        Paragraph("body", runs)
    )


def test_a_reference_links_to_its_anchor_and_prints_as_text_without_one() -> None:
    page = page_of(
        Paragraph("body", (Link("Phụ lục", "phu-luc"), Run(" và "), Link("Mục II", "muc-hai"))),
        Paragraph("appendix_label", (Run("Phụ lục"),), anchor="phu-luc"),
    )
    assert '<p class="body"><a href="#muc-phu-luc">Phụ lục</a> và Mục II</p>' in page
    assert '<p class="appendix_label" id="muc-phu-luc">' in page


def test_an_anchor_with_a_space_is_still_one_id() -> None:
    page = page_of(Paragraph("body", (Link("ở đây", "phụ lục"),), anchor="phụ lục"))
    assert '<p class="body" id="muc-phụ_lục"><a href="#muc-phụ_lục">' in page


def test_everything_is_escaped() -> None:
    sign = """<b title="'">&amp;"""
    blocks = (
        Paragraph("body", (Run(sign), Link(sign, sign), NoteCall(1)), sign, anchor=sign),
        Table(sign, (TableColumn(sign, 1),), (TableRow((cell(sign),)),)),
    )
    part = Part(
        kind="plan",
        letterhead=Letterhead((sign,), (sign, sign), sign, sign),
        title=Title(sign, sign, sign),
        blocks=blocks,
        closing=Closing((sign,), (sign,), sign, sign, sign),
    )
    page = write_html(Document(title=sign, author=sign, parts=(part,), footnotes=((Run(sign),),)))
    Nesting(page)
    assert tree_of(page).xpath("//b") == []
    assert page.count(escape(sign)) == page.count("title=") == 25
    assert tree_of(page).xpath("//meta[@name='author']/@content") == [sign]
    assert tree_of(page).xpath("//p[@class='subject'] | //h1/span/text()") == [sign, sign]


# --- Footnotes -----------------------------------------------------------------------------


def test_calls_and_footnotes_lead_to_each_other() -> None:
    page = page_of(Paragraph("body", (Run("Đề án"), NoteCall(1))), footnotes=((Run("Số 905"),),))
    assert (
        'Đề án<sup><a id="call-1" href="#note-1" role="doc-noteref" aria-label="Chú thích 1">1</a>'
    ) in page
    assert (
        '<li><div id="note-1" role="doc-footnote"><sup><a href="#call-1" role="doc-backlink"'
        ' aria-label="Về chỗ gọi chú thích 1">1</a></sup> Số 905</div></li>'
    ) in page


def test_footnotes_stand_at_the_end_of_the_part_that_calls_them() -> None:
    def part(*calls: int) -> Part:
        return Part(kind="plan", blocks=(Paragraph("body", tuple(map(NoteCall, calls))),))

    notes = tuple((Run(f"chú thích {number}"),) for number in (1, 2, 3))
    page = write_html(
        Document(title="", author="", parts=(part(1, 2), part(), part(3)), footnotes=notes)
    )
    lists = [text_of(*each.xpath(".//li")) for each in tree_of(page).xpath("/html/body/main/*")]
    assert lists == [["1 chú thích 1", "2 chú thích 2"], [], ["3 chú thích 3"]]


def test_a_footnote_called_by_a_footnote_follows_it() -> None:
    notes = ((Run("một"), NoteCall(2)), (Run("hai"),))
    tree = tree_of(page_of(Paragraph("body", (NoteCall(1),)), footnotes=notes))
    assert text_of(*tree.xpath(f"{NOTES}//li")) == ["1 một2", "2 hai"]


# --- Tables --------------------------------------------------------------------------------


def cell(text: str = "", columns: int = 1, merge: Merge = "") -> TableCell:
    return TableCell((Paragraph("cell", (Run(text),)),) if text else (), columns, merge)


def rows_of(*merges: str) -> tuple[TableRow, ...]:
    """Return rows of cells: ``s`` starts a merged cell, ``^`` continues it, ``2`` is two wide."""
    names: dict[str, Merge] = {"s": "start", "^": "continue"}
    return tuple(
        TableRow(tuple(cell(c, 2 if c == "2" else 1, names.get(c, "")) for c in row))
        for row in merges
    )


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ((), []),
        (("ab", "cd"), [[1, 1], [1, 1]]),
        (("sa", "^s", "^^", "s^"), [[3, 1], [0, 3], [0, 0], [1, 0]]),
        (("s", "^", "s", "^", "a"), [[2], [0], [2], [0], [1]]),
        (("a2", "bcs", "de^"), [[1, 1], [1, 1, 2], [1, 1, 0]]),
        (("2s", "ab^"), [[1, 2], [1, 1, 0]]),
        (("^a", "^b"), [[2, 1], [0, 1]]),
    ],
)
def test_merged_cells_reach_over_the_rows_below(
    rows: tuple[str, ...], spans: list[list[int]]
) -> None:
    assert row_spans(rows_of(*rows)) == spans


def page_with_rows(*rows: TableRow) -> str:
    columns = (TableColumn("Nhiệm vụ", 30), TableColumn("Chủ trì", 10))
    return page_of(Table("Phân công", columns, rows))


def test_a_table_is_named_scrolls_by_keyboard_and_has_headed_columns() -> None:
    tree = tree_of(page_with_rows(TableRow((cell("a"), cell()))))
    (region,) = tree.xpath("//div[@role='region']")
    assert (region.get("aria-label"), region.get("tabindex")) == ("Bảng: Phân công", "0")
    assert text_of(*region.xpath("table/caption")) == ["Phân công"]
    assert region.xpath("table/colgroup/col/@style") == ["width: 75.00%", "width: 25.00%"]
    assert text_of(*region.xpath("table/thead/tr/th[@scope='col']")) == ["Nhiệm vụ", "Chủ trì"]


def test_a_group_begins_a_body_and_heads_it() -> None:
    group = TableRow((cell("I"), cell("Thể chế")), "group")
    task = TableRow((cell("a"), cell("b")))
    bodies = tree_of(page_with_rows(task, group, task, task, group, task)).xpath("//tbody")
    assert [len(body) for body in bodies] == [1, 3, 2]
    assert text_of(*bodies[1].xpath("tr[@class='group']/th[@scope='rowgroup']")) == ["Thể chế"]


def test_a_group_inside_a_merged_cell_does_not_cut_it() -> None:
    tree = tree_of(
        page_with_rows(
            TableRow((cell("a", merge="start"), cell("b"))),
            TableRow((cell(merge="continue"), cell("I")), "group"),
        )
    )
    assert len(tree.xpath("//tbody")) == 1
    check_grid(tree.xpath("//table")[0])


def test_only_long_rows_may_break_over_two_pages() -> None:
    short, long = TableRow((cell("a"), cell("b"))), TableRow((cell("a " * 500), cell("b")))
    tree = tree_of(page_with_rows(short, long))
    assert [row.get("class") for row in tree.xpath("//tbody/tr")] == [None, "long"]


# --- Figures of the standard ---------------------------------------------------------------


def declarations(style: str) -> dict[str, dict[str, str]]:
    """Return what the style says about each selector outside of the @-rules."""
    plain = re.sub(r"@[^{]+\{(?:[^{}]|\{[^{}]*\})*\}", "", style)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        pairs = [line.split(":", 1) for line in body.split(";") if ":" in line]
        for selector in selectors.split(","):
            values = {name.strip(): value.strip() for name, value in pairs}
            found.setdefault(selector.strip(), {}).update(values)
    return found


LOOKS = declarations(STYLE)

ELEMENTS = {
    ".national_title": "national_title",
    ".motto": "motto",
    ".parent": "parent",
    ".issuer": "issuer",
    ".number": "number",
    ".place_date": "place_date",
    ".document_type": "document_type",
    ".subject": "subject",
    ".note": "appendix_note",
    ".basis": "basis",
    ".body": "body",
    ".part": "part",
    ".part_title": "part_title",
    ".heading": "outline_section",
    ".subheading": "clause_heading",
    ".point": "point",
    ".powers": "authority",
    ".signer": "signer",
    ".recipients_title": "recipients_title",
    ".recipients_list": "recipients_list",
    ".appendix_label": "appendix_label",
    ".appendix_title": "appendix_title",
    ".appendix_note": "appendix_note",
}


@pytest.mark.parametrize(("selector", "name"), ELEMENTS.items())
def test_elements_look_as_the_standard_says(selector: str, name: str) -> None:
    look, element = LOOKS[selector], STANDARD.elements[name]
    assert look["font-size"] == f"{element.size.use:g}pt"
    assert (look.get("font-weight") == "bold") is element.bold
    assert (look.get("font-style") == "italic") is element.italic


def test_every_role_has_a_look() -> None:
    plain = {"cell", "cell_dash"}  # the table's own text
    assert {role for role in get_args(Role) if f".{role}" not in LOOKS} == plain


def test_pages_have_the_margins_of_the_standard() -> None:
    margins = STANDARD.margins
    top, bottom, left, right = (
        f"{figure.use:g}mm" for figure in (margins.top, margins.bottom, margins.left, margins.right)
    )
    assert f"@page {{ size: A4; margin: {top} {right} {bottom} {left}; }}" in STYLE
    assert LOOKS[".sheet"]["padding"] == f"{top} {right} {bottom} {left}"
    assert LOOKS[".sheet"]["width"] == f"min({STANDARD.paper.width.use:g}mm, 100%)"
    assert LOOKS[".sheet.landscape"]["width"] == f"min({STANDARD.paper.height.use:g}mm, 100%)"


def test_paragraphs_have_the_measures_of_the_standard() -> None:
    text, look = STANDARD.paragraph, LOOKS[".body"]
    assert look["text-indent"] == f"{text.indent.use:g}mm"
    assert look["margin-top"] == f"{text.gap.use:g}pt"
    natural = float(LOOKS["body"]["line-height"])
    assert text.line.allows(float(look["line-height"]) / natural, tolerance=0.01)


def test_page_numbers_have_the_size_of_the_standard() -> None:
    size = STANDARD.elements["page_number"].size.use
    assert f"font: {size:g}pt" in page_style(1, landscape=False)


def test_rules_are_as_long_as_the_standard_says() -> None:
    motto, issuer = STANDARD.elements["motto"].rule, STANDARD.elements["issuer"].rule
    assert motto is not None
    assert issuer is not None
    assert motto.allows(float(LOOKS[".motto .ruled::after"]["width"].rstrip("%")) / 100)
    assert issuer.allows(float(LOOKS[".ruled::after"]["width"].rstrip("%")) / 100)


def test_our_own_choices_are_those_of_the_templates() -> None:
    choices = {name: f"{choice.use:g}" for name, choice in STANDARD.choices.items()}
    assert LOOKS[":root"]["--line"] == f"{choices['rule_weight']}pt solid var(--ink)"
    assert LOOKS[".closing"]["margin-top"] == f"{choices['signature_gap']}mm"
    assert LOOKS[".signer"]["margin-top"] == f"{choices['signature_lines']}lh"
    assert LOOKS["table"]["font-size"] == f"{choices['table_text']}pt"
    assert LOOKS["td"]["padding"].endswith(f" {choices['table_padding']}mm")
    assert LOOKS["td"]["border"] == f"{choices['table_border']}pt solid var(--ink)"
    assert LOOKS[".footnotes"]["font-size"] == f"{choices['footnote_text']}pt"
    left = STANDARD.choices["left_column"].use
    width = STANDARD.paper.width.use - STANDARD.margins.left.use - STANDARD.margins.right.use
    assert LOOKS[".letterhead"]["grid-template-columns"] == (
        f"minmax(0, {left:g}fr) minmax(0, {width - left:g}fr)"
    )

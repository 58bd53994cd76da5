"""Paragraphs, footnotes and tables as HTML, one by one."""

from html import escape

import pytest
from html_pages import NOTES, Nesting, check_grid, page_of, text_of, tree_of

from planforge.document import (
    Closing,
    Document,
    Letterhead,
    Link,
    Merge,
    NoteCall,
    Paragraph,
    Part,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from planforge.writers.html import write_html
from planforge.writers.html_blocks import row_spans

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
    sign = """<b>&amp;'\""""
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
    assert "<b>" not in page
    assert page.count(escape(sign)) == 27
    assert tree_of(page).xpath("//meta[@name='author']/@content") == [sign]
    assert text_of(*tree_of(page).xpath("//h1/span")) == [sign, sign]


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

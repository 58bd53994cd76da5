"""What Word builds on: grids and merges, footnotes, bookmarks and links, levels of headings."""

import re
from itertools import pairwise
from typing import Any

from document_lines import Shown
from example_plans import SMALL_PLAN, build
from word_files import WordFile, find, text_of

from planforge.document import Table

SHORT = 600
"""Characters of a cell up to which its row must stay on one page."""


def tables(shown: Shown) -> list[Any]:
    """Return all tables, those of letterhead and signature included."""
    return find(shown.word.body, ".//w:tbl")


def columns(row: Any) -> list[tuple[int, int, Any]]:
    """Return first column, number of columns and cell for each cell of a row."""
    found, place = [], 0
    for cell in find(row, "w:tc"):
        span = int((find(cell, "w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
        found.append((place, span, cell))
        place += span
    return found


def test_cells_fill_the_grid_of_their_table(shown: Shown) -> None:
    for table in tables(shown):
        grid = [int(width) for width in find(table, "w:tblGrid/w:gridCol/@w:w")]
        assert find(table, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        assert find(table, "w:tblPr/w:tblW/@w:w") == [str(sum(grid))]
        assert sum(grid) == room(table)
        for row in find(table, "w:tr"):
            assert sum(span for _, span, _ in columns(row)) == len(grid)
            for place, span, cell in columns(row):
                width = sum(grid[place : place + span])
                assert find(cell, "w:tcPr/w:tcW/@w:w") == [str(width)], text_of(cell)


def room(table: Any) -> int:
    """Return the width between the margins of the page that a table stands on."""
    setup = find(table, "following::w:sectPr[1]")[0]
    margins = (find(setup, f"w:pgMar/@w:{side}")[0] for side in ("left", "right"))
    return int(find(setup, "w:pgSz/@w:w")[0]) - sum(map(int, margins))


def merges(row: Any) -> dict[tuple[int, int], str]:
    """Return "restart", "continue" or "" for the cell in each place of a row."""
    return {(place, span): merge(cell) for place, span, cell in columns(row)}


def merge(cell: Any) -> str:
    found = find(cell, "w:tcPr/w:vMerge")
    return (find(found[0], "@w:val") or ["continue"])[0] if found else ""


def test_merged_cells_begin_above_and_go_on_below(shown: Shown) -> None:
    for table in tables(shown):
        rows = find(table, "w:tr")
        for upper, lower in pairwise([{}, *map(merges, rows), {}]):
            begun = {place for place, kind in upper.items() if kind}
            continued = {place for place, kind in lower.items() if kind == "continue"}
            assert continued <= begun
            restarted = {place for place, kind in upper.items() if kind == "restart"}
            assert restarted <= continued


def test_a_cell_merged_with_the_one_above_holds_no_text(shown: Shown) -> None:
    cells = find(shown.word.body, ".//w:tc[w:tcPr/w:vMerge[not(@w:val='restart')]]")
    assert [text_of(cell) for cell in cells if text_of(cell)] == []


def test_merges_are_those_of_the_document(shown: Shown) -> None:
    kinds = {"": "", "start": "restart", "continue": "continue"}
    blocks = [block for part in shown.built.document.parts for block in part.blocks]
    wanted = [
        [[kinds[cell.merge] for cell in row.cells] for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    ]
    printed = find(shown.word.body, ".//w:tbl[w:tblPr/w:tblStyle]")
    found = [[list(merges(row).values()) for row in find(table, "w:tr")[1:]] for table in printed]
    assert found == wanted


def test_column_headings_are_repeated_and_rows_stay_whole(shown: Shown) -> None:
    for table in find(shown.word.body, ".//w:tbl[w:tblPr/w:tblStyle]"):
        head, *rows = find(table, "w:tr")
        assert find(head, "w:trPr/w:tblHeader[not(@w:val)]")
        assert not any(find(row, "w:trPr/w:tblHeader") for row in rows)
        short = [row for row in (head, *rows) if longest(row) < SHORT]
        assert all(find(row, "w:trPr/w:cantSplit") for row in short)


def longest(row: Any) -> int:
    return max(len(text_of(cell)) for cell in find(row, "w:tc"))


def test_group_headings_stay_with_the_row_below(shown: Shown) -> None:
    blocks = [block for part in shown.built.document.parts for block in part.blocks]
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    printed = find(shown.word.body, ".//w:tbl[w:tblPr/w:tblStyle]/w:tr[position() > 1]")
    for row, found in zip(rows, printed, strict=True):
        if row.kind == "group":
            paragraphs = find(found, ".//w:p")
            assert all(shown.word.has(paragraph, "w:keepNext") for paragraph in paragraphs)


def test_no_row_has_a_height_that_could_hide_text(shown: Shown) -> None:
    assert find(shown.word.body, ".//w:trHeight[@w:hRule='exact']") == []


def test_footnotes_are_numbered_as_they_are_called(shown: Shown) -> None:
    calls = find(shown.word.body, ".//w:footnoteReference/@w:id")
    notes = find(shown.word.part("word/footnotes.xml"), "w:footnote[not(@w:type)]")
    count = len(shown.built.document.footnotes)
    assert calls == [str(number) for number in range(1, count + 1)]
    assert [find(note, "@w:id")[0] for note in notes] == calls
    for note, inlines in zip(notes, shown.built.document.footnotes, strict=True):
        assert len(find(note, "w:p[1]/w:r/w:footnoteRef")) == 1
        assert text_of(note).strip() == "".join(getattr(part, "text", "") for part in inlines)


def test_bookmarks_are_unique_and_every_link_leads_to_one(shown: Shown) -> None:
    body, notes = shown.word.body, shown.word.part("word/footnotes.xml")
    names = find(body, ".//w:bookmarkStart/@w:name")
    ids = find(body, ".//w:bookmarkStart/@w:id")
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[^\W\d]\w{0,39}", name) for name in names)
    assert len(set(ids)) == len(ids)
    assert find(body, ".//w:bookmarkEnd/@w:id") == ids
    for part in (body, notes):
        assert set(find(part, ".//w:hyperlink/@w:anchor")) <= set(names)


def test_ids_that_look_alike_have_bookmarks_of_their_own() -> None:
    long = "nhiem-vu-cai-cach-thu-tuc-hanh-chinh-nam"
    ids = ["a-b", "a_b", "A-b", f"{long}-2025", f"{long}-2026"]
    sections = "".join(f'  - {{id: {name}, style: I., title: "Xem {{{name}}}"}}\n' for name in ids)
    source = SMALL_PLAN.replace("\nsections:\n", f"\nsections:\n{sections}", 1)
    body = WordFile(build("alike", source.encode()).docx).body
    paragraphs = find(body, "w:p[w:bookmarkStart and w:hyperlink]")
    names = [find(paragraph, "w:bookmarkStart/@w:name")[0] for paragraph in paragraphs]
    assert [find(paragraph, "w:hyperlink/@w:anchor")[0] for paragraph in paragraphs] == names
    assert len({name.casefold() for name in names}) == len(ids)
    assert max(map(len, names)) <= 40


def test_drawings_have_ids_of_their_own(shown: Shown) -> None:
    ids = find(shown.word.body, ".//wp:docPr/@id")
    assert len(set(ids)) == len(ids)


def test_headings_form_a_tree_for_the_navigation_pane(shown: Shown) -> None:
    """Every part begins at the top, and no heading skips the level above it."""
    depth = -1
    for paragraph in find(shown.word.body, "w:p"):
        told = shown.word.says(paragraph, "w:outlineLvl/@w:val")
        if told:
            assert int(told) <= depth + 1, text_of(paragraph)
            depth = int(told)
        if find(paragraph, "w:pPr/w:sectPr"):
            depth = -1

"""The parts of a built Word file: golden XML, equal bytes, sound structure, nothing lost."""

import os
import re
import subprocess
import sys
from collections import Counter
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from document_lines import Shown
from example_plans import EXAMPLES, ROOT, SMALL_PLAN, Built, build, build_example
from golden import check_golden
from lxml import etree
from openxml_audit import OpenXmlValidator
from word_files import WordFile, find, text_of

from planforge.model import Line, Task
from planforge.model.text import parse_spans
from planforge.model.walking import walk_records, walk_texts

PRINTED = {
    "text", "title", "note", "task", "product", "lead", "support", "deadline", "cells", "opening",
    "closing", "to", "purpose", "heading", "footnotes", "proposal", "bases",
}  # fmt: skip
"""Fields whose words stand in the document as they are written."""

BUILD = """
from hashlib import sha256
from example_plans import EXAMPLES, build_example
print(*[sha256(build_example(name).docx).hexdigest() for name in EXAMPLES])
"""


@pytest.fixture(scope="module")
def small() -> Built:
    """Return the small plan, built."""
    return build("small", SMALL_PLAN.encode())


def canonical(*elements: Any) -> str:
    """Return elements as text in which only a difference of meaning makes a difference."""
    root = etree.Element("part")
    root.extend(deepcopy(element) for element in elements)
    etree.cleanup_namespaces(root)
    etree.indent(root)
    return etree.canonicalize(etree.tostring(root)) + "\n"


def test_text_of_a_section_as_xml(small: Built) -> None:
    """From the first basis to the last paragraph before the signature."""
    body = WordFile(small.docx).body
    start = "w:p[w:pPr/w:pStyle/@w:val='CanCu'][1]"
    blocks = find(body, f"{start} | {start}/following-sibling::w:p[following-sibling::w:tbl[2]]")
    signature = find(body, "w:tbl[2]")[0]
    place = signature.getparent().index(signature)
    text = [block for block in blocks if body.index(block) < place]
    check_golden("section.xml", canonical(*text))


def test_table_as_xml(small: Built) -> None:
    check_golden("table.xml", canonical(*tables(WordFile(small.docx))))


def test_footnotes_as_xml(small: Built) -> None:
    check_golden("footnotes.xml", canonical(WordFile(small.docx).part("word/footnotes.xml")))


def tables(word: WordFile) -> list[Any]:
    """Return the tables of the appendices."""
    return find(word.body, "w:tbl[w:tblPr/w:tblStyle]")


def test_the_same_plan_gives_the_same_bytes(built: Built) -> None:
    assert build_example(built.name).docx == built.docx


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_fresh_process_writes_the_same_bytes(seed: str, examples: dict[str, Built]) -> None:
    folders = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    result = subprocess.run(
        [sys.executable, "-c", BUILD],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": folders},
        capture_output=True,
        text=True,
        check=True,
    )
    digests = [sha256(example.docx).hexdigest() for example in examples.values()]
    assert result.stdout.split() == digests


def test_members_have_no_clock_and_a_fixed_order(built: Built) -> None:
    with ZipFile(BytesIO(built.docx)) as archive:
        members = archive.infolist()
        properties = archive.read("docProps/core.xml").decode()
    names = [member.filename for member in members]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert "dcterms" not in properties


@pytest.mark.parametrize("name", [*EXAMPLES, "small"])
def test_the_file_is_valid(
    name: str, examples: dict[str, Built], small: Built, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(examples.get(name, small).docx)
    assert OpenXmlValidator().validate(path).errors == []


def test_python_docx_opens_and_saves_it_without_loss(built: Built) -> None:
    copy = BytesIO()
    docx.Document(BytesIO(built.docx)).save(copy)
    before, after = WordFile(built.docx), WordFile(copy.getvalue())
    assert list(map(text_of, after.paragraphs())) == list(map(text_of, before.paragraphs()))
    assert canonical(after.body) == canonical(before.body)


def columns_of(row: Any) -> list[tuple[int, int, Any]]:
    """Return first column, number of columns and cell for each cell of a row."""
    found, place = [], 0
    for cell in find(row, "w:tc"):
        span = int((find(cell, "w:tcPr/w:gridSpan/@w:val") or ["1"])[0])
        found.append((place, span, cell))
        place += span
    return found


def test_cells_fill_the_grid_of_their_table(shown: Shown) -> None:
    for table in find(shown.word.body, ".//w:tbl"):
        grid = [int(width) for width in find(table, "w:tblGrid/w:gridCol/@w:w")]
        assert find(table, "w:tblPr/w:tblW/@w:w") == [str(sum(grid))]
        assert find(table, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        assert sum(grid) <= room(table), "wider than the page"
        for row in find(table, "w:tr"):
            cells = columns_of(row)
            assert sum(span for _, span, _ in cells) == len(grid)
            for place, span, cell in cells:
                assert find(cell, "w:tcPr/w:tcW/@w:w") == [str(sum(grid[place : place + span]))]


def room(table: Any) -> int:
    """Return the width between the margins of the page that a table stands on."""
    setup = find(table, "following::w:sectPr[1]")[0]
    sides = ("w:pgMar/@w:left", "w:pgMar/@w:right")
    return int(find(setup, "w:pgSz/@w:w")[0]) - sum(int(find(setup, side)[0]) for side in sides)


def test_cells_that_are_merged_have_a_beginning_above_them(shown: Shown) -> None:
    for table in find(shown.word.body, ".//w:tbl"):
        above: dict[tuple[int, int], str] = {}
        for row in find(table, "w:tr"):
            merges = {(place, span): merge(cell) for place, span, cell in columns_of(row)}
            for place, kind in merges.items():
                assert kind != "continue" or above.get(place), f"{place}: {text_of(row)}"
            loose = [cell for place, _, cell in columns_of(row) if merge(cell) == "continue"]
            assert not any(map(text_of, loose)), "text in a cell that is not printed"
            above = merges


def merge(cell: Any) -> str:
    """Return "restart", "continue" or "" for a cell that is not merged."""
    found = find(cell, "w:tcPr/w:vMerge")
    return (find(found[0], "@w:val") or ["continue"])[0] if found else ""


def test_merges_that_begin_go_on_below(shown: Shown) -> None:
    for table in find(shown.word.body, ".//w:tbl"):
        rows = [{p: merge(c) for p, _, c in columns_of(row)} for row in find(table, "w:tr")]
        for row, below in pairwise([*rows, {}]):
            begun = [place for place, kind in row.items() if kind == "restart"]
            assert all(below.get(place) == "continue" for place in begun)


def test_column_headings_are_repeated_and_rows_stay_whole(shown: Shown) -> None:
    for table in tables(shown.word):
        head, *rows = find(table, "w:tr")
        assert find(head, "w:trPr/w:tblHeader[not(@w:val)]")
        assert not any(find(row, "w:trPr/w:tblHeader") for row in rows)
        short = [
            row for row in (head, *rows) if max(len(text_of(c)) for c in find(row, "w:tc")) < 600
        ]
        assert len(short) > len(rows) / 2
        assert all(find(row, "w:trPr/w:cantSplit") for row in short)
        groups = [row for row in rows if find(row, "w:tc[1]//w:pStyle[@w:val='TenNhom']")]
        assert all(find(row, "w:tc[1]//w:p[1]") for row in groups)


def test_no_row_has_a_height_that_could_hide_text(shown: Shown) -> None:
    assert find(shown.word.body, ".//w:trHeight[@w:hRule='exact']") == []


def test_footnotes_are_numbered_as_they_are_called(shown: Shown) -> None:
    calls = find(shown.word.body, ".//w:footnoteReference/@w:id")
    part = shown.word.part("word/footnotes.xml")
    notes = find(part, "w:footnote[not(@w:type)]")
    count = len(shown.built.document.footnotes)
    assert calls == [str(number) for number in range(1, count + 1)]
    assert [find(note, "@w:id")[0] for note in notes] == calls
    assert all(len(find(note, "w:p[1]/w:r/w:footnoteRef")) == 1 for note in notes)
    assert all(text_of(note).strip() for note in notes)


def test_bookmarks_are_unique_and_every_link_leads_to_one(shown: Shown) -> None:
    names = find(shown.word.body, ".//w:bookmarkStart/@w:name")
    starts = find(shown.word.body, ".//w:bookmarkStart/@w:id")
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[^\W\d]\w{0,39}", name) for name in names)
    assert sorted(set(starts)) == sorted(starts)
    assert find(shown.word.body, ".//w:bookmarkEnd/@w:id") == starts
    notes = find(shown.word.part("word/footnotes.xml"), ".//w:hyperlink/@w:anchor")
    assert {*find(shown.word.body, ".//w:hyperlink/@w:anchor"), *notes} <= set(names)


def test_ids_that_look_alike_have_bookmarks_of_their_own() -> None:
    long = "nhiem-vu-cai-cach-thu-tuc-hanh-chinh-nam"
    ids = ["a-b", "a_b", "A-b", f"{long}-2025", f"{long}-2026"]
    titled = "".join(f"  - {{id: {name}, title: Xem {{{name}}}}}\n" for name in ids)
    links = "".join(f"  - {name}: x\n" for name in ())
    source = re.sub(r"^  - title: Nhiệm vụ\n", f"{titled}{links}\\g<0>", SMALL_PLAN, flags=re.M)
    body = WordFile(build("alike", source.encode()).docx).body
    for name in ids:
        assert name in source
    paragraphs = find(body, "w:p[w:bookmarkStart and w:hyperlink]")
    own = [find(p, "w:bookmarkStart/@w:name")[0] for p in paragraphs]
    assert own == [find(p, "w:hyperlink/@w:anchor")[0] for p in paragraphs]
    assert len({name.casefold() for name in own}) == len(ids)


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
        depth = int(told) if told else depth
        depth = -1 if find(paragraph, "w:pPr/w:sectPr") else depth


def test_every_word_of_the_plan_is_in_the_document(shown: Shown) -> None:
    parts = (shown.word.body, shown.word.part("word/footnotes.xml"))
    text = squeezed("\n".join(text_of(p) for part in parts for p in find(part, ".//w:p")))
    missing = [
        span.value
        for path, words in walk_texts(shown.built.plan)
        if PRINTED & {str(step) for step in path}
        for span in parse_spans(words)
        if span.kind == "text" and squeezed(span.value) not in text
    ]
    assert missing == []


def squeezed(text: str) -> str:
    """Return text without its marks at the end, spaces and capitals, which the program sets."""
    return re.sub(r"\s+", "", text).rstrip(" ;.:").casefold()


def test_every_cell_of_the_plan_is_in_a_table(shown: Shown) -> None:
    rows = [
        record for _, record in walk_records(shown.built.plan) if isinstance(record, Task | Line)
    ]
    given = Counter(
        squeezed("".join(span.value for span in spans))
        for row in rows
        for cell in (
            row.task,
            row.product,
            row.lead,
            row.support,
            row.deadline,
            *row.cells.values(),
        )
        for paragraph in cell or ()
        for spans in [parse_spans(paragraph.text)]
        if all(span.kind == "text" for span in spans)
    )
    printed = Counter(
        squeezed(re.sub(r"^((\d+\.?)+|[IVX]+\.?|[A-Z]|[a-zđ]\)|[-+]) ", "", text_of(paragraph)))
        for table in tables(shown.word)
        for paragraph in find(table, ".//w:p")
    )
    assert given - printed == Counter()

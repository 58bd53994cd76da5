"""The web page of whole plans: sound markup, the outline's words, full tables, the frame."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from html_pages import NOTES, Nesting, check_grid, text_of, tree_of
from hypothesis import HealthCheck, given, settings
from lxml import html
from strategies import plans

from planforge.cli.workspace import find_plans
from planforge.composer import compose_plan
from planforge.document import Closing, Document, Letterhead, Paragraph, Part, Run, Table, Title
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.html import write_html
from planforge.writers.outline import write_outline

EXAMPLES = find_plans([Path(__file__).parent.parent / "plans"])
each_example = pytest.mark.parametrize(
    "path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)

IN_LINE = {"a", "em", "strong", "sup", "span"}
SPOKEN_ONLY = "//caption"


def document_of(path: Path) -> Document:
    plan = read_plan(path.read_bytes()).plan
    assert plan is not None
    return compose_plan(plan)


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
    rows = [
        len(block.rows)
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Table)
    ]
    assert [len(table.xpath("tbody/tr")) for table in tables] == rows


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

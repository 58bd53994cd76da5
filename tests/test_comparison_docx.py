"""The annex “Bảng so sánh” as a Word file: valid, laid out by the standard, marked in words."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from document_lines import STANDARD
from example_plans import SMALL_PLAN, build, prepared
from openxml_audit import OpenXmlValidator
from printed_pages import read_pages
from template_edits import COMPARISON, edited, in_word
from test_comparison import compose
from word_files import WordFile, find, text_of

from planforge.cli.pdf import convert_to_pdf, find_office
from planforge.composer.comparison import COMPARISON_TEMPLATE
from planforge.document import Table
from planforge.errors import ConversionError, TemplateError
from planforge.writers.docx import write_docx
from planforge.writers.docx.template_check import check_template
from planforge.writers.outline import write_outline

DOCUMENT = compose()
MARK = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}")


def written() -> bytes:
    return write_docx(DOCUMENT, prepared(COMPARISON_TEMPLATE))


@pytest.fixture(scope="module")
def word() -> WordFile:
    return WordFile(written())


def printed_table(word: WordFile) -> Any:
    (table,) = find(word.body, ".//w:tbl[w:tblPr/w:tblStyle]")
    return table


def test_same_document_same_bytes() -> None:
    assert written() == written()


def test_the_file_is_valid(tmp_path: Path) -> None:
    (tmp_path / "so-sanh.docx").write_bytes(written())
    assert OpenXmlValidator().validate(tmp_path / "so-sanh.docx").errors == []


def test_marked_words_look_different_without_any_colour(word: WordFile) -> None:
    wanted = [(old or new, bool(old)) for old, new in MARK.findall(write_outline(DOCUMENT))]
    assert wanted
    marked = find(word.body, ".//w:r[w:rPr/w:rStyle]")
    found = [(text_of(run), word.is_on(run, "w:strike")) for run in marked]
    assert found == wanted
    for run in marked:
        added = not word.is_on(run, "w:strike")
        assert (word._of_run(run, "w:u/@w:val") == "single") == added
        assert word.is_on(run, "w:b") == added


def test_all_of_it_lies_on_its_side_with_the_margins_of_the_standard(word: WordFile) -> None:
    (setup,) = word.sections
    assert find(setup, "w:pgSz/@w:orient") == ["landscape"]
    table = printed_table(word)
    width, left, right = (
        int(find(setup, path)[0]) for path in ("w:pgSz/@w:w", "w:pgMar/@w:left", "w:pgMar/@w:right")
    )
    for grid in (table, find(word.body, ".//w:tbl")[0]):
        columns = find(grid, "w:tblGrid/w:gridCol/@w:w")
        assert sum(map(int, columns)) == width - left - right


def test_column_headings_are_repeated_and_group_rows_stay_with_the_next(word: WordFile) -> None:
    head, *rows = find(printed_table(word), "w:tr")
    assert find(head, "w:trPr/w:tblHeader")
    groups = [row for row in rows if len(find(row, "w:tc")) == 2]
    assert groups
    for row in groups:
        assert all(word.has(paragraph, "w:keepNext") for paragraph in find(row, ".//w:p"))


def test_it_bears_no_number_no_recipients_and_no_signature(word: WordFile) -> None:
    text = text_of(word.body)
    assert "Số: " not in text.partition("STT")[0]
    assert "Nơi nhận:" not in text


def test_a_template_takes_only_the_documents_it_is_made_for() -> None:
    with pytest.raises(TemplateError, match=r"ke-hoach\.docx is made for other documents"):
        write_docx(DOCUMENT, prepared("ke-hoach"))
    plan = build("small", SMALL_PLAN.encode()).document
    with pytest.raises(TemplateError, match=r"bang-so-sanh\.docx is made for other documents"):
        write_docx(plan, prepared(COMPARISON_TEMPLATE))


def shown(data: bytes) -> list[str]:
    return [f"{f.code} {f.message.text()}" for f in check_template(data, "mẫu.docx")]


def test_the_check_knows_what_a_template_for_comparisons_needs() -> None:
    assert shown(COMPARISON) == []
    data = edited(COMPARISON, ("{{ ten_loai }}", "BẢNG SO SÁNH"))
    assert shown(data) == ["T202 The tag `ten_loai` is missing."]


def test_the_check_asks_for_the_styles_of_marks() -> None:
    without = in_word(COMPARISON, lambda word: word.styles["Phần bỏ"].delete())
    assert shown(without) == ["T201 The style “Phần bỏ” is missing."]


def tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s|]", text))


@pytest.mark.office
def test_the_printed_words_are_those_of_the_outline(tmp_path: Path) -> None:
    try:
        find_office()
    except ConversionError:
        pytest.skip("LibreOffice is not installed")
    source = tmp_path / "so-sanh.docx"
    source.write_bytes(written())
    convert_to_pdf([source])
    pages = read_pages(source.with_suffix(".pdf"), STANDARD.margins.top.use)
    assert [page.number for page in pages] == ["", *map(str, range(2, len(pages) + 1))]
    assert all(page.width > page.height and page.has_table for page in pages)
    printed = tokens(" ".join(word.text for page in pages for word in page.words))
    (table,) = (block for block in DOCUMENT.parts[0].blocks if isinstance(block, Table))
    repeated = tokens("".join(f"{column.heading} " for column in table.columns) * (len(pages) - 1))
    plain = MARK.sub(lambda mark: mark[1] or mark[2], write_outline(DOCUMENT))
    assert printed - repeated == tokens(plain)

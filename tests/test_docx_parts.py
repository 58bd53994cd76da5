"""The parts of a built Word file: golden XML, equal bytes, a valid package, nothing lost."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from document_lines import Shown
from example_plans import EXAMPLES, ROOT, Built, build_example
from golden import check_golden
from lxml import etree
from openxml_audit import OpenXmlValidator
from word_files import NAMESPACES, WordFile, find, text_of

from planforge.model import Line, Plan, Task
from planforge.model.text import Paragraph, parse_spans
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
LABEL = re.compile(r"((\d+\.?)+|[IVX]+\.?|[A-Z]|[a-zđ]\)|[-+]) ")


def canonical(*elements: Any) -> str:
    """Return elements as text in which only a difference of meaning makes a difference."""
    root = etree.Element("part")
    root.extend(deepcopy(element) for element in elements)
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES)
    etree.indent(root)
    text: bytes = etree.tostring(root, method="c14n")
    return text.decode() + "\n"


def test_text_of_a_section_as_xml(small: Built) -> None:
    """From the first basis to the last paragraph before the signature."""
    body = WordFile(small.docx).body
    first = find(body, "w:p[w:pPr/w:pStyle/@w:val='CanCu']")[0]
    signature = find(body, "w:tbl")[1]
    text = body[body.index(first) : body.index(signature)]
    check_golden("docx/section.xml", canonical(*text))


def test_table_as_xml(small: Built) -> None:
    check_golden("docx/table.xml", canonical(*tables(WordFile(small.docx))))


def test_footnotes_as_xml(small: Built) -> None:
    check_golden("docx/footnotes.xml", canonical(WordFile(small.docx).part("word/footnotes.xml")))


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
    assert canonical(after.body) == canonical(before.body)
    for name in ("word/footnotes.xml", "word/header1.xml", "word/styles.xml"):
        assert canonical(after.part(name)) == canonical(before.part(name))


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
    """Return text without its spaces, its capitals and the marks at its end."""
    return re.sub(r"\s+", "", text).rstrip(";.:").casefold()


def test_every_cell_of_the_plan_is_in_a_table_as_often_as_it_is_given(shown: Shown) -> None:
    spans = [parse_spans(paragraph.text) for paragraph in cells(shown.built.plan)]
    plain = [spans for spans in spans if all(span.kind == "text" for span in spans)]
    given = Counter(squeezed("".join(span.value for span in spans)) for spans in plain)
    paragraphs = (p for table in tables(shown.word) for p in find(table, ".//w:p"))
    printed = Counter(squeezed(unnumbered(text_of(paragraph))) for paragraph in paragraphs)
    assert given - printed == Counter()


def cells(plan: Plan) -> Iterator[Paragraph]:
    """Yield every paragraph given for a cell of a table."""
    for _, row in walk_records(plan):
        if isinstance(row, Task | Line):
            known = (row.task, row.product, row.lead, row.support, row.deadline)
            for cell in (*known, *row.cells.values()):
                yield from cell or ()


def unnumbered(text: str) -> str:
    """Return a paragraph of a cell without the numbers and marks before it."""
    while match := LABEL.match(text):
        text = text[match.end() :]
    return text

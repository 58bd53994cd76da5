"""Web pages taken apart: strict nesting, the tree of elements, the grid of a table."""

from html.parser import HTMLParser

from lxml import html

from planforge.document import Block, Document, NoteCall, Part, Run
from planforge.writers.html import write_html

NOTES = "//section[@class='footnotes']"
_VOID = {"meta", "col"}


def page_of(*blocks: Block, footnotes: tuple[tuple[Run | NoteCall, ...], ...] = ()) -> str:
    """Return the page of a document of one part."""
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
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


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

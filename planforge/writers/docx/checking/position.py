"""Where a tag may stand: what takes the place of a paragraph, row or cell must be alone there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.codes import NOT_ALONE, complain
from planforge.writers.docx.checking.tags import NAMES, Tag, nearest
from planforge.writers.docx.checking.text import Paragraph
from planforge.writers.docx.prepared import MARKERS


class Surroundings:
    """The texts of the rows and cells that paragraphs stand in."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._rows: defaultdict[int, list[str]] = defaultdict(list)
        self._cells: defaultdict[int, list[str]] = defaultdict(list)
        for paragraph in paragraphs:
            self._rows[paragraph.row].append(paragraph.text)
            self._cells[paragraph.cell].append(paragraph.text)

    def of(self, tag: Tag) -> str:
        """Return all text that disappears when ``tag`` is filled."""
        paragraph = tag.paragraph
        if tag.prefix == "tr":
            return "".join(self._rows[paragraph.row])
        return "".join(self._cells[paragraph.cell]) if tag.prefix == "tc" else paragraph.text


def check_position(tag: Tag, surroundings: Surroundings) -> Iterator[Finding]:
    """Name what is wrong with the place of ``tag`` or with the letter after its brace."""
    marker = next((name for name in MARKERS if name in tag.words), None)
    if marker:
        problem = _marker_problem(tag, marker)
    elif tag.kind == "value":
        problem = _value_problem(tag)
    else:
        problem = _statement_problem(tag)
    if not problem and tag.prefix in ("p", "tr", "tc"):
        problem = _company_problem(tag, surroundings)
    if problem:
        message, hint = problem
        yield complain(NOT_ALONE, message, where=tag.paragraph.where, hint=hint)


_Problem = tuple[Message, Message] | None


def _marker_problem(tag: Tag, marker: str) -> _Problem:
    right = f"{{{{p {marker} }}}}"
    if tag.kind != "value" or tag.prefix != "p" or tag.body != marker:
        return (
            msg("`{tag}`: generated content cannot be used like that.", tag=tag.shown),
            msg("Write {right} in a paragraph of its own.", right=right),
        )
    if tag.paragraph.cell or not tag.paragraph.section:
        return (
            msg("`{tag}` stands in a table, text box, page header or footer.", tag=tag.shown),
            msg("Move it into a paragraph of its own in the text."),
        )
    return None


def _value_problem(tag: Tag) -> _Problem:
    if not tag.prefix or nearest(tag.body, NAMES) in MARKERS:
        return None
    return (
        msg(
            "`{tag}`: only generated content takes the letter {letter} after the braces.",
            tag=tag.shown,
            letter=tag.prefix,
        ),
        msg("Write {right}.", right=f"{{{{ {tag.body} }}}}"),
    )


def _statement_problem(tag: Tag) -> _Problem:
    if tag.prefix not in ("tr", "tc") or tag.paragraph.row:
        return None
    return (
        msg("`{tag}` is for rows and cells, but stands in no table.", tag=tag.shown),
        msg("Write {right}.", right=f"{{%p {tag.body} %}}"),
    )


def _company_problem(tag: Tag, surroundings: Surroundings) -> _Problem:
    if surroundings.of(tag).strip() == tag.source:
        return None
    if tag.prefix == "p":
        return (
            msg("`{tag}` is not alone in its paragraph; the rest would be lost.", tag=tag.shown),
            msg("Put it into a paragraph of its own."),
        )
    if tag.prefix == "tr":
        return (
            msg("`{tag}` is not alone in its row; the rest would be lost.", tag=tag.shown),
            msg("Put it into a row of its own."),
        )
    return (
        msg("`{tag}` is not alone in its cell; the rest would be lost.", tag=tag.shown),
        msg("Put it into a cell of its own."),
    )

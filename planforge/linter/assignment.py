"""Who does what in a plan: views of its rows that the rules of assignment share."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from planforge.findings import Path
from planforge.linter.subject import KNOWN_TEXTS, Row, Subject
from planforge.model.plan import Plan
from planforge.model.rows import CellItem
from planforge.registries.agencies import spelling_key
from planforge.registries.mentions import Mention, parse_agencies

_BEGINNING = re.compile(
    "Ban |Báo |Bộ |Các |Chánh |Chủ tịch |Công an |Đài |Giám đốc |Lãnh đạo |Phòng |Sở|Thanh tra "
    "|Thủ trưởng |UBND |(?:Ủy|Uỷ) ban |Văn phòng |VP"
)
_END = re.compile(r"[:.]?$| (?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu)(?!\w)")
_LONGEST_ADDRESS = 300
_COLUMNS = ("product", "lead", "support", "deadline")


def rows_without(subject: Subject, column: str) -> Iterator[Row]:
    """Yield every row of work whose cell in ``column`` is neither given, merged nor left blank.

    Silent on a table without the column, on a task that only stands over others, on the later
    lines of a task, which show the hole of the first, and on a row that holds nothing at all.
    """
    for row in subject.rows:
        if row.cells[column].value is not None or row.position or row.task.tasks:
            continue
        if row.appendix.has_column(column) and any(row.cells[name].text for name in _COLUMNS):
            yield row


def written_cells(subject: Subject) -> Iterator[tuple[Row, CellItem]]:
    """Yield every lead and support cell that is filled, each once: not where it is merged."""
    for row in subject.rows:
        for name in ("lead", "support"):
            cell = row.cells[name]
            if cell.value and not cell.inherited:
                yield row, cell


def mentions_in(cell: CellItem) -> tuple[Mention, ...]:
    """Return the agencies a cell lists, over all its paragraphs."""
    return _mentions(cell.texts)


@lru_cache(KNOWN_TEXTS)
def _mentions(texts: tuple[str, ...]) -> tuple[Mention, ...]:
    return tuple(mention for text in texts for mention in parse_agencies(text))


def is_understood(cell: CellItem) -> bool:
    """Whether every paragraph of a cell is a list of agencies; so is a blank cell."""
    return all(parse_agencies(text) for text in cell.texts)


def addressees(subject: Subject) -> Iterator[tuple[Path, Mention]]:
    """Yield the agencies that the plan gives work or a copy to, in tables and paragraphs."""
    for _, cell in written_cells(subject):
        yield from ((cell.path, mention) for mention in mentions_in(cell))
    for item in subject.texts:
        if _BEGINNING.match(item.plain) and _gives_work(subject, item.path):
            yield from ((item.path, mention) for mention in _before_verb(item.plain))


def _before_verb(text: str) -> tuple[Mention, ...]:
    """Return the agencies that a paragraph names alone on its line, or before what they do."""
    end = _END.search(text)
    return parse_agencies(text[: end.start()]) if end and end.start() <= _LONGEST_ADDRESS else ()


def _gives_work(subject: Subject, path: Path) -> bool:
    """Whether a text is addressed to somebody: not one of the tables or of last year's review."""
    if path[0] == "sections" and isinstance(path[1], int):
        return subject.plan.sections[path[1]].role != "review"
    return path[0] == "recipients" or path[:2] == ("decision", "articles")


@lru_cache(KNOWN_TEXTS)
def identity_of(mention: Mention) -> tuple[str, str]:
    """Return what two mentions of the same agency share, however it is written."""
    return mention.id or spelling_key(mention.name), spelling_key(mention.place)


def moment_of(plan: Plan) -> date:
    """Return the day by which the plan is judged: when it is issued, or when it begins to hold.

    The later of the two, but never after the plan has ended.
    """
    start, end = plan.period.start, plan.period.end
    issued = plan.date or (plan.decision.date if plan.decision else None)
    return min(max(start, issued or start), end)


def issuing_committee(plan: Plan) -> str:
    """Return the id of the People's Committee that issues the plan, "" where it is another body."""
    issuer = next(iter(parse_agencies(plan.issuer.name)), None)
    return issuer.id if issuer and issuer.id and issuer.id.startswith("ubnd-") else ""

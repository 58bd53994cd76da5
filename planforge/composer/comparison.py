"""Changes to the annex “Bảng so sánh”: what the new plan says otherwise, beside the old one."""

from collections.abc import Iterator, Sequence

from planforge.changes import Change, Changes, Entry, Kind, Relation, count_relations
from planforge.changes.labels import part_of
from planforge.composer.comparison_rows import Names, capitalized, make_names, make_row
from planforge.composer.frame import compose_bare_letterhead, number_words
from planforge.document import (
    Block,
    Document,
    Paragraph,
    Part,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
)
from planforge.findings import Translate
from planforge.model.plan import Plan
from planforge.vietnamese.dates import format_header_date, parse_date
from planforge.vietnamese.numbers import format_count
from planforge.vietnamese.roman import format_roman

COMPARISON_TEMPLATE = "bang-so-sanh"
"""The Word template of the annex, without its ending."""

_LEFT_OUT: dict[Relation, str] = {"same": "giữ nguyên", "year_only": "chỉ đổi năm"}
_COUNTED: dict[Relation, str] = {
    "added": "nội dung mới",
    "removed": "nội dung bỏ",
    "merged": "nội dung được gộp",
    "split": "nội dung được tách",
    "moved": "nội dung chuyển vị trí",
    "field_changed": "nội dung điều chỉnh thông tin (cơ quan, sản phẩm, thời gian)",
    "reworded": "nội dung sửa câu chữ",
    "spelling_only": "nội dung chỉ khác cách viết",
}
_PARTS = {"frame": "Thể thức, căn cứ, nơi nhận", "body": "Phần nội dung", "appendix": "Phụ lục"}
_UNTITLED = {"opening": "Phần mở đầu", "closing": "Phần kết thúc"}
"""What stands in the body before its first heading and after its last part."""

_FRAME: dict[Kind, str] = {
    "header": "Thông tin chung",
    "decision": "Quyết định ban hành",
    "article": "Điều của quyết định",
    "basis": "Căn cứ",
    "abbreviation": "Chữ viết tắt",
    "recipient": "Nơi nhận",
    "signature": "Người ký",
}
"""The kinds of parts around the text."""

_WIDTHS = (15.0, 92.0, 92.0, 53.0)
"""Number, old, new, remark: in millimetres."""


class _Words:
    """What the annex calls the two plans; two versions of one plan are told apart by their order.

    ``old`` and ``new`` stand in a sentence, ``old_column`` and ``new_column`` over the table.
    """

    def __init__(self, changes: Changes, plan: Plan) -> None:
        old, new = changes.old, changes.new
        draft = "" if (plan.decision or plan).date else "dự thảo "
        if (old.period, old.number) == (new.period, new.number):
            self.old, self.new = "bản trước", "bản này"
        else:
            issued = old.number.partition("/")[0].strip()
            self.old = f"{plan.type} " + (
                f"số {number_words(old.number)}{_issued_on(changes)}"
                if issued
                else _period_words(old.period)
            )
            self.new = f"{draft}{plan.type} {_period_words(new.period)}"
        if old.period == new.period:
            self.old_column, self.new_column = "Bản trước", "Bản này"
        else:
            self.old_column = f"{plan.type} {_period_words(old.period)}"
            self.new_column = capitalized(f"{draft}{plan.type} {_period_words(new.period)}")


def compose_comparison(changes: Changes, plan: Plan, translate: Translate) -> Document:
    """Return the annex that sets the new ``plan`` beside the old one, part by part, by area.

    Parts that are the same or differ in their years only are counted, not shown. ``translate``
    must speak Vietnamese, as the document does whatever the language of the messages.
    """
    words = _Words(changes, plan)
    title = _title(plan, words)
    return Document(
        title=f"Bảng so sánh {title.subject[0].lower()}{title.subject[1:]}",
        author=plan.issuer.name,
        parts=(
            Part(
                kind="comparison",
                letterhead=compose_bare_letterhead(plan.issuer),
                title=title,
                blocks=tuple(_blocks(changes, words, make_names(plan, translate))),
                landscape=True,
            ),
        ),
    )


def _issued_on(changes: Changes) -> str:
    """Return “ ngày 24 tháng 12 năm 2020”, "" where the old plan has no date."""
    headers = (change.old[0] for change in changes.changes if change.entry.kind == "header")
    texts = next((header.texts for header in headers), {})
    day = parse_date("".join(texts.get("date", ())))
    return f" {format_header_date(day)}" if day else ""


def _title(plan: Plan, words: _Words) -> Title:
    subject = f"Nội dung thay đổi của {plan.type} {_in_sentence(plan.title)} so với {words.old}"
    return Title("BẢNG SO SÁNH", subject)


def _is_shown(change: Change) -> bool:
    return change.relation not in _LEFT_OUT


def _blocks(changes: Changes, words: _Words, names: Names) -> Iterator[Block]:
    shown = tuple(filter(_is_shown, changes.changes))
    yield Paragraph("body", (Run(_summary(shown, words)),))
    left_out = _left_out(changes)
    if left_out:
        yield Paragraph("body", (Run(left_out),))
    if shown:
        yield Paragraph("cell", _legend())
        yield _table(changes, words, names)


def _summary(shown: Sequence[Change], words: _Words) -> str:
    opening = f"So với {words.old}, {words.new}"
    if not shown:
        return f"{opening} không có nội dung nào thay đổi, trừ các năm chuyển theo kỳ kế hoạch."
    counts = count_relations(shown)
    counted = [
        f"{format_count(counts[relation])} {what}"
        for relation, what in _COUNTED.items()
        if counts[relation]
    ]
    return f"{opening} có {format_count(len(shown))} nội dung thay đổi: {', '.join(counted)}."


def _left_out(changes: Changes) -> str:
    """Return the sentence that counts what is not in the table, "" where everything is."""
    counts = count_relations(changes.changes)
    said = [
        f"{format_count(counts[relation])} nội dung {what}"
        for relation, what in _LEFT_OUT.items()
        if counts[relation]
    ]
    return f"Bảng này không nêu {' và '.join(said)}." if said else ""


def _legend() -> tuple[Run, ...]:
    return (
        Run("Trong bảng, ", italic=True),
        Run("chữ gạch ngang", mark="removed"),
        Run(" là chữ bỏ đi, ", italic=True),
        Run("chữ đậm gạch chân", mark="added"),
        Run(" là chữ thêm vào; các năm chuyển theo kỳ kế hoạch không đánh dấu.", italic=True),
    )


def _table(changes: Changes, words: _Words, names: Names) -> Table:
    headings = ("STT", words.old_column, words.new_column, "Nhận xét")
    return Table(
        title="Bảng so sánh",
        columns=tuple(map(TableColumn, headings, _WIDTHS)),
        rows=tuple(_rows(changes, names)),
    )


def _rows(changes: Changes, names: Names) -> Iterator[TableRow]:
    number = 0
    areas = [found for found in _by_area(changes).items() if found[1]]
    for place, (area, parts) in enumerate(areas, 1):
        yield _group_row(format_roman(place), Run(area))
        for part, group in parts.items():
            if len(parts) > 1:
                yield _group_row("", Run(part, italic=True))
            for number, change in enumerate(group, number + 1):  # noqa: B020 - it counts on
                yield make_row(number, change, names)


def _group_row(label: str, title: Run) -> TableRow:
    number = TableCell((Paragraph("group_number", (), label),))
    heading = TableCell((Paragraph("group", (title,)),), len(_WIDTHS) - 1)
    return TableRow((number, heading), "group")


def _by_area(changes: Changes) -> dict[str, dict[str, list[Change]]]:
    """Return the changes to show by area and by part of the document.

    The order is that of the new plan; an area may have none.
    """
    found: dict[str, dict[str, list[Change]]] = {}
    for change in changes.changes:
        parts = found.setdefault(_area(change.entry, changes.areas), {})
        if _is_shown(change):
            parts.setdefault(_part(change.entry), []).append(change)
    return found


def _area(entry: Entry, areas: dict[str, str]) -> str:
    """Return the heading a change stands under; outside of all areas the outermost of the plan."""
    if entry.area:
        return areas.get(entry.area, entry.area)
    part = part_of(entry)
    if part == "frame":
        return _PARTS[part]
    own = entry.name if entry.kind in ("section", "appendix") else ""
    return (*entry.titles, own)[0] or _UNTITLED.get(str(entry.path[0]), _PARTS[part])


def _part(entry: Entry) -> str:
    part = part_of(entry)
    return _FRAME.get(entry.kind, _PARTS[part]) if part == "frame" else _PARTS[part]


def _period_words(period: str) -> str:
    """Return ``2022`` as “năm 2022”, several years as “giai đoạn …”, days as “từ … đến …”."""
    first, _, last = period.partition("-")
    if not last:
        return f"năm {period}"
    return f"từ {first} đến {last}" if "/" in period else f"giai đoạn {period}"


def _in_sentence(title: str) -> str:
    """Return ``title`` as it goes on in a sentence; in a name every syllable has its capital."""
    first, _, rest = title.partition(" ")
    if first[1:].islower() and rest[:1].islower():
        return title[0].lower() + title[1:]
    return title

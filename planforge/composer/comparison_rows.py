"""One row of the annex “Bảng so sánh”: old text, new text with their words marked, remark."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from planforge.changes import NAMELESS_KINDS, Change, Entry, FieldChange, Kind, Piece
from planforge.changes.labels import RELATION_LABELS, field_label
from planforge.document import Paragraph, Run, TableCell, TableRow
from planforge.findings import Message, Translate
from planforge.model.plan import Plan
from planforge.vietnamese.numbers import format_count

_LONGEST_REMARK = 160
"""Characters up to which a remark repeats what the cells beside it say."""

_ABSENT = TableCell((Paragraph("cell_centered", (Run("(Không có)", italic=True),)),))

_Lines = list[tuple[Run, ...]]


class Names(Struct, frozen=True):
    """What fields are called; ``columns`` are the headings of the plan's own columns by id."""

    translate: Translate
    columns: dict[str, str]

    def of(self, field: str, kind: Kind) -> str:
        """Return the name of a field of a part."""
        return self.columns.get(field) or field_label(field, kind).text(self.translate)

    def say(self, message: Message) -> str:
        """Return a message in Vietnamese."""
        return message.text(self.translate)


def make_names(plan: Plan, translate: Translate) -> Names:
    """Return the names of the fields of ``plan``."""
    columns = (column for appendix in plan.appendices for column in appendix.columns)
    return Names(translate, {column.id: column.heading for column in columns})


def make_row(number: int, change: Change, names: Names) -> TableRow:
    """Return the row of ``change``."""
    remarks = list(_remarks(change, names))
    return TableRow(
        (
            TableCell((Paragraph("cell_centered", (), str(number)),)),
            _cell(change.old, change.fields, "removed", names),
            _cell(change.new, change.fields, "added", names),
            TableCell(tuple(_listed([(Run(remark),) for remark in remarks]))),
        )
    )


def _cell(
    entries: tuple[Entry, ...],
    fields: tuple[FieldChange, ...],
    side: Literal["removed", "added"],
    names: Names,
) -> TableCell:
    """Return one side; only the first entry is compared, and only if the other side has one."""
    if not entries:
        return _ABSENT
    woven = {
        field.field: _woven(field.pieces, side)
        for field in fields
        if field.relation != "year_only" and (field.old if side == "removed" else field.new)
    }
    first, *others = entries
    paragraphs = [*_entry(first, woven, names, whole=not fields)]
    for entry in others:
        paragraphs += _entry(entry, {}, names, whole=True)
    return TableCell(tuple(paragraphs)) if paragraphs else _ABSENT


def _woven(pieces: Iterable[Piece], side: Literal["removed", "added"]) -> _Lines:
    """Return one of the texts paragraph by paragraph; years that had to move are not marked."""
    lines: list[list[Run]] = [[]]
    for piece in pieces:
        if piece.kind not in ("kept", side):
            continue
        marked = piece.kind == side and not piece.is_year
        first, *others = piece.text.split("\n")
        lines[-1] += _runs(first, side) if marked else [Run(first)]
        lines += [_runs(text, side) if marked else [Run(text)] for text in others]
    return [tuple(_trimmed(line)) for line in lines]


def _trimmed(line: list[Run]) -> Iterator[Run]:
    """Yield the runs that hold text; what stood before the first of them may have been removed."""
    runs = (run for run in line if run.text)
    for first in runs:
        words = first.text.lstrip(" ")
        if words:
            yield replace(first, text=words)
            break
    yield from runs


def _runs(text: str, mark: Literal["removed", "added"]) -> list[Run]:
    """Return marked words; the spaces around them bear no mark."""
    words = text.strip(" ")
    before, _, after = text.partition(words) if words else (text, "", "")
    return [Run(before), Run(words, mark=mark), Run(after)]


def _entry(
    entry: Entry, woven: dict[str, _Lines], names: Names, *, whole: bool
) -> Iterator[Paragraph]:
    """Yield what an entry is known by and the fields that changed; all of them if ``whole``."""
    known_by = _known_by(entry)
    for field, texts in entry.texts.items():
        if not texts or not (whole or field in woven or field == known_by):
            continue
        lines = woven.get(field) or [(Run(text),) for text in texts]
        if field == known_by:
            yield from _numbered(lines, entry.number)
        else:
            yield from _labelled(lines, names.of(field, entry.kind))


def _known_by(entry: Entry) -> str:
    """Return the field an entry is known by, "" for one that none names."""
    return "" if entry.kind in NAMELESS_KINDS else next(iter(entry.texts), "")


def _numbered(lines: _Lines, number: str) -> Iterator[Paragraph]:
    printed = f"{number}." if number[-1:].isalnum() else number
    for index, line in enumerate(lines):
        yield Paragraph("cell", line, "" if index else printed)


def _labelled(lines: _Lines, label: str) -> Iterator[Paragraph]:
    """Yield the lines of a field behind its name; several lines stand below it."""
    name = Run(f"{label}:", italic=True)
    if len(lines) == 1:
        yield Paragraph("cell", (name, Run(" "), *lines[0]))
        return
    yield Paragraph("cell", (name,))
    yield from _listed(lines)


def _listed(lines: _Lines) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph("cell_dash", line, "-") if len(lines) > 1 else Paragraph("cell", line)


def _remarks(change: Change, names: Names) -> Iterator[str]:
    """Yield in words what became of a part, the weightiest first."""
    said = [*_of_parts(change, names), *_of_fields(change, names)]
    yield from said or [capitalized(names.say(RELATION_LABELS[change.relation]))]


def _of_parts(change: Change, names: Names) -> Iterator[str]:
    if change.relation == "added":
        yield "Nội dung mới"
    elif change.relation == "removed":
        yield "Không tiếp tục đưa vào kế hoạch"
    elif len(change.old) > 1:
        yield f"Gộp {format_count(len(change.old))} nội dung thành {_several(len(change.new))}"
    elif len(change.new) > 1:
        yield f"Tách thành {format_count(len(change.new))} nội dung"
    details = [names.say(remark) for remark in change.remarks]
    if "moved" in change.relations and details:
        details[-1] = f"Chuyển vị trí: {details[-1]}"
    yield from map(capitalized, details)


def _several(count: int) -> str:
    return "một" if count == 1 else f"{format_count(count)} nội dung"


def _of_fields(change: Change, names: Names) -> Iterator[str]:
    entry = change.entry
    known_by = _known_by(entry)
    for field in change.fields:
        label, own = names.of(field.field, entry.kind), field.field == known_by
        if field.relation == "spelling_only":
            yield "Chỉ khác cách viết" if own else f"{label}: chỉ khác cách viết"
        elif field.relation == "reworded":
            yield _rewording(field) if own else f"{_verb(field, 'Sửa')} {_inside(label)}"
        elif field.relation == "field_changed":
            yield _exchange(field, label, names)


def _rewording(field: FieldChange) -> str:
    kinds = {piece.kind for piece in field.pieces if not piece.is_year}
    if {"removed", "added"} <= kinds:
        return "Sửa câu chữ"
    return "Bổ sung câu chữ" if "added" in kinds else "Lược bớt câu chữ"


def _verb(field: FieldChange, both: str) -> str:
    """Return what was done to a field; ``both`` where it has a text in either plan."""
    if field.old and field.new:
        return both
    return "Bổ sung" if field.new else "Bỏ"


def _exchange(field: FieldChange, label: str, names: Names) -> str:
    """Return what another agency, product or deadline comes to, with both where they are short."""
    if field.meaning:
        meaning = names.say(field.meaning)
        named = _inside(label) in meaning
        said = capitalized(meaning) if named else f"{label}: {meaning}"
        if len(said) <= _LONGEST_REMARK:
            return said
    texts = " → ".join("; ".join(texts) for texts in (field.old, field.new) if texts)
    said = f"{_verb(field, 'Đổi')} {_inside(label)}"
    return f"{said}: {texts}" if len(said) + len(texts) <= _LONGEST_REMARK else said


def _inside(label: str) -> str:
    """Return ``label`` as it stands inside a sentence."""
    return label[:1].lower() + label[1:]


def capitalized(text: str) -> str:
    """Return ``text`` with a capital at its beginning."""
    return text[:1].upper() + text[1:]

"""One change as rows of a table: what it is, then field by field the old and the new words."""

from collections.abc import Iterator
from html import escape

from planforge.changes import MINOR, Change, Entry, FieldChange, Piece, Relation
from planforge.changes.labels import KIND_LABELS, RELATION_LABELS, field_label, part_of
from planforge.findings import msg
from planforge.writers.changes.wording import sentence_case
from planforge.writers.changes_html.wording import NEW, OLD, Say

_PAIR = 2
"""How many parts are compared where none was added, removed, merged or split."""

_ALIKE = msg("{score} % alike")
_KEPT = msg("Unchanged here")
_NONE = msg("none")
_PARTS = msg("Parts (words compared with the first one)")
_PLACE = msg("Where it stands")
_REMARK = msg("Remark")


class ChangeWriter:
    """Writes changes as row groups of a table of three columns: field, old, new."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._old = f'<b class="side">{say(OLD)} </b>'
        self._new = f'<b class="side">{say(NEW)} </b>'

    def write(self, change: Change, number: int, attributes: str) -> str:
        """Return the row group of ``change``, which is the ``number``-th of the page."""
        name = f"{change.relation} minor" if change.relation in MINOR else change.relation
        return (
            f'<tbody id="change-{number}" class="{name}"{attributes}>\n'
            f"{self._head(change, number)}{''.join(self._rows(change))}</tbody>\n"
        )

    def _head(self, change: Change, number: int) -> str:
        aside = " · ".join(filter(None, (_trail(change.entry), self._score(change))))
        pieces = (
            f'<a class="at" href="#change-{number}">#{number}</a>',
            *self._tags(change),
            f"<b>{sentence_case(self._say(KIND_LABELS[change.entry.kind]))}{_number(change)}</b>",
            f'<span class="name">{escape(change.entry.name)}</span>' if _shows_name(change) else "",
            f'<span class="aside">{aside}</span>' if aside else "",
        )
        inside = " ".join(filter(None, pieces))
        return f'<tr class="head"><th colspan="3" scope="rowgroup">{inside}</th></tr>\n'

    def _tags(self, change: Change) -> Iterator[str]:
        for relation in change.told_relations:
            yield self._tag(relation)

    def _tag(self, relation: Relation) -> str:
        return f'<span class="tag {relation}">{self._say(RELATION_LABELS[relation])}</span>'

    def _score(self, change: Change) -> str:
        """Return how alike the parts are where nothing but their words brought them together."""
        if change.score >= 1 or not (change.old and change.new):
            return ""
        return self._say(msg(_ALIKE.template, score=int(change.score * 100)))

    def _rows(self, change: Change) -> Iterator[str]:
        if "moved" in change.relations:
            yield self._pair(self._say(_PLACE), *map(_place, (change.old, change.new)))
        if change.remarks:
            remarks = "".join([f"<p>{self._say(remark)}</p>" for remark in change.remarks])
            yield _wide(self._say(_REMARK), remarks, "remark")
        if not (change.old and change.new):
            yield from self._one_side(change)
            return
        if len(change.old) + len(change.new) > _PAIR:
            yield self._pair(self._say(_PARTS), *self._parts(change))
        else:
            yield from (self._field(field, change) for field in change.fields)
            yield from self._kept(change)

    def _pair(self, label: str, old: str, new: str) -> str:
        return (
            f'<tr><th scope="row">{label}</th>\n<td class="old">{self._old}{old or "—"}</td>\n'
            f'<td class="new">{self._new}{new or "—"}</td></tr>\n'
        )

    def _one_side(self, change: Change) -> Iterator[str]:
        """Yield the fields of a part that stands in one plan only, beside one empty cell."""
        texts = change.entry.texts
        tag, name, side = ("ins", "new", self._new) if change.new else ("del", "old", self._old)
        rows = f' rowspan="{len(texts)}"' if len(texts) > 1 else ""
        empty = f'<td class="none"{rows}>{self._say(_NONE)}</td>\n'
        for field, lines in texts.items():
            cell = f'<td class="{name}">{side}<{tag} class="whole">{_text(lines)}</{tag}></td>\n'
            cells = empty + cell if change.new else cell + empty
            label = self._say(field_label(field, change.entry.kind))
            yield f'<tr><th scope="row">{label}</th>\n{cells}</tr>\n'
            empty = ""

    def _parts(self, change: Change) -> tuple[str, str]:
        """Return the old and the new parts; in the first of each the words that differ are marked.

        Where one part alone came of others, its meaning stands below.
        """
        meanings = "".join([self._meaning(field) for field in change.fields])
        old, new = (
            self._list(
                entries, {field.field: _marked(field.pieces, kind) for field in change.fields}
            )
            for entries, kind in ((change.old, "removed"), (change.new, "added"))
        )
        return old, new + meanings

    def _list(self, entries: tuple[Entry, ...], marked: dict[str, str]) -> str:
        items = [
            f"<li>{self._part(entry, {} if index else marked)}</li>"
            for index, entry in enumerate(entries)
        ]
        return f'<ul class="parts" role="list">{"".join(items)}</ul>'

    def _part(self, entry: Entry, marked: dict[str, str]) -> str:
        """Return all texts of a part, those of ``marked`` as they are given there."""
        number = f"<b>{escape(entry.number)}</b> " if entry.number else ""
        names = list(entry.texts)
        words = "".join([marked.get(name) or _text(entry.texts[name]) for name in names[:1]])
        return f"<p>{number}{words}</p>{self._texts(entry, names[1:], marked)}"

    def _texts(self, entry: Entry, names: list[str], marked: dict[str, str]) -> str:
        return "".join([
            f'<p class="part"><i>{self._say(field_label(name, entry.kind))}:</i>'
            f" {marked.get(name) or _text(entry.texts[name], '; ')}</p>"
            for name in names
        ])  # fmt: skip

    def _meaning(self, field: FieldChange) -> str:
        return f'<p class="meaning">{self._say(field.meaning)}</p>' if field.meaning else ""

    def _field(self, field: FieldChange, change: Change) -> str:
        label = self._say(field_label(field.field, change.entry.kind))
        if field.relation in MINOR and change.relation not in MINOR:
            label += f" {self._tag(field.relation)}"
        old, new = _marked(field.pieces, "removed"), _marked(field.pieces, "added")
        return self._pair(label, old, (new or "—") + self._meaning(field))

    def _kept(self, change: Change) -> Iterator[str]:
        """Yield what does not differ of a part that stands in both plans, for those who read on."""
        shown = {field.field for field in change.fields}
        names = [name for name in change.entry.texts if name not in shown]
        names = names[1:] if _shows_name(change) else names
        if names:
            yield _wide(self._say(_KEPT), self._texts(change.entry, names, {}), "kept")


def _wide(label: str, content: str, name: str) -> str:
    return f'<tr class="{name}"><th scope="row">{label}</th>\n<td colspan="2">{content}</td></tr>\n'


def _shows_name(change: Change) -> bool:
    """Whether the head names the part: where no row below does, and in less than a paragraph."""
    first = next(iter(change.entry.texts), "text")
    changed = any(field.field == first for field in change.fields)
    is_pair = len(change.old) == len(change.new) == 1
    return is_pair and not changed and first != "text"


def _number(change: Change) -> str:
    """Return the printed number, old and new where they differ, with a space before it."""
    entries = (*change.old[:1], *change.new[:1])
    numbers = dict.fromkeys(entry.number.rstrip(".") for entry in entries)
    known = [number for number in numbers if any(map(str.isalnum, number))]
    return f" {escape(' → '.join(known))}" if known else ""


def _trail(entry: Entry) -> str:
    """Return the headings between those of the page and the entry."""
    above = 1 if part_of(entry) == "body" and not entry.area else 2
    return escape(" › ".join(entry.titles[above:]))


def _place(entries: tuple[Entry, ...]) -> str:
    return "<br>".join([
        escape(" › ".join(filter(None, (*entry.titles, entry.number)))) for entry in entries
    ])  # fmt: skip


def _text(lines: tuple[str, ...], joint: str = "\n") -> str:
    return escape(joint.join(lines))


def _marked(pieces: tuple[Piece, ...], kind: str) -> str:
    """Return the pieces of one side: those of both, and those of ``kind``, which are marked."""
    tag = "del" if kind == "removed" else "ins"
    return "".join([_piece(piece, tag) for piece in pieces if piece.kind in {"kept", kind}])


def _piece(piece: Piece, tag: str) -> str:
    text = escape(piece.text)
    if piece.kind == "kept":
        return text
    if piece.is_year:
        return f'<span class="year">{text}</span>'
    shown = text if text.strip() else text.replace("\n", "¶\n")
    return f"<{tag}>{shown}</{tag}>"

"""A comparison for a terminal: who is compared, the summary, then the changes by area.

Words taken out are printed ``[-so-]``, new ones ``{+so+}``, in colour too where there is any; of
a year that moved with the plan only the new one is shown.
"""

from collections.abc import Iterable, Iterator

from planforge.changes import MINOR, RELATIONS, Change, Changes, Relation
from planforge.findings import Translate, msg, untranslated
from planforge.writers.changes.arrangement import Group, arrange
from planforge.writers.changes.lines import (
    Paint,
    Role,
    Span,
    break_text,
    display_width,
    pad,
    painted_lines,
    unpainted,
)
from planforge.writers.changes.marks import Mark
from planforge.writers.changes.summary import Summary, describe_tasks, summarize
from planforge.writers.changes.wording import (
    Line,
    describe,
    no_difference,
    relation_label,
    roll,
    side_facts,
)

_INDENT = 2
_INNER = 6
_HANGING = 8
_NARROWEST = 40
_LAYOUTS = ((17, 3), (12, 3), (8, 2), (1, 1))
"""Widths of column headings and of the gaps between them; the first with which the table fits."""

_TAG_ROLES: dict[Relation, Role] = {"added": "added", "removed": "removed"}


def write_text(
    changes: Changes,
    translate: Translate = untranslated,
    paint: Paint = unpainted,
    *,
    everything: bool = False,
    width: int = 100,
) -> str:
    """Return the report in lines of at most ``width`` columns, one sentence if nothing differs.

    Parts of which only years or spelling changed are counted by area; ``everything`` shows them
    as well.
    """
    report = _Report(translate, paint, everything=everything, width=max(width, _NARROWEST))
    return "".join(f"{line}\n" for line in report.lines(changes))


class _Report:
    """Writes lines in one language, in one set of colours, at one width."""

    def __init__(self, translate: Translate, paint: Paint, *, everything: bool, width: int) -> None:
        self.translate = translate
        self.paint = paint
        self.everything = everything
        self.rolled = frozenset[Relation]() if everything else MINOR
        self.width = width

    def lines(self, changes: Changes) -> Iterator[str]:
        if not changes.differing:
            sentence = no_difference(changes.old, changes.new).text(self.translate)
            yield from self.paragraph([Span(sentence)])
            return
        yield from self.sides(changes)
        yield ""
        yield from self.table(summarize(changes, self.translate))
        if tasks := describe_tasks(changes, self.translate):
            yield ""
            yield from self.paragraph([Span(tasks)])
        for group in arrange(changes):
            yield ""
            yield from self.group(group)

    def paragraph(self, spans: list[Span], indents: tuple[int, int] = (0, 0)) -> Iterator[str]:
        return painted_lines(spans, self.paint, self.width, indents)

    def sides(self, changes: Changes) -> Iterator[str]:
        for label, side in ((msg("Old plan"), changes.old), (msg("New plan"), changes.new)):
            facts = f"{label.text(self.translate)}: {side_facts(side, self.translate)}"
            yield from self.paragraph([Span(facts)], (0, _INDENT))

    def table(self, summary: Summary) -> Iterator[str]:
        tables = (list(_table(summary, *layout)) for layout in _LAYOUTS)
        yield from next(filter(self.fits, tables), list(_table(summary, *_LAYOUTS[-1])))

    def fits(self, lines: list[str]) -> bool:
        return max(map(display_width, lines)) <= self.width

    def group(self, group: Group) -> Iterator[str]:
        yield from self.paragraph([Span(group.title(self.translate), "heading")])
        for change in group.changes:
            if change.relation not in self.rolled:
                yield from self.change(change, group.depth)
        for relation in filter(self.rolled.__contains__, RELATIONS):
            members = [change for change in group.changes if change.relation == relation]
            if members:
                yield from self.roll(relation, members)

    def roll(self, relation: Relation, members: list[Change]) -> Iterator[str]:
        tag = Span(f"[{relation_label(relation, self.translate)}]", "relation")
        parts = Span(" " + roll(members, self.translate))
        yield from self.paragraph([tag, parts], (_INDENT, _INNER))

    def change(self, change: Change, depth: int) -> Iterator[str]:
        said = describe(change, self.translate, depth, everything=self.everything)
        tag = Span(f"[{said.relations}]", _TAG_ROLES.get(change.relation, "relation"))
        place = f" {said.place}: " if said.name else f" {said.place}"
        yield from self.paragraph([tag, Span(place), *mark_spans(said.name)], (_INDENT, _INNER))
        for line in said.lines:
            yield from self.paragraph(list(line_spans(line)), (_INNER, _HANGING))


def line_spans(line: Line) -> Iterator[Span]:
    """Yield the words of one thing said of a change."""
    if line.label:
        yield Span(f"{line.label}: ")
    yield from mark_spans(line.marks)
    if line.meaning:
        gap = "\n" if line.is_long else " "  # below the last of several paragraphs, not behind it
        yield Span(f"{gap}→ " if line.marks else "→ ")
        yield Span(line.meaning, "meaning")


def mark_spans(marks: Iterable[Mark]) -> Iterator[Span]:
    """Yield marked words, their marks readable without colour."""
    for kind, text in marks:
        if kind == "removed":
            yield Span(f"[-{text}-]", "removed")
        elif kind == "added":
            yield Span(f"{{+{text}+}}", "added")
        else:
            yield Span(text, "year" if kind == "year" else "")


def _table(summary: Summary, column: int, gap: int) -> Iterator[str]:
    """Yield the lines of the summary, its headings broken to so many columns."""
    headings = [_broken(heading, column) for heading in summary.columns]
    height = max(map(len, headings))
    rows = [("", *cells) for cells in zip(*(_lowered(h, height) for h in headings), strict=True)]
    rows += [(label, *(str(n) if n else "–" for n in counts)) for label, counts in summary.rows]
    widths = [max(map(display_width, cells)) for cells in zip(*rows, strict=True)]
    for label, *cells in rows:
        first = label + " " * (widths[0] - display_width(label))
        line = (" " * gap).join((first, *map(pad, cells, widths[1:])))
        yield (" " * _INDENT + line).rstrip()


def _broken(heading: str, column: int) -> list[str]:
    return [heading[start:end] for start, end in break_text(heading, column)]


def _lowered(lines: list[str], height: int) -> list[str]:
    return [""] * (height - len(lines)) + lines

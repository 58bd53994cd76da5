"""The history of a chain for a terminal: a table of parts and years, and what was merged or split.

A part is a line, a plan a column; each cell says in a word what became of the part.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from planforge.changes import MINOR
from planforge.changes.labels import PART_LABELS
from planforge.findings import Translate, msg, untranslated
from planforge.history import History, State, Thread
from planforge.writers.changes.lines import (
    Paint,
    Role,
    Span,
    display_width,
    painted_lines,
    unpainted,
)
from planforge.writers.changes.text import line_spans, mark_spans
from planforge.writers.changes.wording import side_facts
from planforge.writers.history.wording import (
    count_tasks,
    described_thread,
    joints,
    tell,
    thread_words,
)

_GAP = 2
_INDENTS = {"area": 2, "group": 0, "task": 2, "line": 4}
_NARROWEST_NAME = 24


def write_text(
    history: History,
    translate: Translate = untranslated,
    paint: Paint = unpainted,
    *,
    width: int = 100,
) -> str:
    """Return the table of a chain, in lines of ``width`` columns where it has few enough plans."""
    return _ended(_Table(history, translate, paint, width).lines())


def write_details(
    history: History,
    threads: Sequence[Thread],
    translate: Translate = untranslated,
    paint: Paint = unpainted,
    *,
    width: int = 100,
) -> str:
    """Return what became of some parts, year by year, in full."""
    report = _Details(history, translate, paint, width)
    return "\n".join(_ended(report.lines(thread)) for thread in threads)


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


class _Table:
    """Writes the table of one chain."""

    def __init__(self, history: History, translate: Translate, paint: Paint, width: int) -> None:
        self.history = history
        self.translate = translate
        self.paint = paint
        self.width = width
        self.periods = [side.period for side in history.plans]
        words = [self.periods, *(thread_words(thread, translate) for thread in history.threads)]
        self.columns = [max(map(display_width, column)) for column in zip(*words, strict=True)]
        taken = sum(self.columns) + _GAP * len(self.columns)
        self.name_width = max(width - taken, _NARROWEST_NAME)

    def lines(self) -> Iterator[str]:
        yield from self.head()
        yield self.row("", [Span(period) for period in self.periods])
        areas = [thread for thread in self.history.threads if thread.kind == "area"]
        if areas:
            yield self.painted(PART_LABELS["body"].text(self.translate), "heading")
            yield from map(self.thread, areas)
            yield self.painted(PART_LABELS["appendix"].text(self.translate), "heading")
        rows = [thread for thread in self.history.threads if thread.kind != "area"]
        for heading, members in groupby(rows, key=lambda thread: thread.heading):
            yield from self.group(heading, list(members))
        total = msg("Tasks in all").text(self.translate)
        yield self.row(total, [Span(str(count)) for count in count_tasks(self.history)])
        yield from self.joints()

    def head(self) -> Iterator[str]:
        name = self.history.series or self.history.plans[-1].title
        yield from painted_lines([Span(name, "heading")], self.paint, self.width)
        for side in self.history.plans:
            facts = Span(side_facts(side, self.translate))
            yield from painted_lines([facts], self.paint, self.width, (2, 4))
        yield ""

    def group(self, heading: str, members: Sequence[Thread]) -> Iterator[str]:
        """Yield the line of the heading, with its years where it is one group, and its rows."""
        groups = [thread for thread in members if thread.kind == "group"]
        if len(groups) == 1 and groups[0].name == heading:
            yield self.thread(groups[0])
            members = [thread for thread in members if thread is not groups[0]]
        elif heading:
            yield self.painted(self.cut(heading, self.width), "heading")
        yield from map(self.thread, members)

    def thread(self, thread: Thread) -> str:
        words = thread_words(thread, self.translate)
        cells = [Span(word, _role(state)) for word, state in zip(words, thread.states, strict=True)]
        indent = " " * _INDENTS.get(thread.kind, 0)
        name = indent + self.cut(thread.name, self.name_width - len(indent))
        return self.row(name, cells, "heading" if thread.kind == "group" else "")

    def row(self, name: str, cells: Sequence[Span], role: Role | Literal[""] = "") -> str:
        text = self.painted(name, role) + " " * (self.name_width - display_width(name))
        for cell, column in zip(cells, self.columns, strict=True):
            padding = " " * (column - display_width(cell.text))
            text += " " * _GAP + self.painted(cell.text, cell.role) + padding
        return text.rstrip()

    def painted(self, text: str, role: Role | Literal[""]) -> str:
        return self.paint(text, role) if role and text else text

    def cut(self, text: str, width: int) -> str:
        """Return ``text`` on one line of ``width`` columns, cut between words."""
        words = text.split()
        line = " ".join(words)
        while display_width(line) > width and len(words) > 1:
            words.pop()
            line = " ".join(words) + " …"
        return line

    def joints(self) -> Iterator[str]:
        found = list(joints(self.history, self.translate))
        if found:
            yield ""
            yield self.painted(msg("Merged and split").text(self.translate), "heading")
        for period, sentence in found:
            spans = [Span(f"{period}: {sentence}")]
            yield from painted_lines(spans, self.paint, self.width, (2, 4))


def _role(state: State) -> Role | Literal[""]:
    if state.entry is None:
        return "removed" if state.change else "year"
    if state.relation == "added":
        return "added"
    return "" if state.relation in {None, *MINOR} else "relation"


class _Details:
    """Writes what became of single parts."""

    def __init__(self, history: History, translate: Translate, paint: Paint, width: int) -> None:
        self.history = history
        self.translate = translate
        self.paint = paint
        self.width = width

    def lines(self, thread: Thread) -> Iterator[str]:
        yield from self.paragraph([Span(thread.name, "heading")], (0, 0))
        facts = described_thread(self.history, thread, self.translate)
        yield from self.paragraph([Span(facts)], (2, 2))
        for told in tell(self.history, thread, self.translate):
            label = f"{told.period} [{told.word}] "
            spans = [Span(label, "relation"), *mark_spans(told.name)]
            yield from self.paragraph(spans, (2, 6))
            for line in told.lines:
                yield from self.paragraph(list(line_spans(line)), (6, 8))

    def paragraph(self, spans: Sequence[Span], indents: tuple[int, int]) -> Iterator[str]:
        return painted_lines(spans, self.paint, self.width, indents)

"""What is said of a part in one year, and of parts that were merged or split."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planforge.changes import MINOR, Entry
from planforge.changes.labels import KIND_LABELS, RELATION_LABELS, field_label
from planforge.findings import Translate, msg
from planforge.history import History, State, Thread
from planforge.writers.changes.marks import Mark, cut, plain
from planforge.writers.changes.wording import Line, describe

NOTHING = "·"
"""Stands for a year in which there is no such part."""

_THERE = msg("there")
_KEPT = msg("kept")
_BACK = msg("back")
_GONE_INTO = msg("merged away")
_NAME_LENGTH = 16


def thread_words(thread: Thread, translate: Translate) -> tuple[str, ...]:
    """Return in a word or two what a part is in each plan."""
    words = []
    was_there = False
    for state in thread.states:
        returned = was_there and state.relation == "added"
        words.append(_BACK.text(translate) if returned else _word(state, translate))
        was_there = was_there or state.entry is not None
    return tuple(words)


def _word(state: State, translate: Translate) -> str:
    if state.relation is None:
        return _THERE.text(translate) if state.entry else NOTHING
    if state.relation in MINOR:
        return _KEPT.text(translate)
    if state.relation == "merged" and state.entry is None:
        return _GONE_INTO.text(translate)
    return RELATION_LABELS[state.relation].text(translate)


def described_thread(history: History, thread: Thread, translate: Translate) -> str:
    """Return what a thread is, on one line: kind, id and heading."""
    kind = KIND_LABELS[thread.kind].text(translate)
    heading = thread.heading if thread.heading != thread.name else ""
    period = history.plans[-1].period
    gone = thread.states[-1].entry is None
    end = msg("no longer there in {period}", period=period).text(translate) if gone else ""
    return " · ".join(filter(None, (kind, thread.id, heading, end)))


class Told(NamedTuple):
    """What is told of a part in one plan: what became of it, its words, and the rest."""

    period: str
    word: str
    name: tuple[Mark, ...]
    lines: tuple[Line, ...]


def tell(history: History, thread: Thread, translate: Translate) -> Iterator[Told]:
    """Yield what is to be told of a part, plan by plan; nothing where it was not there."""
    words = thread_words(thread, translate)
    for side, state, word in zip(history.plans, thread.states, words, strict=True):
        change, entry = state.change, state.entry
        if change is not None:
            said = describe(change, translate, len(change.entry.titles), everything=True)
            yield Told(side.period, word, said.name, said.lines)
        elif entry is not None:
            fields = tuple(
                Line(field_label(name).text(translate), plain("; ".join(texts)))
                for name, texts in list(entry.texts.items())[1:]
            )
            yield Told(side.period, word, plain(entry.name), fields)


def joints(history: History, translate: Translate) -> Iterator[tuple[str, str]]:
    """Yield what was merged or split: the period, and a sentence that names the parts."""
    for plan, side in enumerate(history.plans):
        for state in (thread.states[plan] for thread in history.threads):
            change = state.change
            if change is None or change.entry is not state.entry:
                continue
            if len(change.old) > 1 or len(change.new) > 1:
                olds, news = map(_names, (change.old, change.new))
                sentence = msg("{olds} became {news}", olds=olds, news=news)
                yield side.period, sentence.text(translate)


def _names(entries: Iterable[Entry]) -> str:
    return ", ".join(f"“{cut(entry.name, _NAME_LENGTH)}”" for entry in entries)


def count_tasks(history: History) -> list[int]:
    """Return how many tasks each plan has."""
    return [
        sum(
            state.entry is not None and state.entry.kind == "task"
            for state in (thread.states[plan] for thread in history.threads)
        )
        for plan in range(len(history.plans))
    ]

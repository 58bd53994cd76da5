"""What is said of a part in one year, and of parts that were merged or split."""

from collections.abc import Iterator
from typing import NamedTuple

from planforge.changes import MINOR
from planforge.changes.labels import KIND_LABELS, RELATION_LABELS, field_label
from planforge.findings import Translate, msg
from planforge.history import History, State, Thread
from planforge.writers.changes.marks import Mark, plain
from planforge.writers.changes.wording import Line, describe

NOTHING = "·"
"""Stands for a year in which there is no such part."""

_THERE = msg("there")
_KEPT = msg("kept")
_GONE_INTO = msg("merged away")
_NAME_LENGTH = 16


def state_word(state: State, translate: Translate) -> str:
    """Return in a word or two what a part is in one plan."""
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
    for side, state in zip(history.plans, thread.states, strict=True):
        change, entry = state.change, state.entry
        word = state_word(state, translate)
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
    for thread in history.threads:
        for plan, state in enumerate(thread.states):
            change = state.change
            if change is None or state.entry is None or change.entry is not state.entry:
                continue
            olds, news = (
                ", ".join(f"“{_short(entry.name)}”" for entry in entries)
                for entries in (change.old, change.new)
            )
            if len(change.old) > 1 or len(change.new) > 1:
                sentence = msg("{olds} became {news}", olds=olds, news=news)
                yield history.plans[plan].period, sentence.text(translate)


def count_tasks(history: History) -> list[int]:
    """Return how many tasks each plan has."""
    tasks = [thread.states for thread in history.threads]
    return [
        sum(states[plan].entry is not None and states[plan].entry.kind == "task" for states in tasks)
        for plan in range(len(history.plans))
    ]


def _short(text: str) -> str:
    marks: tuple[Mark, ...] = plain(text, _NAME_LENGTH)
    return "".join(mark.text for mark in marks)

"""The history of a chain in Markdown: a table of parts and years, then what is asked in full."""

from collections.abc import Iterable, Iterator, Sequence

from planforge.findings import Translate, msg, untranslated
from planforge.history import History, Thread
from planforge.writers.changes.markdown import escape, write_line, write_marks, write_row
from planforge.writers.changes.wording import side_facts
from planforge.writers.history.wording import (
    count_tasks,
    described_thread,
    joints,
    tell,
    thread_words,
)

_BOLD = frozenset(("area", "group"))


def write_markdown(history: History, translate: Translate = untranslated) -> str:
    """Return heading, plans and table of a chain, and what was merged or split."""
    name = history.series or history.plans[-1].title
    lines = [f"## {escape(name)}", ""]
    lines += [f"- {escape(side_facts(side, translate))}" for side in history.plans]
    lines += ["", *_table(history, translate)]
    found = list(joints(history, translate))
    if found:
        lines += ["", f"### {msg('Merged and split').text(translate)}", ""]
        lines += [f"- {escape(f'{period}: {sentence}')}" for period, sentence in found]
    return _ended(lines)


def write_details(
    history: History, threads: Sequence[Thread], translate: Translate = untranslated
) -> str:
    """Return what became of some parts, year by year, in full."""
    return "\n".join(_ended(_details(history, thread, translate)) for thread in threads)


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _table(history: History, translate: Translate) -> Iterator[str]:
    yield write_row([" ", *(side.period for side in history.plans)])
    yield write_row(["---"] * (len(history.plans) + 1))
    for thread in history.threads:
        name = escape(thread.name)
        words = thread_words(thread, translate)
        yield write_row([f"**{name}**" if thread.kind in _BOLD else name, *map(escape, words)])
    total = msg("Tasks in all").text(translate)
    yield write_row([total, *map(str, count_tasks(history))])


def _details(history: History, thread: Thread, translate: Translate) -> Iterator[str]:
    yield from (f"### {escape(thread.name)}", "")
    yield from (escape(described_thread(history, thread, translate)), "")
    for told in tell(history, thread, translate):
        yield f"- **{escape(told.period)}** {escape(told.word)}: {write_marks(told.name)}"
        yield from (f"  - {write_line(line)}" for line in told.lines)

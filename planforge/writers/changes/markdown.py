"""A comparison in Markdown, for a merge request: as GitHub and GitLab read it.

Words taken out are struck through, new ones bold; of a year that moved with the plan only the new
one is shown. What stands in a plan is text: nothing in it is read as a mark.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from planforge.changes import MINOR, RELATIONS, Change, Changes, Relation
from planforge.findings import Translate, msg, untranslated
from planforge.writers.changes.arrangement import Group, arrange
from planforge.writers.changes.marks import Mark
from planforge.writers.changes.summary import Summary, describe_tasks, summarize
from planforge.writers.changes.wording import (
    Line,
    describe,
    no_difference,
    relation_label,
    side_facts,
    side_name,
)

_SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
_LINE_END = re.compile(r"[ \t]*[\n\r]+[ \t]*")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SIGNS = {"removed": ("~~", "del"), "added": ("**", "strong")}
"""How words are marked: by signs, or by an element where signs would not be read as such."""


def write_markdown(
    changes: Changes, translate: Translate = untranslated, *, everything: bool = False
) -> str:
    """Return the report: heading, summary, then a table an area; one sentence if nothing differs.

    Parts of which only years or spelling changed are folded away, unless ``everything`` is asked
    for.
    """
    if not changes.differing:
        return escape(no_difference(changes.old, changes.new).text(translate)) + "\n"
    report = _Report(translate, everything=everything)
    return "\n".join(report.lines(changes)) + "\n"


def escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is, also in a cell of a table."""
    return _LINE_END.sub("<br>", _SPECIAL.sub(r"\\\g<0>", text.translate(_ENTITIES)))


class _Report:
    """Writes Markdown in one language."""

    def __init__(self, translate: Translate, *, everything: bool) -> None:
        self.translate = translate
        self.everything = everything
        self.folded = frozenset[Relation]() if everything else MINOR

    def lines(self, changes: Changes) -> Iterator[str]:
        yield from self.head(changes)
        yield from self.table(summarize(changes, self.translate))
        if tasks := describe_tasks(changes, self.translate):
            yield from ("", escape(tasks))
        groups = list(arrange(changes))
        for group in groups:
            shown = [change for change in group.changes if change.relation not in self.folded]
            if shown:
                yield from ("", f"### {escape(group.title(self.translate))}", "")
                yield from self.changes(shown, group.depth)
        for relation in filter(self.folded.__contains__, RELATIONS):
            yield from self.details(groups, relation)

    def head(self, changes: Changes) -> Iterator[str]:
        old, new = changes.old, changes.new
        names = msg("Changes from {old} to {new}", old=side_name(old), new=side_name(new))
        yield from (f"## {escape(names.text(self.translate))}", "")
        for label, side in ((msg("Old plan"), old), (msg("New plan"), new)):
            facts = escape(side_facts(side, self.translate))
            yield f"- {escape(label.text(self.translate))}: {facts}"
        yield ""

    def table(self, summary: Summary) -> Iterator[str]:
        yield write_row(("", *map(escape, summary.columns)))
        yield write_row(("---", *("---:" for _ in summary.columns)))
        for row in summary.rows:
            cells = [str(count) if count else "–" for count in row.counts]
            yield write_row((escape(row.label), *cells))

    def changes(self, changes: Iterable[Change], depth: int) -> Iterator[str]:
        labels = (msg("Change"), msg("Part"), msg("Text"))
        yield write_row([escape(label.text(self.translate)) for label in labels])
        yield write_row(("---", "---", "---"))
        for change in changes:
            said = describe(change, self.translate, depth, everything=self.everything)
            lines = [write_marks(said.name)] if said.name else []
            lines += [write_line(line) for line in said.lines]
            yield write_row((escape(said.relations), escape(said.place), "<br>".join(lines)))

    def details(self, groups: Sequence[Group], relation: Relation) -> Iterator[str]:
        """Yield what is folded away: the changes of one relation, area by area."""
        found = [(group, [c for c in group.changes if c.relation == relation]) for group in groups]
        count = sum(len(members) for _, members in found)
        if not count:
            return
        label = relation_label(relation, self.translate).translate(_ENTITIES)
        yield from ("", "<details>", f"<summary>{label} ({count})</summary>")
        for group, members in found:
            if members:
                yield from ("", f"#### {escape(group.title(self.translate))}", "")
                yield from self.changes(members, group.depth)
        yield from ("", "</details>")


def write_row(cells: Iterable[str]) -> str:
    """Return the line of a table; its cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def write_line(line: Line) -> str:
    """Return one thing said of a change."""
    label = f"{escape(line.label)}: " if line.label else ""
    meaning = f"→ {escape(line.meaning)}" if line.meaning else ""
    gap = "<br>" if line.is_long else " "
    return label + gap.join(filter(None, (write_marks(line.marks), meaning)))


def write_marks(marks: Sequence[Mark]) -> str:
    """Return marked words."""
    edges = ["", *(mark.text for mark in marks), ""]
    return "".join(
        _mark(mark, before[-1:], after[:1])
        for mark, before, after in zip(marks, edges, edges[2:], strict=False)
    )


def _mark(mark: Mark, before: str, after: str) -> str:
    text = escape(mark.text)
    if mark.kind not in _SIGNS:
        return text
    signs, element = _SIGNS[mark.kind]
    if _is_read(mark.text[0], before) and _is_read(mark.text[-1], after):
        return f"{signs}{text}{signs}"
    return f"<{element}>{text}</{element}>"


def _is_read(inner: str, outer: str) -> bool:
    """Whether signs between these characters are read as signs.

    Beside punctuation they are not, where a word goes on at their other side.
    """
    return inner.isalnum() or not outer.strip()

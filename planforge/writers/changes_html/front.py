"""What stands before the changes: the two plans, how many changes of which relation, the signs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from planforge.changes import RELATIONS, Change, Changes, Relation, Side, count_relations
from planforge.changes.labels import FIELD_LABELS, RELATION_LABELS
from planforge.findings import Message, Translate, msg
from planforge.writers.changes.summary import describe_tasks
from planforge.writers.changes_html.wording import NEW, OLD, TITLE, Say, speaker

_ALSO = msg("and {count} more that are also this")
_BY_RELATION = msg("Parts of the plans by what became of them")
_HOW_TO_READ = msg("How to read this")
_SIGNS = (
    ("<del>…</del>", msg("stands in the old plan only")),
    ("<ins>…</ins>", msg("stands in the new plan only")),
    ('<span class="year">…</span>', msg("a year that moved with the plan")),
)
_NO_DIFFERENCE = msg("The two plans do not differ.")
_SUMMARY = msg("Summary")


def write_front(changes: Changes, translate: Translate) -> str:
    """Return the header of the page."""
    say = speaker(translate)
    old, new = _side(changes.old, OLD, say), _side(changes.new, NEW, say)
    return (
        f'<header>\n<h1>{say(TITLE)}</h1>\n<div class="sides">\n{old}{new}</div>\n'
        f"{_summary(changes, translate, say)}{_signs(say)}</header>\n"
    )


def _side(side: Side, heading: Message, say: Say) -> str:
    facts = {"number": side.number, "period": side.period, "issuer": side.issuer}
    lines = "".join([
        f"<div><dt>{say(FIELD_LABELS[field])}</dt> <dd>{escape(text)}</dd></div>\n"
        for field, text in facts.items()
        if text
    ])  # fmt: skip
    title = f'<p class="title">{escape(side.title)}</p>\n' if side.title else ""
    known = f"<dl>\n{lines}</dl>\n" if lines else ""
    file = f"<p><code>{escape(side.name)}</code></p>\n" if side.name else ""
    return f"<section>\n<h2>{say(heading)}</h2>\n{title}{known}{file}</section>\n"


def _summary(changes: Changes, translate: Translate, say: Say) -> str:
    tasks = describe_tasks(changes, translate)
    nothing = "" if changes.differing else f"<p><strong>{say(_NO_DIFFERENCE)}</strong></p>\n"
    return (
        f'<section aria-labelledby="summary">\n<h2 id="summary">{say(_SUMMARY)}</h2>\n{nothing}'
        f"<p>{escape(tasks)}</p>\n"
        f'<ul id="relations" role="list" aria-label="{say(_BY_RELATION)}">\n'
        f"{''.join(_counts(changes.changes, say))}</ul>\n</section>\n"
    )


def _counts(changes: Sequence[Change], say: Say) -> Iterator[str]:
    """Yield each relation with its count, and how many changes more a search for it finds."""
    counts = count_relations(changes)
    also = Counter(name for change in changes for name in change.told_relations[1:])
    for relation in RELATIONS:
        if counts[relation] or also[relation]:
            yield _count(relation, counts[relation], also[relation], say)


def _count(relation: Relation, count: int, also: int, say: Say) -> str:
    """Return a relation with its count; the script makes it a button."""
    spoken = say(msg(_ALSO.template, count=also))
    more = f' <small title="{spoken}">+{also}<span class="unseen"> ({spoken})</span></small>'
    return (
        f'<li data-relation="{relation}" class="{relation}">'
        f'<span class="label">{say(RELATION_LABELS[relation])}</span> <b>{count}</b>'
        f"{more if also else ''}</li>\n"
    )


def _signs(say: Say) -> str:
    signs = "; ".join([f"{sample} {say(meaning)}" for sample, meaning in _SIGNS])
    return f'<p class="signs">{say(_HOW_TO_READ)}: {signs}.</p>\n'

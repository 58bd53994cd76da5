"""The whole page: head, front matter, controls, and every change under its heading.

Without JavaScript everything is shown; with it, controls appear and what a reviewer need not look
at is hidden at first. The page asks for nothing from outside and forbids itself to.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from planforge.changes import Changes
from planforge.findings import Translate, msg, untranslated
from planforge.writers.changes_html.controls import write_contents, write_filters
from planforge.writers.changes_html.facets import AgenciesOf, Facets, split_agencies
from planforge.writers.changes_html.front import write_front
from planforge.writers.changes_html.grouping import Chapter, Group, Numbered, group_changes
from planforge.writers.changes_html.rows import ChangeWriter
from planforge.writers.changes_html.script import SCRIPT
from planforge.writers.changes_html.style import make_style
from planforge.writers.changes_html.wording import (
    LANGUAGE,
    NEW,
    OLD,
    TITLE,
    Say,
    side_labels,
    speaker,
)

_CHANGES = msg("Changes")
_FIELD = msg("Field")
_NO_MATCH = msg("Nothing fits these filters.")
_SKIP = msg("To the changes")

_TABLE_LENGTH = 60
"""Changes in one table: the fewer, the faster a long page answers its filters."""


def write_html(
    changes: Changes,
    translate: Translate = untranslated,
    agencies_of: AgenciesOf = split_agencies,
) -> str:
    """Return the page of ``changes``, ended by a newline; the same changes, the same page.

    ``agencies_of`` names the agencies of a row, by which the reader may filter: each under one
    name, however the plans spell it.
    """
    say = speaker(translate)
    facets = Facets(changes, agencies_of)
    chapters = group_changes(changes, translate)
    return (
        f'<!DOCTYPE html>\n<html lang="{say(LANGUAGE)}">\n{_head(changes, say)}<body>\n'
        f'<a class="skip" href="#changes">{say(_SKIP)}</a>\n'
        f"{write_front(changes, translate)}"
        f"<aside>\n{write_filters(changes, facets, say)}{write_contents(chapters, say)}</aside>\n"
        f'<main id="changes" tabindex="-1" aria-label="{say(_CHANGES)}">\n'
        f"{_Sections(changes, facets, say).write(chapters)}"
        f'<p id="nothing" hidden>{say(_NO_MATCH)}</p>\n</main>\n</body>\n</html>\n'
    )


def _head(changes: Changes, say: Say) -> str:
    style = make_style(say)
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    labels = " → ".join(filter(None, side_labels(changes)))
    title = f"{say(TITLE)}: {escape(labels)}" if labels else say(TITLE)
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n<script>{SCRIPT}</script>\n</head>\n"
    )


def _digest(text: str) -> str:
    """Return how the security policy names a style or a script that may stand in the page."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


class _Sections:
    """Writes the changes, chapter by chapter, each group as a table with both plans as columns."""

    def __init__(self, changes: Changes, facets: Facets, say: Say) -> None:
        self._facets = facets
        self._rows = ChangeWriter(say)
        old, new = (
            f": {escape(label)}" if label else "" for label in side_labels(changes)
        )  # fmt: skip
        self._columns = (
            '<colgroup><col class="field"><col><col></colgroup>\n'
            f'<thead><tr><th scope="col"><span class="unseen">{say(_FIELD)}</span></th>\n'
            f'<th scope="col">{say(OLD)}{old}</th>\n<th scope="col">{say(NEW)}{new}</th></tr>'
            "</thead>\n"
        )

    def write(self, chapters: tuple[Chapter, ...]) -> str:
        return "".join([self._chapter(chapter) for chapter in chapters])

    def _chapter(self, chapter: Chapter) -> str:
        groups = "".join([self._group(group, chapter) for group in chapter.groups])
        return (
            f'<section class="chapter" aria-labelledby="{chapter.anchor}">\n'
            f'<h2 id="{chapter.anchor}">{escape(chapter.title)}</h2>\n'
            f"{groups}</section>\n"
        )

    def _group(self, group: Group, chapter: Chapter) -> str:
        title = escape(group.title)
        heading = f'<h3 id="{group.anchor}">{title}</h3>\n' if title else ""
        tables = self._tables(group, group.anchor if title else chapter.anchor)
        return f'<section class="group">\n{heading}{"".join(tables)}</section>\n'

    def _tables(self, group: Group, heading: str) -> Iterator[str]:
        """Yield the changes in tables that a browser lays out only when they come into sight."""
        for first in range(0, group.count, _TABLE_LENGTH):
            rows = self._changes(group.changes[first : first + _TABLE_LENGTH])
            yield (
                f'<div class="sheet">\n<table aria-labelledby="{heading}">\n{self._columns}'
                f"{''.join(rows)}</table>\n</div>\n"
            )

    def _changes(self, changes: tuple[Numbered, ...]) -> Iterator[str]:
        for number, change in changes:
            yield self._rows.write(change, number, self._facets.attributes(change))

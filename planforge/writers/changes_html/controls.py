"""What the reader works the page with: filters, which need the script, and the contents."""

from collections.abc import Iterable
from html import escape

from planforge.changes import MINOR, Changes
from planforge.findings import Message, msg
from planforge.writers.changes_html.facets import NO_AREA, Choice, Facets
from planforge.writers.changes_html.grouping import Chapter, Group
from planforge.writers.changes_html.wording import Say

_AGENCY = msg("Agency")
_ALL_AGENCIES = msg("All agencies")
_ALL_AREAS = msg("All areas")
_AREA = msg("Area of reform")
_CONTENTS = msg("Contents")
_FILTERS = msg("Filters")
_FILTERED = msg("Filtered by: {names}.")
_FIND = msg("Find words")
_FIND_HINT = msg("with or without marks")
_HIDDEN = msg("{count} more are hidden: only years or spelling changed, or nothing.")
_NO_AREA_NAME = msg("In no area")
_PRINT = msg("Print what is shown")
_RESET = msg("Clear filters")
_SHOW_MINOR = msg("Show also what changed only in years or spelling, or not at all ({count})")
_SHOWN = msg("Shown: {shown} of {total} parts.")


def write_filters(changes: Changes, facets: Facets, say: Say) -> str:
    """Return the form of filters, hidden until the script shows it, and the count of what is shown.

    The count has its sentences as attributes, so that the script holds no words.
    """
    minor = sum(change.relation in MINOR for change in changes.changes)
    show_minor = say(msg(_SHOW_MINOR.template, count=minor))
    return (
        f'<form id="filters" aria-label="{say(_FILTERS)}" hidden>\n'
        f'<label>{say(_FIND)} <input type="search" name="find" autocomplete="off"'
        f' placeholder="{say(_FIND_HINT)}"></label>\n'
        f"{_select('area', (_AREA, _ALL_AREAS), facets.areas, say)}"
        f"{_select('agency', (_AGENCY, _ALL_AGENCIES), facets.agencies, say)}"
        f'<label class="switch"><input type="checkbox" role="switch" name="all"> {show_minor}'
        "</label>\n"
        f'<p class="buttons"><button type="reset">{say(_RESET)}</button>\n'
        f'<button type="button" name="print">{say(_PRINT)}</button></p>\n</form>\n'
        f'<p id="shown" role="status" data-shown="{say(_SHOWN)}"'
        f' data-filters="{say(_FILTERED)}" data-hidden="{say(_HIDDEN)}"></p>\n'
    )


def _select(name: str, labels: tuple[Message, Message], choices: Iterable[Choice], say: Say) -> str:
    """Return a list to choose from; ``labels`` are that of the list and that of no choice."""
    options = "".join([_option(choice, say) for choice in choices])
    label, everything = map(say, labels)
    return (
        f'<label>{label} <select name="{name}">\n<option value="">{everything}</option>\n'
        f"{options}</select></label>\n"
    )


def _option(choice: Choice, say: Say) -> str:
    name = say(_NO_AREA_NAME) if choice.value == NO_AREA else escape(choice.name)
    value = escape(choice.value)
    return f'<option value="{value}" data-name="{name}">{name} ({choice.count})</option>\n'


def write_contents(chapters: tuple[Chapter, ...], say: Say) -> str:
    """Return the contents: chapters and their headings, with the number of changes of each."""
    items = "".join([_chapter(chapter) for chapter in chapters])
    title = say(_CONTENTS)
    return (
        f'<nav aria-label="{title}">\n<details open>\n<summary>{title}</summary>\n'
        f"<ul>\n{items}</ul>\n</details>\n</nav>\n"
    )


def _chapter(chapter: Chapter) -> str:
    groups = "".join([f"{_item(group)}</li>\n" for group in chapter.groups if group.title])
    inside = f"\n<ul>\n{groups}</ul>" if groups else ""
    return f"{_item(chapter)}{inside}</li>\n"


def _item(section: Chapter | Group) -> str:
    title = escape(section.title)
    return f'<li><a href="#{section.anchor}">{title}</a> <span>{section.count}</span>'

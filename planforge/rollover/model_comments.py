"""Comments of a plan file that speak of the office it was taken from; they stay as they are."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.rollover.draft import Ask
from planforge.rollover.office import Office
from planforge.rollover.office_names import find_mentions
from planforge.source import Mapping, Source

_COMMENT = re.compile(r"(?:^|\s)#(?P<words>.*)")
_FOR_MACHINES = re.compile(r"\s*(?:yaml-language-server:|planforge:|$)")


def ask_about_comments(source: Source, model: Office) -> Iterator[Ask]:
    """Yield one question for the comments over the plan and those that name the model's office."""
    lines = tuple(_lines(source, model))
    if lines:
        yield Ask(
            kind="model_comment",
            about=msg("Comments speak of the model or of its office."),
            lines=lines,
            proposal=msg("Delete them, or write what is true of your own plan."),
        )


def _lines(source: Source, model: Office) -> Iterator[int]:
    first = _first_key(source)
    for number, line in enumerate(source.lines, 1):
        found = _COMMENT.search(line) if "#" in line else None
        if found is None or _FOR_MACHINES.match(found["words"]):
            continue
        names = any(item.form != "short" for item in find_mentions(found["words"], model))
        if number < first or (names and line.lstrip().startswith("#")):
            yield number


def _first_key(source: Source) -> int:
    root = source.root
    if not isinstance(root, Mapping) or not root.keys:
        return 0
    return next(iter(root.keys.values())).line
